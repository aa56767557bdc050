import type { CipherName } from "./ciphers.js";
import { derivedKey } from "./derived-key.js";
import { PersonKeys, type PersonKey } from "./person-keys.js";
import { SealedText, type Sealed } from "./sealed-text.js";

/** What data at rest is kept with. */
export interface SealingOptions {
  /** The first is in use; the others open what was sealed, and find what was recorded, before a rotation. */
  readonly secrets: readonly string[];
  readonly cipher: CipherName;
  /** Id of the person keys that the databases are written with; those of the first secret unless given. */
  readonly personKeys?: string | undefined;
}

/** The databases' person keys were made with a secret, or by a hash, that this process was not given. */
export class PersonKeysUnknown extends Error {
  readonly code = "PERSON_KEYS_UNKNOWN";
  constructor(id: string) {
    super(
      `the database's person keys (${id}) were made with none of the secrets in HUB_DATA_SECRETS; ` +
        "add the secret, or set HUB_DATA_CIPHER as it was",
    );
  }
}

/** Keeps ID numbers and account numbers unreadable at rest: person keys to find by, sealed texts to read back. */
export class Sealing {
  private readonly text: SealedText;
  private readonly known: readonly PersonKeys[];
  private readonly inUse: PersonKeys;

  /** @throws PersonKeysUnknown */
  constructor(private readonly options: SealingOptions) {
    const { secrets, cipher, personKeys } = options;
    this.text = new SealedText(secrets, "data at rest", cipher);
    this.known = secrets.flatMap((secret) => [
      new PersonKeys(secret, cipher),
      new PersonKeys(secret, cipher === "sm4" ? "aes-256-gcm" : "sm4"),
    ]);
    const inUse = personKeys ? this.known.find(({ id }) => id === personKeys) : this.known[0];
    if (!inUse) throw new PersonKeysUnknown(personKeys ?? "none");
    this.inUse = inUse;
  }

  /** Id of the person keys in use. */
  get personKeysId(): string {
    return this.inUse.id;
  }

  /** The same secrets, with the person keys that a database is written with. */
  using(personKeys: string): Sealing {
    return personKeys === this.personKeysId ? this : new Sealing({ ...this.options, personKeys });
  }

  /** The same secrets, with the person keys of the first. */
  rotated(): Sealing {
    return new Sealing({ ...this.options, personKeys: undefined });
  }

  personKey(idNumber: string): PersonKey {
    return this.inUse.of(idNumber);
  }

  /** Every key under which the person may have been known, the present one first. */
  everyPersonKey(idNumber: string): PersonKey[] {
    const others = this.known.filter((keys) => keys !== this.inUse);
    return [this.inUse, ...others].map((keys) => keys.of(idNumber));
  }

  /** A key for another purpose from each secret, that of the first one first; with the hash that goes with the cipher. */
  keysFor(purpose: string): { readonly secret: Buffer; readonly hash: "sha256" | "sm3" }[] {
    const { secrets, cipher } = this.options;
    const hash = cipher === "sm4" ? "sm3" : "sha256";
    return secrets.map((secret) => ({ secret: derivedKey(secret, purpose, 32), hash }));
  }

  /** @param about what the text belongs to; it opens only there */
  seal(text: string, about: string): Sealed {
    return this.text.seal(text, about);
  }

  /** Seals the same text about the same thing alike each time, for what is compared in the database. */
  sealRepeatably(text: string, about: string): Sealed {
    return this.text.sealRepeatably(text, about);
  }

  /** @throws Error for a text that was not sealed with these secrets about this. */
  open(sealed: Sealed, about: string): string {
    const text = this.text.open(sealed, about);
    if (text === null) throw new Error(`a sealed text about ${about} does not open`);
    return text;
  }

  /** Whether a text is sealed as one would be now. */
  isCurrent(sealed: Sealed): boolean {
    return this.text.isCurrent(sealed);
  }
}
