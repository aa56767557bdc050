import { createHmac } from "node:crypto";
import type { CipherName } from "./ciphers.js";
import { derivedKey } from "./derived-key.js";

/**
 * The key under which every department's tables know a person: a keyed hash of the ID number, 22
 * characters. Who has the tables and not the secret can neither read the number nor try numbers
 * until one fits.
 */
export type PersonKey = string;

/** Makes person keys from one secret. */
export class PersonKeys {
  /** Names the secret, and tells nothing about it. */
  readonly id: string;
  private readonly key: Buffer;
  private readonly hash: "sha256" | "sm3";

  constructor(secret: string, cipher: CipherName) {
    this.hash = cipher === "sm4" ? "sm3" : "sha256";
    this.key = derivedKey(secret, `person key ${this.hash}`, 32);
    const fingerprint = createHmac(this.hash, this.key).update("person key id").digest();
    this.id = fingerprint.subarray(0, 6).toString("base64url");
  }

  /** @param idNumber in its official form: 18 characters, a capital X */
  of(idNumber: string): PersonKey {
    const hash = createHmac(this.hash, this.key).update(idNumber).digest();
    return hash.subarray(0, 16).toString("base64url");
  }
}
