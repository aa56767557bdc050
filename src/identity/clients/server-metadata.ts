import type { JWK } from "jose";
import { jsonAnswer, type HttpAnswer } from "./http-answer.js";
import { publicHalf } from "./public-half.js";
import { SIGNATURE_ALGORITHMS } from "./signature-rules.js";

/** Seconds that others may keep these documents: a new key is published so long before it signs. */
const CACHE_SECONDS = 300;

const CACHED = { "cache-control": `public, max-age=${CACHE_SECONDS}` };

/** Where the hub answers as an authorization server, as clients know it. */
export interface ServerAddresses {
  readonly issuer: string;
  readonly tokenEndpoint: string;
  readonly keySet: string;
}

/**
 * Answers `GET /.well-known/oauth-authorization-server` (RFC 8414).
 * @param certificates whether tokens are bound to client certificates (RFC 8705, section 3.3)
 */
export function serverMetadata(
  { issuer, tokenEndpoint, keySet }: ServerAddresses,
  duties: readonly string[],
  certificates: boolean,
): HttpAnswer {
  return jsonAnswer(200, CACHED, {
    issuer,
    token_endpoint: tokenEndpoint,
    jwks_uri: keySet,
    scopes_supported: duties,
    response_types_supported: [],
    grant_types_supported: ["client_credentials"],
    token_endpoint_auth_methods_supported: ["private_key_jwt"],
    token_endpoint_auth_signing_alg_values_supported: SIGNATURE_ALGORITHMS,
    dpop_signing_alg_values_supported: SIGNATURE_ALGORITHMS,
    tls_client_certificate_bound_access_tokens: certificates,
  });
}

/** Answers the JWKS with which the hub's tokens are verified; of private keys only the public half. */
export async function publishedKeySet(keys: readonly JWK[]): Promise<HttpAnswer> {
  return jsonAnswer(200, CACHED, { keys: await Promise.all(keys.map(publicHalf)) });
}
