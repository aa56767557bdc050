import {
  createLocalJWKSet,
  decodeJwt,
  errors,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyOptions,
  type JWK,
} from "jose";
import { CLIENT_ID } from "./check-application.js";
import { keysInForce } from "./client-key.js";
import type { ClientRegistry, ClientSystem } from "./client-registry.js";
import { clientsUnavailable } from "./clients-unavailable.js";
import { jwtFault, ProofRefused } from "./proof-refused.js";
import { CLOCK_TOLERANCE_SECONDS, SIGNATURE_ALGORITHMS } from "./signature-rules.js";
import type { UsedProofs } from "./used-proofs.js";

/** Seconds that an assertion may at most be good for. */
const LONGEST_LIFETIME_SECONDS = 300;

const MAXIMUM_JTI = 256;

/** What an assertion is checked against. */
export interface AssertionChecks {
  readonly registry: ClientRegistry;
  readonly used: UsedProofs;
  /** What may stand as its only audience: the issuer, or the token endpoint's address. */
  readonly audiences: readonly string[];
  readonly now: () => number;
}

/**
 * The active client that signed an assertion (`private_key_jwt`, RFC 7523 section 3), which is used
 * up by this.
 * @param know is told whose it is once that is proven, also where it is refused then
 * @throws ProofRefused saying why; who is not registered and whose signature is wrong are told the
 *   same. HubError SOURCE_UNAVAILABLE where the database does not answer.
 */
export async function clientOfAssertion(
  assertion: string,
  checks: AssertionChecks,
  know: (client: ClientSystem) => void = () => undefined,
): Promise<ClientSystem> {
  const client = await claimedClient(assertion, checks.registry);
  const claims = await verified(assertion, client, checks);
  know(client);
  const { jti, exp } = claims;
  checkAudience(claims);
  checkTimes(claims, checks.now());
  if (typeof jti !== "string" || jti.length < 1 || jti.length > MAXIMUM_JTI) {
    throw refused("jti is missing or not as expected");
  }
  const expires = ((exp ?? 0) + CLOCK_TOLERANCE_SECONDS) * 1000;
  const isFirst = await checks.used.use({ purpose: "assertion", maker: client.id, jti, expires });
  if (!isFirst) throw refused("it was used before");
  if (client.state !== "active") throw new ProofRefused(`client ${client.id} is suspended`);
  return client;
}

/** The client that an assertion names, of which nothing is proven yet. */
async function claimedClient(assertion: string, registry: ClientRegistry): Promise<ClientSystem> {
  const id = claimedId(assertion);
  const client = await registry.find(id).catch((error: unknown) => {
    throw clientsUnavailable("the register of client systems", error);
  });
  if (!client) throw refused("no known key signed it");
  return client;
}

function claimedId(assertion: string): string {
  try {
    const { sub } = decodeJwt(assertion);
    return typeof sub === "string" && CLIENT_ID.test(sub) ? sub : "";
  } catch (error) {
    throw refused(jwtFault(error) ?? "it is no JWT that can be verified");
  }
}

async function verified(
  assertion: string,
  { id, keys }: ClientSystem,
  { audiences, now }: AssertionChecks,
): Promise<JWTPayload> {
  const options: JWTVerifyOptions = {
    algorithms: [...SIGNATURE_ALGORITHMS],
    issuer: id,
    subject: id,
    audience: [...audiences],
    requiredClaims: ["exp", "jti"],
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
    currentDate: new Date(now()),
  };
  try {
    return await verifyWithAny(assertion, keysInForce(keys, now()), options);
  } catch (error) {
    const fault = jwtFault(error);
    if (fault === null) throw error;
    const isStranger = error instanceof errors.JWSSignatureVerificationFailed;
    throw refused(isStranger ? "no known key signed it" : fault);
  }
}

/** While keys are rotated, an assertion without a key id may be signed with any of them. */
async function verifyWithAny(
  assertion: string,
  keys: readonly JWK[],
  options: JWTVerifyOptions,
): Promise<JWTPayload> {
  try {
    const known = createLocalJWKSet({ keys: [...keys] });
    return (await jwtVerify(assertion, known, options)).payload;
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
    for await (const key of error) {
      const payload = await payloadOrNull(jwtVerify(assertion, key, options));
      if (payload) return payload;
    }
    throw new errors.JWSSignatureVerificationFailed();
  }
}

/** Null where the signature is another key's. */
async function payloadOrNull(
  verification: Promise<{ readonly payload: JWTPayload }>,
): Promise<JWTPayload | null> {
  try {
    return (await verification).payload;
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return null;
    throw error;
  }
}

/** One made for several servers could be passed on by another of them. */
function checkAudience({ aud }: JWTPayload): void {
  if (Array.isArray(aud) && aud.length !== 1) throw refused("aud names more than this hub");
}

function checkTimes({ exp = 0, iat }: JWTPayload, now: number): void {
  const latest = now / 1000 + CLOCK_TOLERANCE_SECONDS;
  if (exp > latest + LONGEST_LIFETIME_SECONDS) {
    throw refused(`exp lies more than ${LONGEST_LIFETIME_SECONDS} seconds ahead`);
  }
  if (iat !== undefined && iat > latest) throw refused("iat lies ahead");
}

function refused(reason: string): ProofRefused {
  return new ProofRefused(`the client assertion is not accepted: ${reason}`);
}
