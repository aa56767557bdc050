import { departmentDeclarations } from "../index.js";
import type { GovernedField } from "../policy/field-policy.js";

/** Every data field with its owner, sharing class and duties, whatever the register says. */
export async function fieldDuties(): Promise<GovernedField[]> {
  const declarations = await departmentDeclarations();
  return declarations.filter((field) => field.kind === "governed");
}
