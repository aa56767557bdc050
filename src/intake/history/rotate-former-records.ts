import { is } from "drizzle-orm";
import { PgArray, type PgTable } from "drizzle-orm/pg-core";
import type { Database } from "../../database/database.js";
import type { PersonKey } from "../../sealing/person-keys.js";
import type { KeyRotation } from "../../sealing/rotate-keys.js";
import { qualifiedName } from "../../database/qualified-name.js";
import { aboutCell, ownerColumn, protectedColumns } from "../../sealing/sealed-rows.js";

/** Former records that are in memory at a time. */
const BATCH = 5_000;

interface FormerRecord {
  readonly id: number;
  readonly relation: string;
  readonly key: string;
  readonly record: Readonly<Record<string, unknown>>;
}

/** What of a former record is another after a rotation; its sealed texts counted. */
interface Rotated {
  readonly id: number;
  readonly key: string;
  readonly changes: Readonly<Record<string, unknown>>;
  readonly texts: number;
}

/**
 * Brings former records to the new person keys and secret, as a rotation brings the tables that they
 * stood in; answers how many texts were sealed again. Those of tables that are no more stay as they are.
 */
export async function rotateFormerRecords(
  database: Database,
  tables: readonly PgTable[],
  rotation: KeyRotation,
): Promise<number> {
  const byRelation = new Map(tables.map((table) => [qualifiedName(table), table]));
  let [last, texts] = [0, 0];
  for (;;) {
    const records = await database.query<FormerRecord>(
      "select id, relation, key, record from intake.former_record where id > $1 order by id limit $2",
      [last, BATCH],
    );
    if (records.length === 0) return texts;
    const rotated = records.flatMap((record) => {
      const table = byRelation.get(record.relation);
      return table ? [rotate(record, table, rotation)] : [];
    });
    await update(database, rotated);
    for (const one of rotated) texts += one.texts;
    last = records.at(-1)?.id ?? last;
  }
}

function rotate(
  { id, key, record }: FormerRecord,
  table: PgTable,
  { before, after, renamed }: KeyRotation,
): Rotated {
  const rename = (person: PersonKey) => renamed.get(person) ?? person;
  const { persons, sealed } = protectedColumns(table);
  const changes: Record<string, unknown> = {};
  for (const [, column] of persons) {
    const value = record[column.name];
    if (is(column, PgArray)) changes[column.name] = (value as PersonKey[] | null)?.map(rename);
    else if (typeof value === "string") changes[column.name] = rename(value);
  }
  const old = String(record[ownerColumn(table).name]);
  const owner = rename(old);
  let texts = 0;
  for (const [, column] of sealed) {
    const text = record[column.name];
    if (typeof text !== "string" || (old === owner && after.isCurrent(text))) continue;
    const clear = before.open(text, aboutCell(column, old));
    changes[column.name] = after.sealRepeatably(clear, aboutCell(column, owner));
    texts += 1;
  }
  const values = (JSON.parse(key) as string[]).map(rename);
  return { id, key: JSON.stringify(values), changes, texts };
}

/** Only what is another is written: amounts keep their places. */
async function update(database: Database, rotated: readonly Rotated[]): Promise<void> {
  await database.query(
    `update intake.former_record former set key = given.key, record = former.record || given.changes
       from unnest($1::bigint[], $2::text[], $3::jsonb[]) as given (id, key, changes)
      where former.id = given.id`,
    [
      rotated.map(({ id }) => id),
      rotated.map(({ key }) => key),
      rotated.map(({ changes }) => JSON.stringify(changes)),
    ],
  );
}
