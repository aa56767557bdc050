import { ageOn } from "../../codes/calendar.js";
import type { SignerRelation } from "../../codes/consent-codes.js";
import { parseIdNumber } from "../../codes/id-number.js";
import { HubError } from "../../errors.js";
import {
  consentRequired,
  findDuty,
  isInForce,
  type Register,
} from "../../policy/register/register.js";

/** What is to be recorded of a signed consent (授权书). */
export interface ConsentApplication {
  readonly idNumber: string;
  /** Village in which the person lives, 12 digits. */
  readonly division: string;
  /** The household on whose application it was signed, with its members on that day. */
  readonly householdId?: string | null | undefined;
  readonly membership?: readonly string[] | null | undefined;
  readonly signerIdNumber: string;
  readonly signerRelation: SignerRelation;
  readonly duties: readonly string[];
  readonly validFrom: string;
  /** Last day; null until the household exits. */
  readonly validTo?: string | null | undefined;
}

/** Age from which a person consents alone (PIPL, article 31). */
const AGE_OF_CONSENT = 14;
const AGE_OF_MAJORITY = 18;

/**
 * Refuses what cannot be a consent.
 * @throws HubError BAD_USER_INPUT naming the argument.
 */
export function checkApplication(
  application: ConsentApplication,
  register: Register,
  date: string,
): void {
  checkDuties(application.duties, register, date);
  checkSigner(application, date);
  const { idNumber, householdId, membership, validFrom, validTo } = application;
  if (validTo && validTo < validFrom) {
    throw bad("validTo", "the last day lies before the first");
  }
  if ((householdId ?? null) === null) return;
  if (!membership?.includes(idNumber)) {
    throw bad("membership", "the household's members on the day of signing include the person");
  }
}

function checkDuties(duties: readonly string[], register: Register, date: string): void {
  if (duties.length === 0) throw bad("duties", "a consent covers at least one duty");
  for (const id of duties) {
    const duty = findDuty(register, id);
    if (!duty || !isInForce(duty, date)) throw bad("duties", `no duty ${id} is in force`);
    if (!consentRequired(register, id)) throw bad("duties", `duty ${id} asks for no consent`);
  }
}

function checkSigner(
  { idNumber, signerIdNumber, signerRelation }: ConsentApplication,
  date: string,
): void {
  const isSelf = signerIdNumber === idNumber;
  if (isSelf !== (signerRelation === "SELF")) {
    throw bad("signerRelation", "SELF is for the person's own signature, and for it alone");
  }
  const age = ageOn(parseIdNumber(signerIdNumber).birthDate, date);
  if (isSelf && age < AGE_OF_CONSENT) {
    throw bad("signerRelation", `a guardian signs for a person under ${AGE_OF_CONSENT}`);
  }
  if (!isSelf && age < AGE_OF_MAJORITY) {
    throw bad("signerIdNumber", `who signs for another is at least ${AGE_OF_MAJORITY}`);
  }
}

function bad(argument: string, message: string): HubError {
  return new HubError("BAD_USER_INPUT", message, { argument });
}
