import { is } from "drizzle-orm";
import { PgArray, type PgTable } from "drizzle-orm/pg-core";
import type { Database } from "../database/database.js";
import { DatabaseError } from "../database/database-error.js";
import { quoted } from "../database/quoted.js";
import { HUB_APPLICATION } from "../database/sources.js";
import type { PersonKey } from "./person-keys.js";
import { reseal } from "./reseal.js";
import { qualifiedName } from "../database/qualified-name.js";
import { openCell, protectedColumns } from "./sealed-rows.js";
import type { Sealing } from "./sealing.js";
import { knownPerson, personKeys } from "./tables.js";

/** What a rotation did in one database. */
export interface Rotation {
  /** Persons whose key is another now. */
  readonly persons: number;
  /** Texts that were sealed again. */
  readonly texts: number;
}

/** What a rotation makes of person keys and sealed texts. */
export interface KeyRotation {
  readonly before: Sealing;
  readonly after: Sealing;
  /** The new keys by the old ones; empty where the person keys stay. */
  readonly renamed: ReadonlyMap<PersonKey, PersonKey>;
}

/** Rotates what no table's columns tell of; answers how many texts were sealed again. */
export type RotateMore = (
  database: Database,
  tables: readonly PgTable[],
  rotation: KeyRotation,
) => Promise<number>;

/**
 * Brings one database to the first secret: person keys in every table that has them, then every
 * sealed text. One transaction: what is read has the old keys or the new. Run it on every database
 * of the hub, with no hub running; a database that is done already stays as it is.
 * @param tables those of this database
 * @param more is run with it, in the same transaction
 * @throws DatabaseError DATABASE_HELD while a hub is connected
 */
export function rotateKeys(
  database: Database,
  given: Sealing,
  tables: readonly PgTable[],
  more: RotateMore,
): Promise<Rotation> {
  return database.transaction(async (transaction) => {
    await refuseRunningHubs(transaction);
    const [state] = await transaction.drizzle.select().from(personKeys);
    const before = given.using(state?.id ?? given.personKeysId);
    const after = given.rotated();
    const all = [knownPerson, ...tables];
    let renamed: ReadonlyMap<PersonKey, PersonKey> = new Map();
    if (before.personKeysId !== after.personKeysId) {
      renamed = await newKeys(transaction, before, after);
      await fillMap(transaction, renamed);
      for (const table of all) await rename(transaction, table);
      await transaction.drizzle
        .update(personKeys)
        .set({ id: after.personKeysId, since: new Date().toISOString() });
    }
    const oldKeys = new Map(Array.from(renamed, ([old, fresh]) => [fresh, old]));
    const oldOwnerOf = (owner: string) => oldKeys.get(owner) ?? owner;
    let texts = await more(transaction, tables, { before, after, renamed });
    for (const table of all)
      texts += await reseal(transaction, table, { before, after, oldOwnerOf });
    return { persons: renamed.size, texts };
  });
}

/** A hub that runs would go on making the old keys. */
async function refuseRunningHubs(database: Database): Promise<void> {
  const hubs = await database.query(
    "select 1 from pg_stat_activity where datname = current_database() and application_name = $1",
    [HUB_APPLICATION],
  );
  if (hubs.length === 0) return;
  throw new DatabaseError(
    "DATABASE_HELD",
    `${hubs.length} connections of running hubs are on this database: stop them first`,
  );
}

async function newKeys(
  database: Database,
  before: Sealing,
  after: Sealing,
): Promise<Map<PersonKey, PersonKey>> {
  const rows = await database.drizzle.select().from(knownPerson);
  return new Map(
    rows.map(({ person, idNumber }) => {
      const number = openCell(before, knownPerson.idNumber, idNumber, person) as string;
      return [person, after.personKey(number)];
    }),
  );
}

async function fillMap(
  database: Database,
  renamed: ReadonlyMap<PersonKey, PersonKey>,
): Promise<void> {
  await database.query(
    "create temporary table renamed (old varchar(22) primary key, new varchar(22)) on commit drop",
  );
  await database.query("insert into renamed select * from unnest($1::text[], $2::text[])", [
    [...renamed.keys()],
    [...renamed.values()],
  ]);
  await database.query("analyze renamed");
}

/**
 * Puts the new keys in place of the old. A table's own triggers stand aside: they guard what its
 * rows say, and that stays.
 */
async function rename(database: Database, table: PgTable): Promise<void> {
  const target = qualifiedName(table);
  const { persons } = protectedColumns(table);
  if (persons.length === 0) return;
  await database.query(`alter table ${target} disable trigger user`);
  for (const [, column] of persons) {
    const name = quoted(column.name);
    await database.query(
      is(column, PgArray)
        ? `update ${target} set ${name} = array(
             select coalesce(renamed.new, key) from unnest(${name}) with ordinality as keys (key, place)
               left join renamed on renamed.old = key order by place)
            where ${name} is not null`
        : `update ${target} set ${name} = renamed.new from renamed where renamed.old = ${target}.${name}`,
    );
  }
  await database.query(`alter table ${target} enable trigger user`);
}
