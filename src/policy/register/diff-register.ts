import type { Sharing } from "../field-policy.js";
import { matchDuties, type Renumbered, type Retitled, type Reworded } from "./match-duties.js";
import { assignedDepartments, canonicalName, findDuty } from "./register.js";
import type { Register, RegisterDuty } from "./register.js";

/** What a field's declaration says that decides who may read it. */
export interface FieldDuties {
  readonly coordinate: string;
  /** Official name of the department that answers for the field. */
  readonly owner: string;
  readonly sharing: Sharing;
  readonly duties: readonly string[];
}

/** The coordinates that one department gains or loses under one duty. */
export interface AccessChange {
  readonly department: string;
  readonly duty: string;
  readonly coordinates: readonly string[];
}

/** A duty that only one of two documents has. */
export interface DutyTitle {
  readonly duty: string;
  readonly title: string;
}

/** Official names that a duty's list gained and lost; `lead` is null where the first is the same. */
export interface AssignmentChange {
  readonly duty: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly lead: { readonly before: string; readonly after: string } | null;
}

/** A duty whose validity changed. */
export interface PeriodChange {
  readonly duty: string;
  readonly before: Period;
  readonly after: Period;
}

/** First and last day; null is open. */
export interface Period {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** What one register allows and another does not. */
export interface RegisterDiff {
  readonly gained: readonly AccessChange[];
  readonly lost: readonly AccessChange[];
  readonly added: readonly DutyTitle[];
  readonly removed: readonly DutyTitle[];
  /** One task under two ids: field policies are keyed by the id, and follow it to another task. */
  readonly renumbered: readonly Renumbered[];
  /** One id under two titles: it may mean another task now. */
  readonly retitled: readonly Retitled[];
  readonly reworded: readonly Reworded[];
  readonly assignments: readonly AssignmentChange[];
  readonly periods: readonly PeriodChange[];
  /** Whether anything is allowed, or may be, that was not: a field gained, a longer validity, an id that may mean another task. */
  readonly widens: boolean;
}

/**
 * Compares two registers under one set of field declarations: a department may read a field under a duty of its own
 * when the field names the duty, unless it is not shared, or when it owns the field. Validity is compared apart
 * (`periods`), so that a duty not yet in force does not hide what it will allow.
 */
export function diffRegister(
  before: Register,
  after: Register,
  fields: readonly FieldDuties[],
): RegisterDiff {
  const access = { before: accessOf(before, fields), after: accessOf(after, fields) };
  const common = after.duties.flatMap((duty) => {
    const old = findDuty(before, duty.id);
    return old ? [{ old, duty }] : [];
  });
  const gained = missingFrom(access.before, access.after);
  const { renumbered, retitled, reworded } = matchDuties(before.duties, after.duties);
  const periods = common.flatMap(({ old, duty }) => periodChange(old, duty));
  return {
    gained,
    lost: missingFrom(access.after, access.before),
    added: onlyIn(after, before),
    removed: onlyIn(before, after),
    renumbered,
    retitled,
    reworded,
    assignments: common.flatMap(({ old, duty }) =>
      assignmentChange(duty.id, namesOf(before, old), namesOf(after, duty)),
    ),
    periods,
    widens:
      gained.length > 0 ||
      renumbered.length > 0 ||
      retitled.length > 0 ||
      reworded.some(({ mayBeAnother }) => mayBeAnother) ||
      periods.some(({ before: old, after: now }) => !contains(old, now)),
  };
}

type Access = Map<string, Map<string, ReadonlySet<string>>>;

/** Coordinates by department and duty. */
function accessOf(register: Register, fields: readonly FieldDuties[]): Access {
  const access: Access = new Map();
  for (const duty of register.duties) {
    for (const department of assignedDepartments(register, duty)) {
      const readable = fields.filter((field) => {
        const owns = (canonicalName(register, field.owner) ?? field.owner) === department;
        return owns || (field.sharing !== "NOT_SHARED" && field.duties.includes(duty.id));
      });
      const byDuty = access.get(department) ?? new Map<string, ReadonlySet<string>>();
      access.set(department, byDuty);
      byDuty.set(duty.id, new Set(readable.map(({ coordinate }) => coordinate)));
    }
  }
  return access;
}

function missingFrom(one: Access, other: Access): AccessChange[] {
  return [...other].flatMap(([department, byDuty]) =>
    [...byDuty].flatMap(([duty, readable]) => {
      const known = one.get(department)?.get(duty);
      const coordinates = [...readable].filter((coordinate) => !known?.has(coordinate));
      return coordinates.length > 0 ? [{ department, duty, coordinates }] : [];
    }),
  );
}

function onlyIn(one: Register, other: Register): DutyTitle[] {
  return one.duties
    .filter(({ id }) => !findDuty(other, id))
    .map(({ id, title }) => ({ duty: id, title }));
}

/** The list's bodies under their official names, a collective's own name before its members. */
function namesOf(register: Register, duty: RegisterDuty): string[] {
  const written = duty.departments.map((name) => canonicalName(register, name) ?? name);
  return [...new Set([...written, ...assignedDepartments(register, duty)])];
}

function assignmentChange(duty: string, before: string[], after: string[]): AssignmentChange[] {
  const added = after.filter((name) => !before.includes(name));
  const removed = before.filter((name) => !after.includes(name));
  const [leadBefore = "", leadAfter = ""] = [before[0], after[0]];
  const lead = leadBefore === leadAfter ? null : { before: leadBefore, after: leadAfter };
  return added.length + removed.length > 0 || lead ? [{ duty, added, removed, lead }] : [];
}

function periodChange(old: RegisterDuty, now: RegisterDuty): PeriodChange[] {
  const [before, after] = [periodOf(old), periodOf(now)];
  const same = contains(before, after) && contains(after, before);
  return same ? [] : [{ duty: now.id, before, after }];
}

const periodOf = ({ validFrom, validTo }: RegisterDuty): Period => ({ validFrom, validTo });

function contains(outer: Period, inner: Period): boolean {
  const begins = outer.validFrom === null || (inner.validFrom ?? "") >= outer.validFrom;
  return begins && (outer.validTo === null || (inner.validTo ?? "9999-12-31") <= outer.validTo);
}
