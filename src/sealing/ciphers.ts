import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from "node:crypto";

/** Authenticated encryption: what was changed, or is about something else, does not open. */
export interface Cipher {
  /** Stands in every text that it sealed. */
  readonly mark: string;
  readonly keyBytes: number;
  readonly nonceBytes: number;
  /** The hash that goes with it. */
  readonly hash: "sha256" | "sm3";
  /** @param nonce never the same for two texts under one key */
  seal(key: Buffer, text: Buffer, about: Buffer, nonce: Buffer): Buffer;
  /** Null for bytes that this key did not seal about this. */
  open(key: Buffer, sealed: Buffer, about: Buffer): Buffer | null;
}

const NONCE = 12;
const TAG = 16;

/** AES-256-GCM (NIST SP 800-38D): the nonce, the tag, the text. */
const aes256Gcm: Cipher = {
  mark: "A",
  keyBytes: 32,
  nonceBytes: NONCE,
  hash: "sha256",
  seal(key, text, about, nonce) {
    const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(about);
    const body = Buffer.concat([cipher.update(text), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  },
  open(key, sealed, about) {
    if (sealed.length < NONCE + TAG) return null;
    const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, NONCE))
      .setAAD(about)
      .setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]);
    } catch {
      return null;
    }
  },
};

const SM4_BLOCK = 16;
const SM4_KEY = 16;

/**
 * SM4 in counter mode, then HMAC-SM3 over what it is about, counter block and text (GB/T 32907,
 * GB/T 32905): OpenSSL 3.0 has no SM4-GCM. The key is one half for each.
 */
const sm4: Cipher = {
  mark: "S",
  keyBytes: SM4_KEY + 32,
  nonceBytes: SM4_BLOCK,
  hash: "sm3",
  seal(key, text, about, counter) {
    const cipher = createCipheriv("sm4-ctr", key.subarray(0, SM4_KEY), counter);
    const body = Buffer.concat([counter, cipher.update(text), cipher.final()]);
    return Buffer.concat([tagOf(key, body, about), body]);
  },
  open(key, sealed, about) {
    const body = sealed.subarray(TAG);
    if (body.length < SM4_BLOCK) return null;
    if (!timingSafeEqual(tagOf(key, body, about), sealed.subarray(0, TAG))) return null;
    const counter = body.subarray(0, SM4_BLOCK);
    const decipher = createDecipheriv("sm4-ctr", key.subarray(0, SM4_KEY), counter);
    return Buffer.concat([decipher.update(body.subarray(SM4_BLOCK)), decipher.final()]);
  },
};

function tagOf(key: Buffer, body: Buffer, about: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(about.length);
  return createHmac("sm3", key.subarray(SM4_KEY))
    .update(length)
    .update(about)
    .update(body)
    .digest()
    .subarray(0, TAG);
}

/** The ciphers that configuration may name. */
export const CIPHERS = { "aes-256-gcm": aes256Gcm, sm4 } as const satisfies Record<string, Cipher>;

export type CipherName = keyof typeof CIPHERS;
