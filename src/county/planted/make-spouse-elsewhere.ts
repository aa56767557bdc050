import { addDays, addYears } from "../../codes/calendar.js";
import { COUNTY_CODE } from "../../codes/divisions-330726.js";
import type { HouseholdPlan } from "../household-plan.js";
import type { HouseholdFacts } from "../household-truth.js";
import { NO_RECORDS } from "../make-people.js";
import { makeGivenName, makeSurname } from "../names.js";
import type { MarriageTruth, PersonTruth } from "../person-truth.js";
import { RandomStream } from "../random-stream.js";
import { ALIVE } from "../records/registration.js";
import { uniqueIdNumber } from "../unique-codes.js";

/** A spouse of the head whom no household counts, and the head's side of the registration. */
export function makeSpouseElsewhere(
  head: PersonTruth,
  household: HouseholdFacts,
  plan: HouseholdPlan,
): { readonly spouse: PersonTruth; readonly marriage: MarriageTruth } {
  const stream = new RandomStream(plan.seed, plan.index, 4);
  const sex = head.sex === "MALE" ? "FEMALE" : "MALE";
  const birthYear = Number(head.birthDate.slice(0, 4));
  const idNumber = uniqueIdNumber(plan.seed, plan.index, COUNTY_CODE, birthYear, sex);
  const certificate = {
    certificateNumber: `J330726-${birthYear + 24}-${String(plan.index + 1).padStart(6, "0")}`,
    registeredOn: addDays(addYears(head.birthDate, 24), 100),
  };
  const spouse: PersonTruth = {
    idNumber,
    name: makeSurname(stream) + makeGivenName(stream, sex, birthYear),
    sex,
    birthDate: `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`,
    kinship: "SPOUSE",
    maritalStatus: "MARRIED",
    division: household.village,
    marriage: { ...certificate, spouseIdNumber: head.idNumber },
    ...ALIVE,
    ...NO_RECORDS,
    householdRegistration: head.householdRegistration,
  };
  return { spouse, marriage: { ...certificate, spouseIdNumber: idNumber } };
}
