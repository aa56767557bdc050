import { randomUUID } from "node:crypto";
import { and, arrayOverlaps, eq, or } from "drizzle-orm";
import type { Database } from "../../database/database.js";
import { HubError } from "../../errors.js";
import type { ConsentTerms } from "./consent-terms.js";
import {
  addVersion,
  findConsent,
  isLatest,
  withConsentsOf,
  type ConsentVersion,
} from "./consent-versions.js";
import { consent } from "./tables.js";

/** Who makes a version, and when (ISO 8601 with offset). */
export interface Recording {
  readonly recordedBy: string;
  readonly recordedAt: string;
}

/**
 * Records a consent that was checked. Consents of the same person that it takes the place of, those
 * of the same household or for one of the same duties, end with it.
 */
export function recordConsent(
  database: Database,
  terms: ConsentTerms,
  recording: Recording,
): Promise<ConsentVersion> {
  return withConsentsOf(database, terms.person, async (transaction) => {
    for (const earlier of await givenFor(transaction, terms)) {
      await addVersion(transaction, earlier, {
        ...recording,
        state: "ENDED",
        reason: "re-applied",
      });
    }
    const first: ConsentVersion = {
      ...terms,
      ...recording,
      id: `C-${randomUUID()}`,
      version: 1,
      state: "GIVEN",
      reason: "application",
    };
    await transaction.drizzle.insert(consent).values(first);
    return first;
  });
}

/**
 * Renews a consent: a new version with a new signature and validity.
 * @throws HubError BAD_USER_INPUT for an unknown id or another person's consent.
 */
export function renewConsent(
  database: Database,
  id: string,
  terms: ConsentTerms,
  recording: Recording,
): Promise<ConsentVersion> {
  return withConsentsOf(database, terms.person, async (transaction) => {
    const latest = await findConsent(transaction, id);
    if (!latest || latest.person !== terms.person) throw unknown("renews");
    const change = { ...terms, ...recording, state: "GIVEN", reason: "renewed" };
    return addVersion(transaction, latest, change as typeof change & { state: "GIVEN" });
  });
}

/**
 * Revokes a consent from now on; what was read before stays read.
 * @throws HubError BAD_USER_INPUT for an unknown id or a consent that is over already.
 */
export async function revokeConsent(
  database: Database,
  { id, person }: Pick<ConsentVersion, "id" | "person">,
  reason: string,
  recording: Recording,
): Promise<ConsentVersion> {
  return withConsentsOf(database, person, async (transaction) => {
    const latest = await findConsent(transaction, id);
    if (latest?.state !== "GIVEN") throw unknown("id");
    return addVersion(transaction, latest, { ...recording, state: "REVOKED", reason });
  });
}

function givenFor(
  database: Database,
  { person, householdId, duties }: ConsentTerms,
): Promise<ConsentVersion[]> {
  const sameHousehold = householdId ? eq(consent.householdId, householdId) : undefined;
  return database.drizzle
    .select()
    .from(consent)
    .where(
      and(
        eq(consent.person, person),
        eq(consent.state, "GIVEN"),
        or(sameHousehold, arrayOverlaps(consent.duties, [...duties])),
        isLatest(database),
      ),
    );
}

function unknown(argument: string): HubError {
  return new HubError("BAD_USER_INPUT", "there is no such consent in force", { argument });
}
