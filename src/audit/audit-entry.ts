import { z } from "zod";
import { AuditError } from "./audit-error.js";
import { instant } from "./instant.js";
import { readingOf } from "./reading.js";

/** PostgreSQL keeps no NUL, and UTF-8 no half of a surrogate pair. */
const UNSTORABLE = /[\u0000\p{Surrogate}]/gu;

const UNSTORABLE_ONCE = /[\u0000\p{Surrogate}]/u;

const Text = z.string().transform((text) => text.replace(UNSTORABLE, "\uFFFD"));
const KeyedHash = z.string().regex(/^[0-9a-f]{64}$/, "is not a keyed hash: see SubjectHasher");

/** The form of an {@link AuditEntry}; what it parses is ready to be hashed. */
export const AuditEntryForm = z.strictObject({
  id: z.uuid().toLowerCase(),
  at: z.iso.datetime({ offset: true }).transform(instant),
  client: Text.nullable(),
  operator: KeyedHash.nullable(),
  department: Text.nullable(),
  duty: Text.nullable(),
  case: Text.nullable(),
  operation: Text.nullable(),
  coordinates: z.array(Text),
  subjects: z.array(KeyedHash),
  decision: z.enum(["ALLOWED", "REFUSED", "FAILED"]),
  codes: z.array(Text),
  policy: Text,
  latency: z.number().nonnegative(),
});

const storables = new WeakMap<readonly string[], readonly string[]>();

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const HASH = /^[0-9a-f]{64}$/;
const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Whether an entry has the form that the hub gives it: all but the texts, which are made storable. */
function isWellFormed({ id, at, operator, subjects, decision, latency }: AuditEntry): boolean {
  return (
    UUID.test(id) &&
    UTC.test(at) &&
    (operator === null || HASH.test(operator)) &&
    subjects.every((subject) => HASH.test(subject)) &&
    (decision === "ALLOWED" || decision === "REFUSED" || decision === "FAILED") &&
    latency >= 0
  );
}

function storableText<Value extends string | null>(text: Value): Value {
  if (text === null || !UNSTORABLE_ONCE.test(text)) return text;
  return text.replace(UNSTORABLE, "\uFFFD") as Value;
}

/** The coordinates as they are stored; an operation's list is looked through once. */
function storable(coordinates: readonly string[]): readonly string[] {
  let stored = storables.get(coordinates);
  if (!stored) {
    const changed = coordinates.map((text) => text.replace(UNSTORABLE, "\uFFFD"));
    stored = changed.every((text, place) => text === coordinates[place]) ? coordinates : changed;
    storables.set(coordinates, stored);
  }
  return stored;
}

/** What one request leaves: who asked for what, and what was decided. It names no person in clear. */
export interface AuditEntry {
  /** UUID, the `audit` of the answer's `extensions.hub`. */
  readonly id: string;
  /** ISO 8601 with an offset; kept to the millisecond. */
  readonly at: string;
  /** The client system; null for a request refused before it was known. */
  readonly client: string | null;
  /** The person at the keyboard, as a keyed hash; null where the client acts by itself. */
  readonly operator: string | null;
  /** Official name of the department; null for a request refused before it was known. */
  readonly department: string | null;
  /** Null for a request refused before it was known. */
  readonly duty: string | null;
  /** Reference of the case; null where none was given. */
  readonly case: string | null;
  /** Hash of the operation's text, or the name of another endpoint, oauth/token; null where there was none. */
  readonly operation: string | null;
  /** `Person.name`: what was read, or for a refusal what was asked for. */
  readonly coordinates: readonly string[];
  /** The persons concerned, as keyed hashes of their ID numbers. */
  readonly subjects: readonly string[];
  readonly decision: "ALLOWED" | "REFUSED" | "FAILED";
  /** Codes of the errors that the answer carried. */
  readonly codes: readonly string[];
  /** Hash of the policy in force. */
  readonly policy: string;
  /** Milliseconds from the request's arrival. */
  readonly latency: number;
}

/**
 * An entry as it is hashed and stored: characters that a database cannot keep become U+FFFD.
 * @throws AuditError ENTRY_INVALID naming the fields that are not what they should be, no value.
 */
export function parseEntry(entry: AuditEntry): AuditEntry {
  if (isWellFormed(entry)) {
    return {
      ...entry,
      id: entry.id.toLowerCase(),
      at: instant(entry.at),
      client: storableText(entry.client),
      department: storableText(entry.department),
      duty: storableText(entry.duty),
      case: storableText(entry.case),
      operation: storableText(entry.operation),
      coordinates: storable(entry.coordinates),
      codes: entry.codes.map(storableText),
      policy: storableText(entry.policy),
    };
  }
  const parsed = AuditEntryForm.safeParse(entry);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new AuditError("ENTRY_INVALID", `not an audit entry: ${problems.join("; ")}`, { problems });
}

/**
 * The entry's one serialisation: JSON without blanks, keys in alphabetical order; what was read
 * stands in it by its hash.
 * @see https://www.rfc-editor.org/rfc/rfc8785
 */
export function canonicalText(entry: AuditEntry): string {
  return JSON.stringify({
    at: entry.at,
    case: entry.case,
    client: entry.client,
    codes: entry.codes,
    decision: entry.decision,
    department: entry.department,
    duty: entry.duty,
    id: entry.id,
    latency: entry.latency,
    operation: entry.operation,
    operator: entry.operator,
    policy: entry.policy,
    reading: readingOf(entry.coordinates),
    subjects: entry.subjects,
  });
}
