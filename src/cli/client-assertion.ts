import { Command } from "commander";
import { randomUUID } from "node:crypto";
import { importJWK, SignJWT, type JWK } from "jose";
import { environmentConfig } from "./environment.js";
import { readKey } from "./read-key.js";
import { tokenEndpoint } from "./token-endpoint.js";

interface AssertionOptions {
  readonly id: string;
  readonly key: string;
  readonly audience?: string;
  readonly json?: boolean;
}

/** `hub client assertion`: what a client system makes itself, for a first request and for trying out. */
export function assertionCommand(): Command {
  return new Command("assertion")
    .description("print a client assertion (private_key_jwt) that is good once, for a minute")
    .requiredOption("--id <id>", "the client")
    .requiredOption("--key <file>", "its private key, a JWK")
    .option("--audience <url>", "the token endpoint's address; this hub's unless given")
    .option("--json", "the assertion and where it is good as one line of JSON")
    .action(async ({ id, key, audience, json }: AssertionOptions) => {
      const jwk = (await readKey(key)) as JWK;
      const { alg = "ES256", kid } = jwk;
      const to = audience ?? tokenEndpoint(environmentConfig());
      if (to === null) throw new Error("this hub has no token endpoint: say --audience");
      const assertion = await new SignJWT()
        .setProtectedHeader({ alg, kid })
        .setIssuer(id)
        .setSubject(id)
        .setAudience(to)
        .setJti(randomUUID())
        .setIssuedAt()
        .setExpirationTime("1m")
        .sign(await importJWK(jwk, alg));
      process.stdout.write(
        json ? `${JSON.stringify({ assertion, audience: to })}\n` : `${assertion}\n`,
      );
    });
}
