import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex } from "@noble/hashes/utils";

/** SHA-256 in hex, of bytes or of a text in UTF-8; the same in a browser as in the hub. */
export function sha256Hex(content: Uint8Array | string): string {
  return bytesToHex(sha256(content));
}
