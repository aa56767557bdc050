import { createHmac } from "node:crypto";
import { derivedKey } from "../sealing/derived-key.js";

/** Subjects whose hash is remembered; beyond, they start over. */
const MAXIMUM_KNOWN = 50_000;

/**
 * Names persons in the log by keyed hashes (HMAC-SHA-256, in hexadecimal): the same person has the
 * same hash, and without the secret nobody can try keys until one fits. The first secret
 * hashes; the others only find what was recorded under them before a rotation.
 */
export class SubjectHasher {
  private readonly subjects: readonly Buffer[];
  private readonly operators: Buffer;
  private readonly known = new Map<string, string>();

  /** @throws Error where no secret is given. */
  constructor(secrets: readonly string[]) {
    const [first] = secrets;
    if (first === undefined) throw new Error("the audit log needs a secret to hash persons with");
    this.subjects = secrets.map((secret) => derivedKey(secret, "audit subject", 32));
    this.operators = derivedKey(first, "audit operator", 32);
  }

  /** The hash of a person, or another entity, whose data is read, by its key. */
  ofSubject(key: string): string {
    let hash = this.known.get(key);
    if (hash === undefined) {
      hash = keyedHash(this.subjects[0] as Buffer, key);
      if (this.known.size >= MAXIMUM_KNOWN) this.known.clear();
      this.known.set(key, hash);
    }
    return hash;
  }

  /** Every hash under which who was ever known by these keys may stand in the log. */
  everyHashOf(keys: readonly string[]): string[] {
    return keys.flatMap((key) => this.subjects.map((secret) => keyedHash(secret, key)));
  }

  /** The hash of a person at the keyboard; it never equals that of a person whose data is read. */
  ofOperator(name: string): string {
    return keyedHash(this.operators, name);
  }
}

function keyedHash(key: Buffer, text: string): string {
  return createHmac("sha256", key).update(text).digest("hex");
}
