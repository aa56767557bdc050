import type { Database } from "../../database/database.js";
import { quoted } from "../../database/quoted.js";
import { openCell, ownerColumn } from "../../sealing/sealed-rows.js";
import type { Sealing } from "../../sealing/sealing.js";
import type { DeliveredColumns } from "./delivered-columns.js";
import { differs, matched } from "./row-conditions.js";
import { TEMPORARY } from "./temporary-tables.js";

/** Records that are opened at a time. */
const BATCH = 5_000;

interface Candidate {
  readonly place: string;
  readonly row: string;
  readonly owner: string;
  readonly before: readonly (string | null)[];
  readonly after: readonly (string | null)[];
}

/**
 * Tells records whose sealed texts say what they said before, although they are sealed otherwise (by
 * another secret, or not by a load), from those that changed: the former take the new texts at once,
 * so that in what follows equal is what looks equal. Only records that are alike in all else are
 * opened; after a load there are none left, until the secrets are rotated.
 */
export async function settleSealedTexts(
  database: Database,
  sealing: Sealing,
  delivered: DeliveredColumns,
): Promise<void> {
  const { table, sealed, content } = delivered;
  if (sealed.length === 0) return;
  const names = sealed.map(({ name }) => quoted(name));
  const plain = content.filter((column) => !names.includes(column));
  const texts = (row: string) => `array[${names.map((name) => `${row}.${name}`).join(", ")}]`;
  await database.query(
    `declare intake_candidate no scroll cursor for
       select old.ctid::text as place, new.ctid::text as "row",
              new.${quoted(ownerColumn(table).name)} as owner,
              ${texts("old")} as before, ${texts("new")} as after
         from ${matched(delivered, TEMPORARY.rows)}
        where ${differs(names, "old", "new")} and not ${differs(plain, "old", "new")}`,
  );
  for (;;) {
    const candidates = await database.query<Candidate>(`fetch ${BATCH} from intake_candidate`);
    if (candidates.length === 0) break;
    const alike = candidates.filter(({ owner, before, after }) =>
      sealed.every((column, place) => {
        const [old, fresh] = [before[place] ?? null, after[place] ?? null];
        if (old === fresh) return true;
        return openCell(sealing, column, old, owner) === openCell(sealing, column, fresh, owner);
      }),
    );
    await takeTexts(database, delivered.relation, names, alike);
  }
  await database.query("close intake_candidate");
}

async function takeTexts(
  database: Database,
  relation: string,
  names: readonly string[],
  alike: readonly Candidate[],
): Promise<void> {
  if (alike.length === 0) return;
  await database.query(
    `update ${relation} old set ${names.map((name) => `${name} = new.${name}`).join(", ")}
       from unnest($1::tid[], $2::tid[]) as alike (place, "row"), ${TEMPORARY.rows} new
      where old.ctid = alike.place and new.ctid = alike."row"`,
    [alike.map(({ place }) => place), alike.map(({ row }) => row)],
  );
}
