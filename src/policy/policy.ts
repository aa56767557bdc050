import type { FieldPolicy, GovernedField, InputPolicy } from "./field-policy.js";
import { findDuty, type Register } from "./register/register.js";
import { sha256Hex } from "./sha256.js";

/** The register and every field's policy together: all that a decision depends on. */
export interface Policy {
  /** SHA-256 of the register and the declarations, in hex: names this policy in answers and audit records. */
  readonly hash: string;
  readonly register: Register;
  readonly fields: ReadonlyMap<string, FieldPolicy>;
  readonly inputs: ReadonlyMap<string, InputPolicy>;
  /** The governed fields of each object type, by type name. */
  readonly governedByType: ReadonlyMap<string, readonly GovernedField[]>;
}

/** Start-up refused the policy; `problems` lists every mistake at once. */
export class PolicyError extends Error {
  readonly code = "POLICY_INVALID";
  constructor(readonly problems: readonly string[]) {
    super(`the field policy is not usable:\n  ${problems.join("\n  ")}`);
  }
}

/**
 * Joins a register with the departments' declarations.
 * @throws PolicyError when a duty is not in the register, a coordinate is declared in two ways,
 * or a following or reading declaration points at nothing.
 */
export function createPolicy(
  register: Register,
  fieldPolicies: readonly FieldPolicy[],
  inputPolicies: readonly InputPolicy[],
): Policy {
  const problems: string[] = [];
  const fields = uniqueByCoordinate(fieldPolicies, problems);
  const inputs = uniqueByCoordinate(inputPolicies, problems);
  const governedByType = groupByType(fields);
  for (const field of fields.values()) {
    if (field.kind === "follows" && !governedByType.has(field.type)) {
      problems.push(`${field.coordinate} follows ${field.type}, which has no governed field`);
    }
    const duties = "duties" in field ? field.duties : [];
    for (const duty of duties.filter((id) => !findDuty(register, id))) {
      problems.push(`${field.coordinate} names duty ${duty}, which is not in the register`);
    }
  }
  for (const input of inputs.values()) {
    for (const read of input.reads.filter((coordinate) => !fields.has(coordinate))) {
      problems.push(`${input.coordinate} reads ${read}, which no department declares`);
    }
  }
  if (problems.length > 0) throw new PolicyError(problems);
  return { hash: hashOf(register, fields, inputs), register, fields, inputs, governedByType };
}

/** The fields that using these input fields counts as reading; an input field without a policy reads itself, which nobody may. */
export function readCoordinates(policy: Policy, inputs: readonly string[]): string[] {
  return inputs.flatMap((input) => policy.inputs.get(input)?.reads ?? [input]);
}

function uniqueByCoordinate<T extends { coordinate: string }>(
  declarations: readonly T[],
  problems: string[],
): Map<string, T> {
  const byCoordinate = new Map<string, T>();
  for (const declaration of declarations) {
    const known = byCoordinate.get(declaration.coordinate);
    if (known && JSON.stringify(known) !== JSON.stringify(declaration)) {
      problems.push(`${declaration.coordinate} is declared in two different ways`);
    }
    byCoordinate.set(declaration.coordinate, declaration);
  }
  return new Map([...byCoordinate].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function groupByType(fields: ReadonlyMap<string, FieldPolicy>): Map<string, GovernedField[]> {
  const groups = new Map<string, GovernedField[]>();
  for (const field of fields.values()) {
    if (field.kind !== "governed") continue;
    const type = field.coordinate.slice(0, field.coordinate.indexOf("."));
    groups.set(type, [...(groups.get(type) ?? []), field]);
  }
  return groups;
}

function hashOf(
  register: Register,
  fields: ReadonlyMap<string, FieldPolicy>,
  inputs: ReadonlyMap<string, InputPolicy>,
): string {
  const content = JSON.stringify([register, [...fields.values()], [...inputs.values()]]);
  return sha256Hex(content);
}
