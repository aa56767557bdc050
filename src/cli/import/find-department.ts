import type { DepartmentDefinition } from "../../department/define.js";
import { departmentDefinitions } from "../../index.js";
import { loadRegister } from "../../policy/register/load-register.js";
import { isSameBody } from "../../policy/register/register.js";

/**
 * The department of a folder name, an official name or an alias of the register.
 * @throws Error naming those there are
 */
export function findDepartment(given: string): DepartmentDefinition {
  const register = loadRegister();
  const found = departmentDefinitions.find(
    ({ identity }) => identity.slug === given || isSameBody(register, identity.name, given),
  );
  if (found) return found;
  const known = departmentDefinitions.map(({ identity }) => `${identity.slug} (${identity.name})`);
  throw new Error(`没有部门 ${given} / no department ${given}; there are ${known.join(", ")}`);
}
