import type { Application } from "../verification/application.js";
import type { Casework } from "./casework.js";
import { checkConsents, checkMembership, foundHousehold } from "./check-household.js";
import { checkSubmission } from "./check-submission.js";
import { conclusionOf, makeIssue, newNumbers } from "./issue.js";
import { readHouseholds, verifyingCaller, type Reading } from "./read-households.js";
import { storeReports, type VerificationRow } from "./store-report.js";

/**
 * Verifies what a family applies with and keeps the report. Sources that do not answer make it
 * incomplete, and are asked again later; nothing is kept of an application that is refused.
 * @throws HubError BAD_USER_INPUT naming argument and reason; CONSENT_REQUIRED where a programme is
 *   applied for and a member has not consented; OUT_OF_JURISDICTION; SOURCE_UNAVAILABLE where the
 *   household itself cannot be read
 */
export async function submitVerification(
  casework: Casework,
  application: Application,
  reading: Reading,
  by: string,
): Promise<VerificationRow> {
  const { ask, database, register, parameters } = casework;
  const { date } = reading;
  checkSubmission(application, parameters(date), date);
  const caller = verifyingCaller(register, reading);
  const [found] = await readHouseholds(ask, caller, [application.householdId]);
  const household = foundHousehold(found);
  await checkMembership(ask, caller, application, household);
  if (application.programme !== null) checkConsents(application, household);
  const [number = ""] = await newNumbers(database, 1, date);
  const note = application.programme === null ? "re-verified" : "applied for";
  const issue = makeIssue(casework, {
    application,
    household,
    date,
    by,
    note,
    verification: number,
  });
  await database.transaction((transaction) => storeReports(transaction, casework.sealing, [issue]));
  await casework.conclude([conclusionOf(issue)]);
  return issue.row;
}
