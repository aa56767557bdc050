import { readFile } from "node:fs/promises";
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  jwtVerify,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from "jose";
import { z } from "zod";
import { HubError } from "../errors.js";

/** Signature algorithms that a token may use: asymmetric ones only, so that a verifier can never sign. */
const ALGORITHMS = ["ES256", "ES384", "EdDSA", "PS256", "RS256"];

/** Seconds by which issuer's and hub's clocks may differ. */
const CLOCK_TOLERANCE_SECONDS = 30;

const Claims = z.object({
  sub: z.string().min(1),
  department: z.string().min(1),
  duties: z.array(z.string()).min(1),
  jurisdiction: z.array(z.string().regex(/^\d{2,12}$/)).min(1),
  operator: z.string().min(1).optional(),
});

/** The claims of a verified access token. */
export type TokenClaims = z.infer<typeof Claims>;

/** Where a token must come from and whom it must be for. */
export interface TokenExpectations {
  readonly issuer: string;
  readonly audience: string;
}

/** Verifies access tokens against a key set. */
export class TokenVerifier {
  constructor(
    private readonly keys: JWTVerifyGetKey,
    private readonly expected: TokenExpectations,
  ) {}

  /** The claims of a token. @throws HubError UNAUTHENTICATED, saying why without repeating the token. */
  async verify(token: string): Promise<TokenClaims> {
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        ...this.expected,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ["exp", "sub"],
      });
      return Claims.parse(payload);
    } catch (error) {
      throw new HubError("UNAUTHENTICATED", `the token is not accepted: ${reasonOf(error)}`);
    }
  }
}

/** Keys from a JWKS document: a file's path, or an http(s) URL that is fetched, cached and refreshed. */
export async function readKeySet(location: string): Promise<JWTVerifyGetKey> {
  if (/^https?:\/\//.test(location)) return createRemoteJWKSet(new URL(location));
  return createLocalJWKSet(JSON.parse(await readFile(location, "utf8")) as JSONWebKeySet);
}

function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) {
    return `claim ${error.issues.map((issue) => issue.path.join(".")).join(", ")} is missing or malformed`;
  }
  if (error instanceof errors.JWTExpired) return "it has expired";
  if (error instanceof errors.JWTClaimValidationFailed) {
    return `claim ${error.claim} is not what this hub expects`;
  }
  if (error instanceof errors.JWKSNoMatchingKey) return "no key of the key set signed it";
  if (error instanceof errors.JOSEAlgNotAllowed) return "its algorithm is not allowed";
  if (error instanceof errors.JOSEError) return "it is not a token that this hub can verify";
  return "the key set could not be read";
}
