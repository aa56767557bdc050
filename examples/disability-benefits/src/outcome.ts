import type { Answer, HubError, Path } from "./answer.js";

/** What became of one field: there, on nobody's file, not for this caller, or not answered. */
export type Outcome<T> =
  | { readonly kind: "FOUND"; readonly value: NonNullable<T> }
  | { readonly kind: "NO_RECORD" }
  | { readonly kind: "NOT_AUTHORISED"; readonly code: string }
  | {
      readonly kind: "SOURCE_FAILED";
      readonly code: string;
      /** Null where the hub does not say whose source it is. */
      readonly department: string | null;
    };

const NOT_AUTHORISED: ReadonlySet<string> = new Set([
  "CONSENT_REQUIRED",
  "OUT_OF_JURISDICTION",
  "FIELD_NOT_AUTHORIZED",
]);

type Item<T> = NonNullable<T> extends readonly (infer Each)[] ? Each : never;

/**
 * A place in an answer, by which its fields are reached and told apart. Beyond a null there is
 * nothing more to reach: whatever is asked there has the outcome of that null.
 */
export class Place<T> {
  private constructor(
    private readonly value: unknown,
    /** Where the value is; of what lies beyond a null, where the null is. */
    private readonly path: Path,
    private readonly errors: readonly HubError[],
  ) {}

  /** The root of an answer. */
  static of<Data>({ data, errors }: Pick<Answer<Data>, "data" | "errors">): Place<Data> {
    return new Place<Data>(data, [], errors);
  }

  /** A field below this place. */
  at<Key extends keyof NonNullable<T> & string>(key: Key): Place<NonNullable<T>[Key]> {
    return this.below(key);
  }

  /** The places of a list; none where the list is not there, which its outcome explains. */
  each(): Place<Item<T>>[] {
    return Array.isArray(this.value) ? this.value.map((_, index) => this.below(index)) : [];
  }

  /** @throws Error where the operation did not ask for the field. */
  get outcome(): Outcome<T> {
    if (this.value === undefined) throw new Error(`${this.path.join(".")} was not asked for`);
    if (this.value !== null) return { kind: "FOUND", value: this.value as NonNullable<T> };
    const reason = this.errors.find(({ path = [] }) => startsWith(path, this.path));
    return reason ? refusalOf(reason) : { kind: "NO_RECORD" };
  }

  private below<U>(key: string | number): Place<U> {
    if (this.value === null) return new Place<U>(null, this.path, this.errors);
    const value = (this.value as Record<string | number, unknown> | undefined)?.[key];
    return new Place<U>(value, [...this.path, key], this.errors);
  }
}

/** An error below a null is that null's: what may not be null makes what is above it null. */
const startsWith = (path: Path, start: Path) => start.every((key, index) => path[index] === key);

function refusalOf({ extensions: { code, department } }: HubError): Outcome<never> {
  if (NOT_AUTHORISED.has(code)) return { kind: "NOT_AUTHORISED", code };
  return { kind: "SOURCE_FAILED", code, department: department ?? null };
}
