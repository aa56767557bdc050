import type { PgTable } from "drizzle-orm/pg-core";
import type { Database } from "../database/database.js";
import { quoted } from "../database/quoted.js";
import { qualifiedName } from "../database/qualified-name.js";
import { aboutCell, ownerColumn, protectedColumns } from "./sealed-rows.js";
import type { Sealing } from "./sealing.js";

/** What texts are opened with and sealed with, and whom they were about before. */
export interface Resealing {
  readonly before: Sealing;
  readonly after: Sealing;
  /** What a row's owner was called before: a person's key, or the same. */
  readonly oldOwnerOf: (owner: string) => string;
}

type Row = Readonly<Record<string, string | null>> & {
  readonly place: string;
  readonly owner: string;
};

/** Rows that are in memory at a time, about. */
const BATCH = 5_000;

/** Seals every text of a table's sealed columns again that is not sealed as it would be now; answers how many. */
export async function reseal(
  database: Database,
  table: PgTable,
  resealing: Resealing,
): Promise<number> {
  const columns = protectedColumns(table).sealed.map(([, column]) => column);
  if (columns.length === 0) return 0;
  const target = qualifiedName(table);
  const [{ rows } = { rows: 0 }] = await database.query<{ rows: number }>(
    `select count(*)::int as rows from ${target}`,
  );
  const parts = Math.max(1, Math.ceil(rows / BATCH));
  const names = columns.map(({ name }) => quoted(name));
  const owner = quoted(ownerColumn(table).name);
  let texts = 0;
  for (let part = 0; part < parts; part += 1) {
    const found = await database.query<Row>(
      `select ctid::text as place, ${owner} as owner, ${names.join(", ")} from ${target}
        where (hashtext(${owner}) & 2147483647) % $1 = $2`,
      [parts, part],
    );
    const changed: { place: string; texts: (string | null)[] }[] = [];
    for (const row of found) {
      const { owner: fresh } = row;
      const old = resealing.oldOwnerOf(fresh);
      let isChanged = false;
      const sealed = columns.map((column) => {
        const text = row[column.name] ?? null;
        if (text === null || (old === fresh && resealing.after.isCurrent(text))) return text;
        isChanged = true;
        texts += 1;
        const clear = resealing.before.open(text, aboutCell(column, old));
        return resealing.after.sealRepeatably(clear, aboutCell(column, fresh));
      });
      if (isChanged) changed.push({ place: row.place, texts: sealed });
    }
    if (changed.length > 0) await update(database, target, names, changed);
  }
  return texts;
}

async function update(
  database: Database,
  target: string,
  names: readonly string[],
  changed: readonly { readonly place: string; readonly texts: readonly (string | null)[] }[],
): Promise<void> {
  const parameters = names.map((_, place) => `$${place + 2}::text[]`).join(", ");
  const given = names.map((_, place) => `text${place}`);
  await database.query(
    `update ${target} set ${names.map((name, place) => `${name} = given.${given[place]}`).join(", ")}
       from unnest($1::tid[], ${parameters}) as given (place, ${given.join(", ")})
      where ${target}.ctid = given.place`,
    [
      changed.map(({ place }) => place),
      ...names.map((_, index) => changed.map(({ texts }) => texts[index] ?? null)),
    ],
  );
}
