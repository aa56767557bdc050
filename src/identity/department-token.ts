import type { JWK } from "jose";
import { HubError } from "../errors.js";
import { canonicalName, findDuty, isAssigned, type Register } from "../policy/register/register.js";
import { issueToken } from "./token-issuer.js";
import type { TokenExpectations } from "./token-verifier.js";

/** The division that tokens see without saying one: the county. */
const COUNTY = "330726";

/** Whom a token is to stand for. */
export interface DepartmentTokenRequest {
  /** The client system. */
  readonly client: string;
  /** Official name or alias. */
  readonly department: string;
  readonly duties: readonly string[];
  /** Prefixes of division codes; the county where there are none. */
  readonly jurisdiction?: readonly string[] | undefined;
  /** The person at the keyboard. */
  readonly operator?: string | undefined;
  /** How long it lives: `15m`, `8h`. */
  readonly expires: string;
}

/**
 * Signs a token for a department of the register under duties that are its own.
 * @throws HubError BAD_USER_INPUT for any other, and where there is no key
 */
export async function departmentToken(
  key: JWK | undefined,
  expected: TokenExpectations,
  register: Register,
  request: DepartmentTokenRequest,
): Promise<string> {
  if (!key)
    throw refused(
      "no key to sign with: set HUB_SIGNING_KEY to a private JWK's file (hub client keygen makes one)",
    );
  const { client, duties, jurisdiction = [COUNTY], operator, expires } = request;
  return issueToken(key, expected, {
    sub: client,
    department: checkedDepartment(register, request),
    duties: [...duties],
    jurisdiction: [...jurisdiction],
    ...(operator === undefined ? {} : { operator }),
    expires,
  });
}

function checkedDepartment(
  register: Register,
  { department, duties }: DepartmentTokenRequest,
): string {
  const name = canonicalName(register, department);
  if (!name) throw refused(`${department} is not in the register`);
  for (const id of duties) {
    const registered = findDuty(register, id);
    if (!registered) throw refused(`duty ${id} is not in the register`);
    if (!isAssigned(register, registered, name)) {
      throw refused(`duty ${id} is not assigned to ${name}; its list does not name it`);
    }
  }
  return name;
}

const refused = (message: string) => new HubError("BAD_USER_INPUT", message);
