import { todayInShanghai } from "../codes/calendar.js";
import { HubError } from "../errors.js";
import {
  canonicalName,
  consentRequired,
  findDuty,
  isAssigned,
  isInForce,
  type Register,
} from "../policy/register/register.js";
import type { Caller } from "./caller.js";
import type { TokenVerifier } from "./token-verifier.js";

/** The headers that say who asks and what for. */
export interface IdentityHeaders {
  readonly authorization: string | undefined;
  readonly duty: string | undefined;
  readonly case: string | undefined;
}

/**
 * Makes the caller of a request from its token and headers.
 * @throws HubError UNAUTHENTICATED, DUTY_REQUIRED, DUTY_UNKNOWN, DUTY_NOT_ASSIGNED or CASE_REQUIRED.
 */
export async function authenticate(
  headers: IdentityHeaders,
  verifier: TokenVerifier,
  register: Register,
  now: Date,
  know: (known: Partial<Caller>) => void = () => undefined,
): Promise<Caller> {
  know({ ...(headers.duty ? { duty: headers.duty } : {}), case: headers.case ?? null });
  const token = /^Bearer ([\w.~+/=-]+)$/i.exec(headers.authorization ?? "")?.[1];
  if (!token) {
    throw new HubError("UNAUTHENTICATED", "send a token: Authorization: Bearer <JWT>");
  }
  const claims = await verifier.verify(token);
  const department = canonicalName(register, claims.department) ?? claims.department;
  know({ client: claims.sub, department, operator: claims.operator ?? null });
  const date = todayInShanghai(now);
  const duty = headers.duty;
  if (!duty) {
    throw new HubError("DUTY_REQUIRED", "say which duty this request serves: Hub-Duty: 1.2");
  }
  const registered = findDuty(register, duty);
  if (!registered || !isInForce(registered, date)) {
    throw new HubError("DUTY_UNKNOWN", "the register has no such duty in force", { duty });
  }
  if (!isAssigned(register, registered, department) || !claims.duties.includes(duty)) {
    throw new HubError(
      "DUTY_NOT_ASSIGNED",
      `${department} cannot act under duty ${duty}: the register's list or the token does not hold it`,
      { department, duty },
    );
  }
  if (consentRequired(register, duty) && !headers.case) {
    throw new HubError("CASE_REQUIRED", `duty ${duty} needs the case it belongs to: Hub-Case`, {
      duty,
    });
  }
  return {
    client: claims.sub,
    department,
    duties: claims.duties,
    jurisdiction: claims.jurisdiction,
    operator: claims.operator ?? null,
    duty,
    case: headers.case ?? null,
    date,
    credentials: {
      authorization: `Bearer ${token}`,
      "hub-duty": duty,
      ...(headers.case ? { "hub-case": headers.case } : {}),
    },
  };
}
