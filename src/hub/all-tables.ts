import { is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import * as consent from "../identity/consent/tables.js";
import * as casework from "../casework/tables.js";
import * as issues from "../intake/issues/tables.js";
import * as hub from "./tables.js";

/** Every table of the hub's own parts that knows persons. */
export const hubTables = tablesOf(hub, consent, casework);

/** The tables of data issues, which stand in every database of a department. */
export const issueTables = tablesOf(issues);

function tablesOf(...modules: readonly object[]): readonly PgTable[] {
  return modules.flatMap((tables) => Object.values(tables).filter((part) => is(part, PgTable)));
}
