import type { Caller } from "../identity/caller.js";
import { HubError } from "../errors.js";
import type { Application } from "../verification/application.js";
import type { Found, FoundHousehold } from "../verification/reading/found.js";
import { VERIFICATION_DUTY } from "../verification/reading/household-operation.js";
import { reportPersons } from "../verification/report/report-person.js";
import type { Ask } from "./ask.js";
import { bad } from "./check-submission.js";

/**
 * The household that was found.
 * @throws HubError BAD_USER_INPUT for an unknown one, OUT_OF_JURISDICTION, or SOURCE_UNAVAILABLE
 */
export function foundHousehold(found: Found | undefined): FoundHousehold {
  if (found?.outcome === "FOUND") return found.household;
  if (!found || found.outcome === "NO_RECORD") {
    throw bad("householdId", "UNKNOWN_HOUSEHOLD", "there is no such household");
  }
  if (found.reason === "OUT_OF_JURISDICTION") {
    throw new HubError("OUT_OF_JURISDICTION", "outside the divisions that this caller serves");
  }
  throw new HubError("SOURCE_UNAVAILABLE", "the household could not be read; try again", {
    retryAfter: 5,
  });
}

/**
 * Refuses an application that names a member whom another household counts and this one does not:
 * one person lives in one household.
 * @throws HubError BAD_USER_INPUT naming the person's place
 */
export async function checkMembership(
  ask: Ask,
  caller: Caller,
  application: Application,
  household: FoundHousehold,
): Promise<void> {
  const registered = new Set(
    household.members.map(({ identity }) => identity.records[0]?.idNumber),
  );
  const strangers = (application.persons ?? []).flatMap(({ idNumber, role }, place) =>
    role === "MEMBER" && !registered.has(idNumber) ? [{ idNumber, place }] : [],
  );
  if (strangers.length === 0) return;
  const { data } = await ask(caller, operationFor(strangers.length), {
    ...Object.fromEntries(strangers.map(({ idNumber }, index) => [`n${index}`, idNumber])),
  });
  strangers.forEach(({ place }, index) => {
    const person = data?.[`p${index}`] as { households?: readonly unknown[] } | null | undefined;
    if ((person?.households ?? []).length === 0) return;
    throw bad(
      `persons.${place}.idNumber`,
      "MEMBER_OF_ANOTHER_HOUSEHOLD",
      "the person is a member of another household: that is to be put right first",
    );
  });
}

function operationFor(count: number): string {
  const places = Array.from({ length: count }, (_, place) => place);
  const variables = places.map((place) => `$n${place}: IdNumber!`).join(", ");
  const fields = places.map(
    (place) => `p${place}: person(idNumber: $n${place}) { households { id } }`,
  );
  return `query HouseholdsOfApplicants(${variables}) { ${fields.join(" ")} }`;
}

/**
 * Refuses an application while a member has not consented: every member signs.
 * @throws HubError CONSENT_REQUIRED naming the members' places
 */
export function checkConsents(application: Application, household: FoundHousehold): void {
  const missing = reportPersons(household, application).flatMap(({ role, place, consent }) =>
    role === "MEMBER" && consent === "MISSING" ? [place] : [],
  );
  if (missing.length === 0) return;
  throw new HubError(
    "CONSENT_REQUIRED",
    `no consent in force of member ${missing.join(", ")}: every member signs before a verification`,
    { coordinate: "Household.members", duty: VERIFICATION_DUTY, members: missing },
  );
}
