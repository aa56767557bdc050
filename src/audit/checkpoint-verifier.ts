import {
  createLocalJWKSet,
  errors,
  flattenedVerify,
  type FlattenedVerifyGetKey,
  type JSONWebKeySet,
} from "jose";
import { CHECKPOINT_TYPE, checkpointPayload, type Checkpoint } from "./checkpoint.js";
import { instant } from "./instant.js";

/** Says what is wrong with checkpoints' signatures. */
export class CheckpointVerifier {
  private readonly keys: FlattenedVerifyGetKey;

  constructor(publicKeys: JSONWebKeySet) {
    this.keys = createLocalJWKSet(publicKeys);
  }

  /** Null for a checkpoint that one of the keys signed as it stands. */
  async problemOf(checkpoint: Checkpoint): Promise<string | null> {
    const [header, payload, signature] = checkpoint.signature.split(".");
    if (payload !== "" || !header || !signature) return "its signature is not a detached JWS";
    const said = { ...checkpoint, at: instant(checkpoint.at) };
    const jws = {
      protected: header,
      payload: checkpointPayload(said).toString("base64url"),
      signature,
    };
    try {
      const { protectedHeader } = await flattenedVerify(jws, this.keys, { algorithms: ["ES256"] });
      if (protectedHeader?.typ !== CHECKPOINT_TYPE) return "what was signed is not a checkpoint";
      return protectedHeader.kid === checkpoint.keyId ? null : "it names another key than signed";
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw error;
      if (error instanceof errors.JWKSNoMatchingKey) return "no known key signed it";
      return "its signature does not fit what it says";
    }
  }
}
