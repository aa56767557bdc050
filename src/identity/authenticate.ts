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
import type { Presented } from "./clients/possession.js";
import type { Verifier } from "./token-verifier.js";
import { Unauthenticated } from "./unauthenticated.js";

/** What a request says of who asks and what for. */
export interface Identification {
  readonly authorization: string | undefined;
  /** The DPoP header. */
  readonly dpop: string | undefined;
  readonly duty: string | undefined;
  readonly case: string | undefined;
  /** HTTP method, in capitals. */
  readonly method: string;
  /** The address that was asked, as clients know it. */
  readonly address: string;
  /** Thumbprint of the verified client certificate; undefined without one. */
  readonly certificate: string | undefined;
}

/**
 * Makes the caller of a request from its token and headers.
 * @throws Unauthenticated; HubError DUTY_REQUIRED, DUTY_UNKNOWN, DUTY_NOT_ASSIGNED, CASE_REQUIRED or
 *   SOURCE_UNAVAILABLE.
 */
export async function authenticate(
  request: Identification,
  verifier: Verifier,
  register: Register,
  now: Date,
  know: (known: Partial<Caller>) => void = () => undefined,
): Promise<Caller> {
  const { case: reference = null } = request;
  know({ case: reference, ...(request.duty ? { duty: request.duty } : {}) });
  const { token, scheme } = credentialsOf(request);
  const claims = await verifier.verify(token, presentedIn(request, scheme), (proven) =>
    know({
      client: proven.sub,
      department: officialName(register, proven.department),
      operator: proven.operator ?? null,
    }),
  );
  const department = officialName(register, claims.department);
  const date = todayInShanghai(now);
  const duty = servedDuty(request, { department, duties: claims.duties, date }, register);
  return {
    client: claims.sub,
    kind: claims.kind,
    department,
    duties: claims.duties,
    jurisdiction: claims.jurisdiction,
    operator: claims.operator ?? null,
    duty,
    case: reference,
    date,
    credentials: {
      authorization: `${scheme} ${token}`,
      "hub-duty": duty,
      ...(reference ? { "hub-case": reference } : {}),
    },
  };
}

/** A department's name as the register has it; one that it does not have, as it is. */
function officialName(register: Register, name: string): string {
  return canonicalName(register, name) ?? name;
}

/** The duty that a request serves, once it is clear that its caller may act under it. */
function servedDuty(
  { duty, case: reference }: Identification,
  { department, duties, date }: Pick<Caller, "department" | "duties" | "date">,
  register: Register,
): string {
  if (!duty) {
    throw new HubError("DUTY_REQUIRED", "say which duty this request serves: Hub-Duty: 1.2");
  }
  const registered = findDuty(register, duty);
  if (!registered || !isInForce(registered, date)) {
    throw new HubError("DUTY_UNKNOWN", "the register has no such duty in force", { duty });
  }
  if (!isAssigned(register, registered, department) || !duties.includes(duty)) {
    throw new HubError(
      "DUTY_NOT_ASSIGNED",
      `${department} cannot act under duty ${duty}: the register's list or the token does not hold it`,
      { department, duty },
    );
  }
  if (consentRequired(register, duty) && !reference) {
    throw new HubError("CASE_REQUIRED", `duty ${duty} needs the case it belongs to: Hub-Case`, {
      duty,
    });
  }
  return duty;
}

/** The token of a request, and the scheme that it came under. */
function credentialsOf({ authorization = "" }: Identification) {
  const [, scheme, token] = /^(Bearer|DPoP) ([\w.~+/=-]+)$/i.exec(authorization) ?? [];
  if (scheme === undefined || token === undefined) {
    throw new Unauthenticated("send a token: Authorization: Bearer <JWT>");
  }
  return { token, scheme: scheme.toLowerCase() === "dpop" ? "DPoP" : "Bearer" } as const;
}

function presentedIn(
  { dpop, method, address: url, certificate }: Identification,
  scheme: "Bearer" | "DPoP",
): Presented {
  return {
    scheme,
    certificate,
    dpop: dpop === undefined ? undefined : { proof: dpop, method, url },
  };
}
