/** Whether the document that a duty rests on is a draft or has been issued. */
export type BasisStatus = "draft" | "issued";

/** One responsibility list of the document: the task before it, and the bodies that answer for it. */
export interface RegisterDuty {
  /** `I.N`: the N-th list under item I. */
  readonly id: string;
  /** Number of the section; 0 where the document numbers none. */
  readonly section: number;
  readonly item: number;
  readonly list: number;
  /** Title of the item. */
  readonly title: string;
  /** Names as written, whitespace removed, in the document's order: the first leads. */
  readonly departments: readonly string[];
  /** First day in force (ISO date); null is open. */
  readonly validFrom: string | null;
  /** Last day in force (ISO date); null is open. */
  readonly validTo: string | null;
  readonly basisStatus: BasisStatus;
  /** Where the list opens: line from 1, offset in characters of the decoded text from 0. */
  readonly position: { readonly line: number; readonly offset: number };
  /** Fingerprint of the task's wording (16 hex digits), which shows a task that moved to another id; absent where the list follows no text. */
  readonly taskDigest?: string | undefined;
}

/** What a duty is for, in the project's own words, and whether it needs the person's consent. */
export interface DutyPurpose {
  readonly id: string;
  readonly purposeZh: string;
  readonly purposeEn: string;
  /** Whether FINANCIAL and HEALTH fields need consent in force under this duty. */
  readonly consentRequired: boolean;
}

/** A body under its official name, with the other names that the document gives it. */
export interface DepartmentName {
  readonly name: string;
  readonly aliases: readonly string[];
  /** A collective names nobody by itself; it stands for its members. */
  readonly collective: boolean;
  readonly members: readonly string[];
}

/** The document from which the duties were read. */
export interface RegisterDocument {
  readonly title: string;
  /** SHA-256 of the file's bytes, in hex. */
  readonly sha256: string;
  readonly basisStatus: BasisStatus;
}

/** The responsibility lists as data. */
export interface Register {
  readonly document: RegisterDocument;
  readonly duties: readonly RegisterDuty[];
  readonly purposes: readonly DutyPurpose[];
  readonly departments: readonly DepartmentName[];
}

interface Index {
  readonly duties: ReadonlyMap<string, RegisterDuty>;
  readonly consent: ReadonlyMap<string, boolean>;
  readonly canonical: ReadonlyMap<string, string>;
  readonly members: ReadonlyMap<string, readonly string[]>;
  readonly assigned: WeakMap<RegisterDuty, ReadonlySet<string>>;
}

const indexes = new WeakMap<Register, Index>();

function indexOf(register: Register): Index {
  let index = indexes.get(register);
  if (!index) {
    index = buildIndex(register);
    indexes.set(register, index);
  }
  return index;
}

function buildIndex({ duties, purposes, departments }: Register): Index {
  const written = duties.flatMap((duty) => duty.departments);
  return {
    duties: new Map(duties.map((duty) => [duty.id, duty])),
    consent: new Map(purposes.map(({ id, consentRequired }) => [id, consentRequired])),
    canonical: new Map([
      ...written.map((name) => [name, name] as const),
      ...departments.flatMap(({ name, aliases }) =>
        [name, ...aliases].map((known) => [known, name] as const),
      ),
    ]),
    members: new Map(
      departments.filter((body) => body.collective).map(({ name, members }) => [name, members]),
    ),
    assigned: new WeakMap(),
  };
}

/** The duty with this id; undefined where the register has none. */
export function findDuty(register: Register, id: string): RegisterDuty | undefined {
  return indexOf(register).duties.get(id);
}

/** Whether the duty is in force on the day; null bounds are open and `validTo` is the last day. */
export function isInForce(duty: RegisterDuty, isoDate: string): boolean {
  return (
    (duty.validFrom === null || duty.validFrom <= isoDate) &&
    (duty.validTo === null || isoDate <= duty.validTo)
  );
}

/** The official name behind a name or alias; a name that only the document has stands for itself; undefined for any other. */
export function canonicalName(register: Register, name: string): string | undefined {
  return indexOf(register).canonical.get(name);
}

/** Whether two names stand for the same body. */
export function isSameBody(register: Register, a: string, b: string): boolean {
  return a === b || (canonicalName(register, a) ?? a) === (canonicalName(register, b) ?? b);
}

/** The official names that answer for the duty, in order, each once, collectives replaced by their members. */
export function assignedDepartments(register: Register, duty: RegisterDuty): string[] {
  return [...assignedSet(register, duty)];
}

function assignedSet(register: Register, duty: RegisterDuty): ReadonlySet<string> {
  const { canonical, members, assigned } = indexOf(register);
  let names = assigned.get(duty);
  if (!names) {
    const official = (name: string): string => canonical.get(name) ?? name;
    names = new Set(
      duty.departments.map(official).flatMap((name) => members.get(name)?.map(official) ?? [name]),
    );
    assigned.set(duty, names);
  }
  return names;
}

/** Whether the body answers for the duty, under its official name or an alias; a collective's own name never does. */
export function isAssigned(
  register: Register,
  duty: RegisterDuty,
  departmentName: string,
): boolean {
  return assignedSet(register, duty).has(canonicalName(register, departmentName) ?? departmentName);
}

/** The duties that the body answers for, in the register's order; in force or not. */
export function dutiesOf(register: Register, departmentName: string): RegisterDuty[] {
  return register.duties.filter((duty) => isAssigned(register, duty, departmentName));
}

/** Whether the duty needs consent; true for a duty whose purpose nobody has stated. */
export function consentRequired(register: Register, dutyId: string): boolean {
  return indexOf(register).consent.get(dutyId) ?? true;
}

/** Every name that the document's lists use, as written, in order of first appearance. */
export function registeredNames(register: Register): string[] {
  return [...new Set(register.duties.flatMap((duty) => duty.departments))];
}
