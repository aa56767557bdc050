import type { FieldPolicy } from "./field-policy.js";
import type { Policy } from "./policy.js";
import { findDuty, isAssigned, isInForce, isSameBody } from "./register/register.js";

/** Why a coordinate may, or may not, be read. */
export type Reason =
  | "DUTY_NEEDS_FIELD"
  | "OWNER"
  | "NO_DEPARTMENT_DATA"
  | "DUTY_UNKNOWN"
  | "DUTY_NOT_ASSIGNED"
  | "FIELD_NOT_NEEDED"
  | "NOT_SHARED"
  | "FIELD_UNKNOWN";

/** One department acting under one duty on one day: everything a decision depends on beside the policy. */
export interface Standing {
  /** Official name of the department; an alias of the register counts as that name. */
  readonly department: string;
  readonly duty: string;
  /** ISO date (Asia/Shanghai) on which the duty must be in force. */
  readonly date: string;
}

/** The decision on one coordinate. */
export interface Verdict {
  readonly allowed: boolean;
  readonly reason: Reason;
}

/** Decides one coordinate; deny is the default. */
export function decideField(policy: Policy, standing: Standing, coordinate: string): Verdict {
  const field = policy.fields.get(coordinate);
  if (!field) return refused("FIELD_UNKNOWN");
  const duty = findDuty(policy.register, standing.duty);
  if (!duty || !isInForce(duty, standing.date)) return refused("DUTY_UNKNOWN");
  if (!isAssigned(policy.register, duty, standing.department)) return refused("DUTY_NOT_ASSIGNED");
  return decideAssigned(policy, standing, field);
}

function decideAssigned(policy: Policy, standing: Standing, field: FieldPolicy): Verdict {
  switch (field.kind) {
    case "open":
      return granted("NO_DEPARTMENT_DATA");
    case "duties":
      return field.duties.includes(standing.duty)
        ? granted("DUTY_NEEDS_FIELD")
        : refused("FIELD_NOT_NEEDED");
    case "follows":
      return follow(policy, standing, field.type);
    case "governed":
      if (isSameBody(policy.register, field.owner, standing.department)) return granted("OWNER");
      if (field.sharing === "NOT_SHARED") return refused("NOT_SHARED");
      return field.duties.includes(standing.duty)
        ? granted("DUTY_NEEDS_FIELD")
        : refused("FIELD_NOT_NEEDED");
  }
}

function follow(policy: Policy, standing: Standing, type: string): Verdict {
  const verdicts = (policy.governedByType.get(type) ?? []).map((field) =>
    decideAssigned(policy, standing, field),
  );
  return verdicts.find((verdict) => verdict.allowed) ?? refused("FIELD_NOT_NEEDED");
}

const granted = (reason: Reason): Verdict => ({ allowed: true, reason });
const refused = (reason: Reason): Verdict => ({ allowed: false, reason });

const readableSets = new WeakMap<Policy, Map<string, ReadonlySet<string>>>();

/** Every coordinate that may be read; computed once for a policy and standing. */
export function readableCoordinates(policy: Policy, standing: Standing): ReadonlySet<string> {
  const known = readableSets.get(policy) ?? new Map<string, ReadonlySet<string>>();
  readableSets.set(policy, known);
  const key = `${standing.department}|${standing.duty}|${standing.date}`;
  let readable = known.get(key);
  if (!readable) {
    readable = new Set(
      [...policy.fields.keys()].filter(
        (coordinate) => decideField(policy, standing, coordinate).allowed,
      ),
    );
    if (known.size >= MAXIMUM_REMEMBERED) known.clear();
    known.set(key, readable);
  }
  return readable;
}

/** More than all department names times all duties of a day; a new day starts over. */
const MAXIMUM_REMEMBERED = 4096;

/**
 * The ids of the duties, in force and assigned to the department, that would allow the coordinate:
 * what a refused caller could do instead. Empty where no duty of its would.
 */
export function grantingDuties(
  policy: Policy,
  department: string,
  date: string,
  coordinate: string,
): string[] {
  return policy.register.duties
    .map((duty) => duty.id)
    .filter((duty) => decideField(policy, { department, duty, date }, coordinate).allowed);
}
