import { createHmac } from "node:crypto";
import type { Cipher } from "./ciphers.js";

/**
 * A nonce that follows from the text and from what it is about, by a keyed hash (as in RFC 5297):
 * the same for the same text in the same place, and as good as random for any other.
 */
export function repeatableNonce(cipher: Cipher, key: Buffer, text: Buffer, about: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(about.length);
  const hash = createHmac(cipher.hash, key).update(length).update(about).update(text).digest();
  return hash.subarray(0, cipher.nonceBytes);
}
