import type { Database } from "../../database/database.js";

/** What a load puts down until it is over; nobody but its own connection sees it, and a killed one leaves none. */
export const TEMPORARY = {
  /** The file's rows as they will rest. */
  rows: "intake_row",
  /** Persons that the database does not know yet, with their sealed ID numbers. */
  persons: "intake_person",
  /** Keys of rows that were refused. */
  refused: "intake_refused",
  /** Places of the records that are not the same in the file and in the table. */
  changes: "intake_change",
} as const;

/** Makes a temporary table in the shape of a query's columns, without their rows. */
export async function createLike(
  database: Database,
  name: string,
  columns: readonly string[],
  relation: string,
): Promise<void> {
  await database.query(
    `create temporary table ${name} on commit drop as
       select ${columns.join(", ")} from ${relation} with no data`,
  );
}

/** Removes them where the transaction goes on. */
export async function dropTemporary(database: Database): Promise<void> {
  await database.query(
    `set local client_min_messages = warning;
     drop table if exists ${Object.values(TEMPORARY).join(", ")};
     set local client_min_messages = notice`,
  );
}
