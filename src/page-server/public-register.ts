import type { PublicRegister } from "../pages/shared/public-register.js";
import { assignedDepartments, isInForce, type Register } from "../policy/register/register.js";

/**
 * What anybody may know of the register.
 * @param day ISO date of which the duties are in force
 */
export function publicRegister(register: Register, day: string): PublicRegister {
  const { title, basisStatus } = register.document;
  const duties = register.duties
    .filter((duty) => isInForce(duty, day))
    .map((duty) => {
      const purpose = register.purposes.find(({ id }) => id === duty.id);
      return {
        id: duty.id,
        title: duty.title,
        purpose: purpose ? { zh: purpose.purposeZh, en: purpose.purposeEn } : null,
        consentRequired: purpose?.consentRequired ?? true,
        departments: assignedDepartments(register, duty),
      };
    });
  const names = [...new Set(duties.flatMap(({ departments }) => departments))];
  const departments = names.map((name) => ({
    name,
    aliases: register.departments.find((known) => known.name === name)?.aliases ?? [],
    duties: duties.filter(({ departments }) => departments.includes(name)).map(({ id }) => id),
  }));
  return { document: { title, basisStatus }, duties, departments };
}
