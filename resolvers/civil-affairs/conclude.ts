import { sql } from "drizzle-orm";
import type { KeepConclusions } from "../../src/department/define.js";
import { identity } from "./identity.js";
import { household, verificationSummary } from "./tables.js";

/** Puts each verification's conclusion in place of the household's earlier one, and its income band on the household. */
export const keepConclusions: KeepConclusions = async ({ drizzle }, conclusions) => {
  if (conclusions.length === 0) return;
  const fetchedAt = new Date().toISOString();
  const excluded = (column: string) => sql.raw(`excluded.${column}`);
  await drizzle
    .insert(verificationSummary)
    .values(
      conclusions.map((conclusion) => ({
        ...conclusion,
        originalSource: identity.name,
        asOf: conclusion.completedOn,
        fetchedAt,
      })),
    )
    .onConflictDoUpdate({
      target: verificationSummary.householdId,
      set: {
        number: excluded("number"),
        outcome: excluded("outcome"),
        incomeBand: excluded("income_band"),
        completedOn: excluded("completed_on"),
        validUntil: excluded("valid_until"),
        originalSource: excluded("original_source"),
        asOf: excluded("as_of"),
        fetchedAt: excluded("fetched_at"),
      },
    });
  const known = conclusions.filter(({ incomeBand }) => incomeBand !== null);
  const ids = known.map(({ householdId }) => householdId);
  const bands = known.map(({ incomeBand }) => incomeBand);
  await drizzle.execute(sql`
    update ${household} set income_band = concluded.band
      from unnest(${sql.param(ids)}::text[], ${sql.param(bands)}::text[]) as concluded (id, band)
     where ${household.id} = concluded.id and household.income_band is distinct from concluded.band`);
};
