import { randomBytes } from "node:crypto";
import { CIPHERS, type Cipher, type CipherName } from "./ciphers.js";
import { derivedKey } from "./derived-key.js";
import { repeatableNonce } from "./repeatable-nonce.js";

/** A text that only the holder of a secret can make or read. */
export type Sealed = string;

const BY_MARK: ReadonlyMap<string, Cipher> = new Map(
  Object.values(CIPHERS).map((cipher) => [cipher.mark, cipher]),
);

interface Secret {
  readonly id: string;
  /** Its keys by the mark of their cipher. */
  readonly keys: ReadonlyMap<string, Buffer>;
  readonly nonceKey: Buffer;
}

/**
 * Seals texts with the first of its secrets and opens them with any, so that secrets can be rotated.
 * A sealed text says which secret and cipher sealed it, and opens only about what it was sealed about.
 */
export class SealedText {
  private readonly secrets: ReadonlyMap<string, Secret>;
  private readonly sealing: Secret;
  private readonly cipher: Cipher;

  /**
   * @param purpose keeps texts of different purposes apart under the same secrets
   * @throws Error where no secret is given
   */
  constructor(secrets: readonly string[], purpose: string, cipher: CipherName = "aes-256-gcm") {
    const known = secrets.map((secret) => secretOf(secret, purpose));
    const [first] = known;
    if (!first) throw new Error(`${purpose} needs at least one secret`);
    this.sealing = first;
    this.secrets = new Map(known.map((secret) => [secret.id, secret]));
    this.cipher = CIPHERS[cipher];
  }

  seal(text: string, about: string): Sealed {
    return this.sealWith(
      randomBytes(this.cipher.nonceBytes),
      Buffer.from(text),
      Buffer.from(about),
    );
  }

  /**
   * Seals the same text about the same thing alike each time, so that a database can tell whether it
   * changed. That, and nothing else, is seen by whoever holds two versions of it.
   */
  sealRepeatably(text: string, about: string): Sealed {
    const [clear, place] = [Buffer.from(text), Buffer.from(about)];
    const nonce = repeatableNonce(this.cipher, this.sealing.nonceKey, clear, place);
    return this.sealWith(nonce, clear, place);
  }

  /** Null for a text that none of the secrets sealed about this. */
  open(sealed: Sealed, about: string): string | null {
    const point = sealed.indexOf(".");
    const secret = this.secrets.get(sealed.slice(0, Math.max(0, point - 1)));
    const cipher = BY_MARK.get(sealed[point - 1] ?? "");
    const key = cipher && secret?.keys.get(cipher.mark);
    if (!cipher || !key) return null;
    const bytes = Buffer.from(sealed.slice(point + 1), "base64url");
    return cipher.open(key, bytes, Buffer.from(about))?.toString("utf8") ?? null;
  }

  private sealWith(nonce: Buffer, text: Buffer, about: Buffer): Sealed {
    const { mark } = this.cipher;
    const key = this.sealing.keys.get(mark) as Buffer;
    const sealed = this.cipher.seal(key, text, about, nonce);
    return `${this.sealing.id}${mark}.${sealed.toString("base64url")}`;
  }

  /** Whether a text was sealed with the secret and cipher in use now. */
  isCurrent(sealed: Sealed): boolean {
    return sealed.startsWith(`${this.sealing.id}${this.cipher.mark}.`);
  }
}

function secretOf(secret: string, purpose: string): Secret {
  return {
    id: derivedKey(secret, `${purpose} key id`, 6).toString("base64url"),
    nonceKey: derivedKey(secret, `${purpose} nonce key`, 32),
    keys: new Map(
      Object.values(CIPHERS).map(({ mark, keyBytes }) => [
        mark,
        derivedKey(secret, `${purpose} key ${mark}`, keyBytes),
      ]),
    ),
  };
}
