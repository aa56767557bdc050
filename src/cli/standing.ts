import {
  canonicalName,
  dutiesOf,
  findDuty,
  isAssigned,
  type Register,
  type RegisterDuty,
} from "../policy/register/register.js";

/** Names that a message lists at most. */
const SHOWN = 5;

/**
 * The official name of a department that an operator names.
 * @throws Error naming those whose names are alike, for one that the register does not have.
 */
export function knownDepartment(register: Register, given: string): string {
  const official = canonicalName(register, given);
  if (official) return official;
  const names = register.departments.map(({ name }) => name);
  const alike = names
    .map((name) => ({ name, shared: [...given].filter((letter) => name.includes(letter)).length }))
    .filter(({ shared }) => shared > 1)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, SHOWN);
  const advice =
    alike.length > 0
      ? `did you mean ${alike.map(({ name }) => name).join(", ")}?`
      : "its names are in schema/register/departments.json";
  throw new Error(`${given} is not in the register; ${advice}`);
}

/**
 * A duty that a department has.
 * @throws Error naming the duties it has, for another or for one that the register does not have.
 */
export function knownDuty(register: Register, department: string, id: string): RegisterDuty {
  const duty = findDuty(register, id);
  if (duty && isAssigned(register, duty, department)) return duty;
  const own = dutiesOf(register, department).map((one) => one.id);
  const has = own.length > 0 ? `its duties are ${own.join(", ")}` : "it has none";
  const fault = duty ? `is not assigned to ${department}` : "is not in the register";
  throw new Error(`duty ${id} ${fault}; ${duty ? has : `${department}: ${has}`}`);
}
