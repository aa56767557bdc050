import { assignedDepartments, canonicalName, type Register } from "../policy/register/register.js";

/** What stands in place of a department or duty that is not in the register. */
export const UNKNOWN = "unknown";

/**
 * Names that may be told to operators: those of the register and no others, since what a request says
 * of itself may be anything.
 */
export class KnownLabels {
  private readonly departments: ReadonlySet<string>;
  private readonly duties: ReadonlySet<string>;

  constructor(private readonly register: Register) {
    this.duties = new Set(register.duties.map(({ id }) => id));
    this.departments = new Set([
      ...register.departments.map(({ name }) => name),
      ...register.duties.flatMap((duty) => assignedDepartments(register, duty)),
    ]);
  }

  /** The department's official name, or `unknown`. */
  department(name: string | undefined): string {
    if (name === undefined) return UNKNOWN;
    if (this.departments.has(name)) return name;
    return canonicalName(this.register, name) ?? UNKNOWN;
  }

  /** The duty's id, or `unknown`. */
  duty(id: string | undefined): string {
    return id !== undefined && this.duties.has(id) ? id : UNKNOWN;
  }
}
