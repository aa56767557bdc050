import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { Caller } from "./caller.js";

/** Seconds a reference lives: longer than any one request, far shorter than a token. */
const LIFETIME_SECONDS = 60;

interface Sealed {
  readonly type: string;
  readonly key: string;
  readonly holder: string;
  readonly expires: number;
}

/**
 * Entity keys that no one but the hub can make or read: AES-256-GCM over type, key, caller and
 * expiry. The first secret seals; every secret opens, so that secrets can be rotated.
 */
export class SealedReferences {
  private readonly keys: ReadonlyMap<string, Buffer>;
  private readonly sealing: readonly [id: string, key: Buffer];

  /** @throws Error where no secret is given. */
  constructor(
    secrets: readonly string[],
    private readonly now: () => number = Date.now,
  ) {
    const derived = secrets.map((secret) => {
      const id = derive(secret, "reference key id", 6).toString("base64url");
      return [id, derive(secret, "reference key", 32)] as const;
    });
    const [first] = derived;
    if (!first) throw new Error("sealed references need at least one secret");
    this.sealing = first;
    this.keys = new Map(derived);
  }

  /** Seals a key for one caller, duty and case. */
  seal(type: string, key: string, caller: Caller): string {
    const [id, secret] = this.sealing;
    const content: Sealed = { type, key, holder: holderOf(caller), expires: this.expiry() };
    const nonce = randomBytes(12);
    const cipher = createCipheriv("aes-256-gcm", secret, nonce).setAAD(Buffer.from(id));
    const text = Buffer.concat([cipher.update(JSON.stringify(content)), cipher.final()]);
    const token = Buffer.concat([nonce, cipher.getAuthTag(), text]).toString("base64url");
    return `${id}.${token}`;
  }

  /** Opens a reference; null for one that is forged, expired, of another type or another caller's. */
  unseal(type: string, reference: unknown, caller: Caller): string | null {
    const content = typeof reference === "string" ? this.open(reference) : null;
    if (!content || content.type !== type || content.holder !== holderOf(caller)) return null;
    return content.expires >= this.now() ? content.key : null;
  }

  private open(reference: string): Sealed | null {
    const [id = "", token = ""] = reference.split(".");
    const secret = this.keys.get(id);
    const bytes = Buffer.from(token, "base64url");
    if (!secret || bytes.length < 29) return null;
    try {
      const decipher = createDecipheriv("aes-256-gcm", secret, bytes.subarray(0, 12))
        .setAAD(Buffer.from(id))
        .setAuthTag(bytes.subarray(12, 28));
      const text = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
      return JSON.parse(text.toString("utf8")) as Sealed;
    } catch {
      return null;
    }
  }

  private expiry(): number {
    return this.now() + LIFETIME_SECONDS * 1000;
  }
}

/** A reference is good for this client, department, duty, case and jurisdiction together. */
function holderOf(caller: Caller): string {
  return JSON.stringify([
    caller.client,
    caller.department,
    caller.duty,
    caller.case,
    caller.jurisdiction,
  ]);
}

function derive(secret: string, purpose: string, length: number): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "pujiang-data-hub", purpose, length));
}
