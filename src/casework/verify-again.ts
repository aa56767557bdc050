import type { Database } from "../database/database.js";
import type { Casework } from "./casework.js";
import { foundHousehold } from "./check-household.js";
import { applicationOf, findingsOf, waitingForSources } from "./find-verifications.js";
import { conclusionOf, makeIssue } from "./issue.js";
import { lockVerification } from "./lock-verification.js";
import { readHouseholds, verifyingCaller, type Reading } from "./read-households.js";
import { storeReports, type VerificationRow } from "./store-report.js";

/** Verifies once more what was verified before: the next report of the same verification. */
export async function verifyAgain(
  casework: Casework,
  row: VerificationRow,
  reading: Omit<Reading, "case">,
  by: string,
  note: string,
): Promise<VerificationRow> {
  const { ask, database, register, sealing } = casework;
  const caller = verifyingCaller(register, { ...reading, case: row.case });
  const [found] = await readHouseholds(ask, caller, [row.householdId]);
  const household = foundHousehold(found);
  const issue = await database.transaction(async (transaction) => {
    const latest = await lockVerification(transaction, row.id);
    const again = makeIssue(casework, {
      application: applicationOf(sealing, latest),
      household,
      date: reading.date,
      by,
      note,
      verification: { row: latest, known: await findingsOf(transaction, row.id) },
    });
    await storeReports(transaction, sealing, [again]);
    return again;
  });
  await casework.conclude([conclusionOf(issue)]);
  return issue.row;
}

/**
 * Asks again the sources that reports still wait for, as far as it is time to; what does not answer
 * is waited for longer. Answers how many verifications were verified again.
 */
export async function completeWaiting(
  casework: Casework,
  reading: Omit<Reading, "case" | "jurisdiction">,
): Promise<number> {
  const waiting = await waitingForSources(casework.database, casework.now());
  let done = 0;
  for (const row of waiting) {
    const own = { ...reading, jurisdiction: [row.division] };
    const again = await claim(casework.database, row);
    if (!again) continue;
    await verifyAgain(casework, row, own, reading.client, "sources asked again").then(
      () => (done += 1),
      () => undefined,
    );
  }
  return done;
}

/** Of several processes one takes it on; a process that dies over it leaves it for a later time. */
async function claim(database: Database, { id, retryAt }: VerificationRow): Promise<boolean> {
  const claimed = await database.query(
    `update verification.verification set retry_at = now() + interval '10 minutes', retries = retries + 1
      where id = $1 and retry_at = $2 returning id`,
    [id, retryAt],
  );
  return claimed.length > 0;
}
