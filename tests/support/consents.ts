import type { Database } from "../../src/database/database.js";

/** What a new version of a consent says otherwise than the last one, by column. */
export interface ConsentChange {
  readonly state?: "GIVEN" | "REVOKED" | "ENDED";
  readonly valid_from?: string;
  readonly valid_to?: string | null;
  readonly duties?: readonly string[];
}

/** Writes a new version of every consent of a person, as the hub itself does it: none is changed. */
export async function changeConsents(
  database: Database,
  person: string,
  change: ConsentChange,
): Promise<void> {
  const latest = await database.query<{ consent: { version: number } }>(
    `select to_jsonb(c) as consent from (
       select distinct on (id) * from consent.consent where person = $1
       order by id, version desc) c`,
    [person],
  );
  if (latest.length === 0) throw new Error("the person has no consent to change");
  for (const { consent } of latest) {
    const next = { ...consent, version: consent.version + 1, ...change };
    await database.query(
      `insert into consent.consent
       select * from jsonb_populate_record(null::consent.consent, $1::jsonb)`,
      [JSON.stringify(next)],
    );
  }
}

/** What `recordConsent` is told of a person who consents himself, to duty 1.2. */
export const consentInput = (idNumber: string) => ({
  idNumber,
  division: "330726203001",
  signerIdNumber: idNumber,
  signerRelation: "SELF",
  duties: ["1.2"],
  validFrom: "2026-01-01",
});
