import { is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import * as consent from "../identity/consent/tables.js";
import * as casework from "../casework/tables.js";
import * as hub from "./tables.js";

/** Every table of the hub's own parts that knows persons. */
export const hubTables: readonly PgTable[] = [hub, consent, casework].flatMap((tables) =>
  Object.values(tables).filter((part) => is(part, PgTable)),
);
