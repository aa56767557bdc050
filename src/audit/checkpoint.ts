import { z } from "zod";

/** The form of a {@link Checkpoint} in a file. */
export const CheckpointForm = z.object({
  size: z.int().positive(),
  hash: z.string(),
  at: z.iso.datetime({ offset: true }),
  keyId: z.string(),
  signature: z.string(),
});

/** A signed statement that the chain had so many records and ended with this hash. */
export interface Checkpoint {
  /** Sequence of the last record that it covers. */
  readonly size: number;
  /** That record's hash. */
  readonly hash: string;
  /** When it was signed. */
  readonly at: string;
  /** The `kid` of the key that signed. */
  readonly keyId: string;
  /** Detached JWS, `header..signature`. */
  readonly signature: string;
}

/** The `typ` of a checkpoint's JWS: no token passes for a checkpoint, nor the other way round. */
export const CHECKPOINT_TYPE = "audit-checkpoint+jws";

/** What is signed: JSON without blanks, keys in alphabetical order. */
export function checkpointPayload({ at, hash, size }: Omit<Checkpoint, "keyId" | "signature">) {
  return Buffer.from(JSON.stringify({ at, hash, size }));
}
