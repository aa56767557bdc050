import { significantPrefixes } from "../../codes/division-code.js";
import { HubError } from "../../errors.js";
import {
  canonicalName,
  findDuty,
  isAssigned,
  type Register,
} from "../../policy/register/register.js";

/** What a client's id looks like. */
export const CLIENT_ID = /^[A-Za-z0-9][\w.:-]{0,63}$/;

/** Province, city, county, town or village (GB/T 2260 and its extension). */
const DIVISION_PREFIX = /^[1-9]\d(\d{2}(\d{2}(\d{3}){0,2})?)?$/;

/** What a client system is registered with. */
export interface ClientApplication {
  readonly id: string;
  /** What people call it; its id unless given. */
  readonly name?: string | undefined;
  /** A name or alias in the register. */
  readonly department: string;
  readonly duties: readonly string[];
  /** Division-code prefixes: 2 (province), 4, 6, 9 or 12 digits; 330700 stands for 3307. */
  readonly jurisdiction: readonly string[];
  readonly kind: "system" | "developer";
  /** The public JWK that its assertions are signed with. */
  readonly key: unknown;
}

/** The rights of an application, in the register's words. */
export interface ClientRights {
  readonly department: string;
  readonly duties: string[];
  readonly jurisdiction: string[];
}

/**
 * What an application may be registered with.
 * @throws HubError BAD_USER_INPUT naming the argument: id, department, duties or jurisdiction.
 */
export function checkApplication(
  { id, department, duties, jurisdiction }: ClientApplication,
  register: Register,
): ClientRights {
  if (!CLIENT_ID.test(id)) {
    throw bad("id", "a client's id is 1 to 64 letters, digits or . _ : -, a letter or digit first");
  }
  const official = canonicalName(register, department);
  if (official === undefined) throw bad("department", `${department} is not in the register`);
  if (duties.length === 0) throw bad("duties", "a client acts under at least one duty");
  for (const duty of duties) checkDuty(register, duty, official);
  return {
    department: official,
    duties: [...new Set(duties)],
    jurisdiction: checkedDivisions(jurisdiction),
  };
}

function checkDuty(register: Register, id: string, department: string): void {
  const duty = findDuty(register, id);
  if (!duty) throw bad("duties", `duty ${id} is not in the register`);
  if (isAssigned(register, duty, department)) return;
  throw bad("duties", `duty ${id} is not assigned to ${department}; its list does not name it`);
}

/** Each once, without the zeros with which a six-digit code stands for a whole province or city. */
function checkedDivisions(divisions: readonly string[]): string[] {
  if (divisions.length === 0) throw bad("jurisdiction", "a client has at least one division");
  if (!divisions.every((prefix) => DIVISION_PREFIX.test(prefix))) {
    throw bad("jurisdiction", "a division prefix has 2, 4, 6, 9 or 12 digits, such as 330726");
  }
  return [...new Set(significantPrefixes(divisions))];
}

function bad(argument: string, message: string): HubError {
  return new HubError("BAD_USER_INPUT", message, { argument });
}
