import { createHmac, hkdfSync } from "node:crypto";

/**
 * Names persons in the log by keyed hashes (HMAC-SHA-256, in hexadecimal): the same person has the
 * same hash, and without the secret nobody can try ID numbers until one fits. The first secret
 * hashes; the others only find what was recorded under them before a rotation.
 */
export class SubjectHasher {
  private readonly persons: readonly Buffer[];
  private readonly operators: Buffer;

  /** @throws Error where no secret is given. */
  constructor(secrets: readonly string[]) {
    const [first] = secrets;
    if (first === undefined) throw new Error("the audit log needs a secret to hash persons with");
    this.persons = secrets.map((secret) => derive(secret, "audit subject"));
    this.operators = derive(first, "audit operator");
  }

  /** The hash of a person whose data is read, by the ID number in its official form. */
  ofPerson(idNumber: string): string {
    return keyedHash(this.persons[0] as Buffer, idNumber);
  }

  /** Every hash under which the person may stand in the log, the present one first. */
  everyHashOf(idNumber: string): string[] {
    return this.persons.map((key) => keyedHash(key, idNumber));
  }

  /** The hash of a person at the keyboard; it never equals that of a person whose data is read. */
  ofOperator(name: string): string {
    return keyedHash(this.operators, name);
  }
}

function keyedHash(key: Buffer, text: string): string {
  return createHmac("sha256", key).update(text).digest("hex");
}

function derive(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "pujiang-data-hub", purpose, 32));
}
