import { createLocalJWKSet, type JSONWebKeySet } from "jose";
import { publishedKeySet, serverMetadata } from "../../src/identity/clients/server-metadata.js";
import { TokenVerifier } from "../../src/identity/token-verifier.js";
import { Clock, EXPECTED, newKeys, outcome, sign, tokenClaims } from "./support.js";

test("the metadata -> what a client needs to ask for a token", () => {
  const addresses = {
    issuer: "https://hub.example",
    tokenEndpoint: "https://hub.example/oauth/token",
    keySet: "https://hub.example/oauth/jwks",
  };
  const { status, headers, body } = serverMetadata(addresses, ["1.2", "2.3"], true);
  expect([status, headers["cache-control"]]).toEqual([200, "public, max-age=300"]);
  const algorithms = ["ES256", "ES384", "EdDSA", "Ed25519", "PS256", "RS256"];
  expect(JSON.parse(body)).toEqual({
    issuer: "https://hub.example",
    token_endpoint: "https://hub.example/oauth/token",
    jwks_uri: "https://hub.example/oauth/jwks",
    scopes_supported: ["1.2", "2.3"],
    response_types_supported: [],
    grant_types_supported: ["client_credentials"],
    token_endpoint_auth_methods_supported: ["private_key_jwt"],
    token_endpoint_auth_signing_alg_values_supported: algorithms,
    dpop_signing_alg_values_supported: algorithms,
    tls_client_certificate_bound_access_tokens: true,
  });
});

test.each(["ES256", "Ed25519", "RS256"])(
  "the published keys of %s -> verify what the private key signs, and hold nothing of it",
  async (alg) => {
    const keys = await newKeys(alg);
    const { body } = await publishedKeySet([keys.secret]);
    const published = JSON.parse(body) as JSONWebKeySet;
    expect(published).toEqual({ keys: [{ ...keys.open, use: "sig" }] });
    const clock = new Clock();
    const verifier = new TokenVerifier(createLocalJWKSet(published), EXPECTED, { now: clock.now });
    expect(await outcome(verifier, await sign(tokenClaims(clock), keys))).toBe("accepted");
  },
);
