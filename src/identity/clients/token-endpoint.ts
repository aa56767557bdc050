import type { JWK } from "jose";
import { HubError, httpStatusOf, type HubErrorCode } from "../../errors.js";
import { findDuty, isAssigned, type Register } from "../../policy/register/register.js";
import type { TokenExpectations } from "../token-verifier.js";
import { signAccessToken } from "./access-token.js";
import { clientOfAssertion } from "./client-assertion.js";
import type { ClientRegistry, ClientSystem } from "./client-registry.js";
import { verifyDpopProof } from "./dpop-proof.js";
import { jsonAnswer, type HttpAnswer } from "./http-answer.js";
import { useProof, type Confirmation } from "./possession.js";
import { ProofRefused } from "./proof-refused.js";
import { readTokenForm } from "./token-form.js";
import { TokenRefusal, type TokenErrorCode } from "./token-refusal.js";
import type { UsedProofs } from "./used-proofs.js";

/** Seconds that an access token lasts. */
const LIFETIME_SECONDS = 600;

/** What the token endpoint works with. */
export interface TokenEndpoint {
  readonly registry: ClientRegistry;
  readonly used: UsedProofs;
  readonly register: Register;
  /** The private key that access tokens are signed with. */
  readonly signingKey: JWK;
  readonly tokens: TokenExpectations;
  /** The endpoint's own address as clients know it. */
  readonly address: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** The headers that count, as Node gives them. */
export interface TokenRequestHeaders {
  readonly "content-type"?: string | undefined;
  readonly authorization?: string | undefined;
  readonly dpop?: string | readonly string[] | undefined;
}

/** What came with the form of a token request. */
export interface TokenRequest {
  readonly headers: TokenRequestHeaders;
  /** Thumbprint of the verified client certificate; undefined without one. */
  readonly certificate?: string | undefined;
}

/** Whom a token request proved to be from, and the person whom it named. */
export interface TokenRequester {
  readonly client: string;
  readonly department: string;
  readonly operator: string | null;
}

/** An answer to a token request. */
export interface TokenAnswer extends HttpAnswer {
  /** Code of the error that it says; null where it grants a token. */
  readonly error: TokenErrorCode | HubErrorCode | null;
}

const NOT_STORED = { "cache-control": "no-store", pragma: "no-cache" };

/**
 * Answers `POST /oauth/token`: client credentials (RFC 6749 section 4.4) with `private_key_jwt`. The
 * token is bound to the key of the DPoP proof and to the client certificate that came with the
 * request. Refusals are answers; only what the hub itself gets wrong is thrown.
 * @param know is told whose request it is once that is proven, also where it is refused then
 */
export async function issueAccessToken(
  form: URLSearchParams,
  request: TokenRequest,
  endpoint: TokenEndpoint,
  know: (requester: TokenRequester) => void = () => undefined,
): Promise<TokenAnswer> {
  try {
    const granted = await grant(form, request, endpoint, know);
    return { ...jsonAnswer(200, NOT_STORED, granted), error: null };
  } catch (error) {
    if (error instanceof TokenRefusal) return refusal(error, request.headers);
    if (error instanceof HubError) return tokensUnavailable(error);
    throw error;
  }
}

async function grant(
  form: URLSearchParams,
  { headers, certificate }: TokenRequest,
  endpoint: TokenEndpoint,
  know: (requester: TokenRequester) => void,
) {
  const { register, signingKey, tokens, now = Date.now } = endpoint;
  checkHeaders(headers);
  const { assertion, clientId, scope, operator } = readTokenForm(form);
  const audiences = [tokens.issuer, endpoint.address];
  const checks = { ...endpoint, audiences, now };
  const prove = (client: ClientSystem) =>
    know({ client: client.id, department: client.department, operator });
  const client = await orRefusal("invalid_client", clientOfAssertion(assertion, checks, prove));
  if (clientId !== null && clientId !== client.id) {
    throw new TokenRefusal("invalid_client", "client_id is not the assertion's");
  }
  const duties = grantedDuties(client, scope, register);
  const key = await orRefusal("invalid_dpop_proof", provenKey(headers.dpop, endpoint));
  const confirmation = confirmationOf(key, certificate);
  const terms = { key: signingKey, tokens, lifetimeSeconds: LIFETIME_SECONDS, now: now() };
  const { id: sub, department, jurisdiction } = client;
  const claims = { sub, department, duties, jurisdiction, ...(operator ? { operator } : {}) };
  return {
    access_token: await signAccessToken(terms, claims, confirmation),
    token_type: key === null ? "Bearer" : "DPoP",
    expires_in: LIFETIME_SECONDS,
    scope: duties.join(" "),
  };
}

function checkHeaders({ authorization, "content-type": type = "" }: TokenRequestHeaders): void {
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) {
    throw new TokenRefusal("invalid_request", "send application/x-www-form-urlencoded");
  }
  if (authorization !== undefined) {
    throw new TokenRefusal("invalid_client", "clients authenticate by private_key_jwt alone");
  }
}

/** The duties asked for, or all; of those that the client was given, what the register still assigns. */
function grantedDuties(
  { id, department, duties }: ClientSystem,
  scope: readonly string[] | null,
  register: Register,
): string[] {
  const held = duties.filter((name) => {
    const duty = findDuty(register, name);
    return duty !== undefined && isAssigned(register, duty, department);
  });
  if (scope?.some((name) => !held.includes(name))) {
    throw new TokenRefusal("invalid_scope", `scope names duties that client ${id} does not hold`);
  }
  if (held.length === 0) {
    throw new TokenRefusal("unauthorized_client", `no duty of client ${id} is assigned any more`);
  }
  return scope ? [...scope] : held;
}

/** What the token is bound to; null for nothing. */
function confirmationOf(key: string | null, certificate: string | undefined): Confirmation | null {
  if (key === null && certificate === undefined) return null;
  return {
    ...(key === null ? {} : { jkt: key }),
    ...(certificate === undefined ? {} : { "x5t#S256": certificate }),
  };
}

/** Thumbprint of the key of the DPoP proof; null without one. */
async function provenKey(
  header: TokenRequestHeaders["dpop"],
  { address, used, now = Date.now }: TokenEndpoint,
): Promise<string | null> {
  if (header === undefined) return null;
  if (typeof header !== "string") throw new ProofRefused("send one DPoP header");
  const proof = await verifyDpopProof(header, { method: "POST", url: address }, null, now());
  await useProof(proof, used);
  return proof.maker;
}

async function orRefusal<T>(code: TokenErrorCode, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ProofRefused) throw new TokenRefusal(code, error.message);
    throw error;
  }
}

function refusal(
  { code, status, message }: TokenRefusal,
  { authorization }: TokenRequestHeaders,
): TokenAnswer {
  const scheme = /^[a-z][a-z0-9-]*/i.exec(authorization ?? "")?.[0];
  const challenge: Record<string, string> =
    status === 401 && scheme !== undefined ? { "www-authenticate": scheme } : {};
  const content = { error: code, error_description: message };
  return { ...jsonAnswer(status, { ...NOT_STORED, ...challenge }, content), error: code };
}

/** The answer to a token request where the hub cannot do its part now. */
export function tokensUnavailable(error: HubError): TokenAnswer {
  const { code, message, extensions } = error;
  const { retryAfter } = extensions as { readonly retryAfter?: number };
  const later: Record<string, string> =
    retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
  const content = { error: "temporarily_unavailable", error_description: message };
  const status = httpStatusOf(error) ?? 503;
  return { ...jsonAnswer(status, { ...NOT_STORED, ...later }, content), error: code };
}
