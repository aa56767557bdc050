import type { JWK } from "jose";

/** A public key of a client system. */
export interface ClientKey {
  /** Names the key among those of its client. */
  readonly kid: string;
  /** Public members alone. */
  readonly jwk: JWK;
  /** ISO 8601 with offset. */
  readonly addedAt: string;
  /** From when it is not accepted any more (ISO 8601 with offset); null for a key in use. */
  readonly retiredAt: string | null;
}

/** The keys with which an assertion may be signed at a moment (milliseconds since 1970). */
export function keysInForce(keys: readonly ClientKey[], now: number): JWK[] {
  return keys
    .filter(({ retiredAt }) => retiredAt === null || now < Date.parse(retiredAt))
    .map(({ jwk }) => jwk);
}

/** The keys after a rotation: the new one in use, every other one retired at `until` at the latest. */
export function rotatedKeys(
  keys: readonly ClientKey[],
  added: ClientKey,
  until: string,
): ClientKey[] {
  const retired = keys.map((key) => {
    const isEarlier = key.retiredAt !== null && Date.parse(key.retiredAt) < Date.parse(until);
    return isEarlier ? key : { ...key, retiredAt: until };
  });
  return [...retired, added];
}
