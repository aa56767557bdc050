import { SealedText } from "../sealing/sealed-text.js";
import type { Caller } from "./caller.js";

/** Seconds a reference lives: longer than any one request, far shorter than a token. */
const LIFETIME_SECONDS = 60;

interface Content {
  readonly key: string;
  readonly expires: number;
}

/**
 * Entity keys that no one but the hub can make or read: sealed about type and holder, with an
 * expiry. The first secret seals; every secret opens, so that secrets can be rotated.
 */
export class SealedReferences {
  private readonly text: SealedText;

  /**
   * @param personKeys id of the person keys: a reference is good where persons are known by the same
   * @throws Error where no secret is given
   */
  constructor(
    secrets: readonly string[],
    private readonly personKeys: string,
    private readonly now: () => number = Date.now,
  ) {
    this.text = new SealedText(secrets, "reference");
  }

  /** Seals a key for one caller, duty and case. */
  seal(type: string, key: string, caller: Caller): string {
    const content: Content = { key, expires: this.now() + LIFETIME_SECONDS * 1000 };
    return this.text.seal(JSON.stringify(content), this.about(type, caller));
  }

  /** Opens a reference; null for one that is forged, expired, of another type or another caller's. */
  unseal(type: string, reference: unknown, caller: Caller): string | null {
    const text =
      typeof reference === "string" ? this.text.open(reference, this.about(type, caller)) : null;
    if (text === null) return null;
    const { key, expires } = JSON.parse(text) as Content;
    return expires >= this.now() ? key : null;
  }

  /** A reference is good for this client, department, duty, case and jurisdiction together. */
  private about(type: string, caller: Caller): string {
    const { client, department, duty, case: reference, jurisdiction } = caller;
    return JSON.stringify([
      type,
      this.personKeys,
      client,
      department,
      duty,
      reference,
      jurisdiction,
    ]);
  }
}
