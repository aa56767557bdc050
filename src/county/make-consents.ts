import { addDays, addYears } from "../codes/calendar.js";
import type { ConsentTruth } from "./household-truth.js";
import type { PersonTruth } from "./person-truth.js";
import type { RandomStream } from "./random-stream.js";

/** The duties that need consent for financial and health fields. */
export const CONSENT_DUTIES = ["1.2", "1.3", "1.4", "2.1", "2.3"] as const;

/** How a household stands with its consents. */
export type ConsentState = "IN_FORCE" | "NONE" | "ONE_MISSING" | "REVOKED" | "EXPIRED";

const STATES: readonly (readonly [ConsentState, number])[] = [
  ["IN_FORCE", 86],
  ["NONE", 5],
  ["ONE_MISSING", 2],
  ["REVOKED", 4],
  ["EXPIRED", 3],
];

/** Draws how a household that declared its situation stands with its consents. */
export function drawConsentState(stream: RandomStream): ConsentState {
  return stream.weighted(STATES);
}

/** Consents signed on the day of the declaration; no more than three obligors in five sign. */
export function makeConsents(
  state: ConsentState,
  members: readonly PersonTruth[],
  obligors: readonly PersonTruth[],
  declaredOn: string,
  asOf: string,
  stream: RandomStream,
): readonly ConsentTruth[] {
  if (state === "NONE") return [];
  const last = members.length - 1;
  const signers = [
    ...members.filter((_, place) => !(state === "ONE_MISSING" && place === last)),
    ...obligors.filter(() => stream.chance(0.6)),
  ];
  const signedOn = state === "EXPIRED" ? addYears(declaredOn, -3) : declaredOn;
  return signers.map(({ idNumber }) => ({
    idNumber,
    duties: CONSENT_DUTIES,
    validFrom: signedOn,
    validTo: state === "EXPIRED" ? addYears(signedOn, 2) : null,
    revokedOn: state === "REVOKED" ? addDays(asOf, -10) : null,
  }));
}
