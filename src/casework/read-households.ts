import type { Caller } from "../identity/caller.js";
import {
  HOUSEHOLDS_OPERATION,
  VERIFICATION_DUTY,
} from "../verification/reading/household-operation.js";
import type { Found } from "../verification/reading/found.js";
import { readAnswer } from "../verification/reading/read-answer.js";
import { findDuty, type Register } from "../policy/register/register.js";
import type { Ask } from "./ask.js";

/** For whom, and within which divisions and which case, households are read. */
export interface Reading {
  readonly client: string;
  readonly operator: string | null;
  readonly jurisdiction: readonly string[];
  readonly case: string;
  /** Day on which rights and consents count. */
  readonly date: string;
  /** The headers that carry the asker's identity on, where a department elsewhere takes no other. */
  readonly credentials: Readonly<Record<string, string>>;
}

/** The department that verifies: the first in the list of the duty, which leads it. */
export function verifyingDepartment(register: Register): string {
  const [lead] = findDuty(register, VERIFICATION_DUTY)?.departments ?? [];
  if (lead === undefined) throw new Error(`no department is listed for duty ${VERIFICATION_DUTY}`);
  return lead;
}

/** The caller as which a verification reads: the leading department under the duty of verification. */
export function verifyingCaller(
  register: Register,
  { client, operator, jurisdiction, case: reference, date, credentials }: Reading,
): Caller {
  return {
    client,
    kind: "vouched",
    department: verifyingDepartment(register),
    duties: [VERIFICATION_DUTY],
    jurisdiction,
    operator,
    duty: VERIFICATION_DUTY,
    case: reference,
    date,
    credentials: { ...credentials, "hub-duty": VERIFICATION_DUTY, "hub-case": reference },
  };
}

/** What the departments hold on households, in one composed operation, in the order asked. */
export async function readHouseholds(
  ask: Ask,
  caller: Caller,
  ids: readonly string[],
): Promise<readonly Found[]> {
  const { data, errors } = await ask(caller, HOUSEHOLDS_OPERATION, { ids });
  return readAnswer(ids, { data, errors } as Parameters<typeof readAnswer>[1]);
}
