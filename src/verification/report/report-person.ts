import type { Kinship } from "../../codes/code-tables.js";
import type { Application } from "../application.js";
import type { FoundHousehold, FoundMember, FoundPerson, PersonPlace } from "../reading/found.js";
import { MEMBER_SOURCES, SOURCES } from "../reading/sources.js";

/** How a person stands with the consent that financial and health records need. */
export type ConsentStanding =
  /** The sources that need it answered. */
  | "IN_FORCE"
  /** A source refused for want of it. */
  | "MISSING"
  /** Nothing was asked that needs it, as of obligors. */
  | "NOT_NEEDED"
  /** No source that needs it answered, for another reason. */
  | "UNKNOWN";

/** A person of the household as a report shows the person: never with the full ID number, nor with the birth date that would complete it. */
export interface ReportPerson extends PersonPlace {
  readonly name: string | null;
  readonly maskedIdNumber: string | null;
  readonly kinship: Kinship | null;
  readonly consent: ConsentStanding;
  /** Reference of the consent given with the application; null without one. */
  readonly consentReference: string | null;
}

/** The members and the obligors of a household, in their order. */
export function reportPersons(
  { members, obligors }: FoundHousehold,
  application: Application,
): readonly ReportPerson[] {
  return [
    ...members.map((member) => reportPerson(member, consentOf(member), application)),
    ...obligors.map((obligor) => reportPerson(obligor, "NOT_NEEDED", application)),
  ];
}

function reportPerson(
  person: FoundPerson,
  consent: ConsentStanding,
  { persons = [] }: Application,
): ReportPerson {
  const [identity] = person.identity.records;
  const named = persons.find(({ idNumber }) => idNumber === identity?.idNumber);
  return {
    role: person.role,
    place: person.place,
    name: identity?.name ?? null,
    maskedIdNumber: identity?.maskedIdNumber ?? null,
    kinship: identity?.kinship ?? null,
    consent,
    consentReference: named?.consent ?? null,
  };
}

function consentOf({ answers }: FoundMember): ConsentStanding {
  const all = MEMBER_SOURCES.map((source) => answers[source]);
  const refused = all.some(
    ({ reason, withheld }) =>
      reason === "CONSENT_REQUIRED" || withheld.some((part) => part.reason === "CONSENT_REQUIRED"),
  );
  if (refused) return "MISSING";
  const answered = MEMBER_SOURCES.some(
    (source) => SOURCES[source].needsConsent && answers[source].reason === null,
  );
  return answered ? "IN_FORCE" : "UNKNOWN";
}
