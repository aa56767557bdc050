import {
  calculateJwkThumbprint,
  FlattenedSign,
  importJWK,
  type JSONWebKeySet,
  type JWK,
} from "jose";
import { AuditError } from "./audit-error.js";
import type { ChainPosition } from "./chain.js";
import { CHECKPOINT_TYPE, checkpointPayload, type Checkpoint } from "./checkpoint.js";
import { instant } from "./instant.js";

/** Signs the end of the chain. */
export type SignCheckpoint = (head: ChainPosition) => Promise<Checkpoint>;

/**
 * A signer with a private ES256 key.
 * @throws AuditError SIGNING_KEY_UNUSABLE for any other key.
 */
export async function checkpointSigner(signing: JWK): Promise<SignCheckpoint> {
  const key = await importSigning(signing);
  const keyId = await keyIdOf(signing);
  return async ({ sequence, hash }) => {
    const said = { size: sequence, hash, at: instant(new Date().toISOString()) };
    const jws = await new FlattenedSign(checkpointPayload(said))
      .setProtectedHeader({ alg: "ES256", kid: keyId, typ: CHECKPOINT_TYPE })
      .sign(key);
    return { ...said, keyId, signature: `${jws.protected}..${jws.signature}` };
  };
}

/** The public half of a signing key, for whoever verifies; earlier keys are to be added to it. */
export async function publishedKeys(signing: JWK): Promise<JSONWebKeySet> {
  const { kty, crv, x, y } = signing;
  return { keys: [{ kty, crv, x, y, kid: await keyIdOf(signing), alg: "ES256", use: "sig" }] };
}

async function keyIdOf(signing: JWK): Promise<string> {
  return signing.kid ?? calculateJwkThumbprint(signing);
}

async function importSigning(signing: JWK) {
  const { kty, crv, d } = signing;
  if (kty === "EC" && crv === "P-256" && d !== undefined) return importJWK(signing, "ES256");
  throw new AuditError(
    "SIGNING_KEY_UNUSABLE",
    "checkpoints of the audit log are signed with a private JWK for ES256 (EC, P-256)",
  );
}
