import { getTableColumns } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Database } from "../../database/database.js";
import { quoted } from "../../database/quoted.js";
import { qualifiedName } from "../../database/qualified-name.js";
import type { Sealing } from "../../sealing/sealing.js";
import type { FileMapping } from "../mapping/file-mapping.js";
import type { OpenedFile } from "../reading/opened-file.js";
import type { LoadOptions, LoadTarget } from "./load-options.js";
import { NewPersons } from "./new-persons.js";
import { Refusals } from "./refusals.js";
import { RowReader } from "./row-reader.js";
import { createLike, TEMPORARY } from "./temporary-tables.js";

/** What the rows of one load go through on their way, within its transaction. */
export interface Staging {
  readonly database: Database;
  readonly sealing: Sealing;
  readonly department: LoadTarget["department"];
  readonly file: OpenedFile;
  readonly options: LoadOptions & { readonly source: string };
  /** When the load began; its rows were fetched then. */
  readonly startedAt: string;
  readonly reader: RowReader;
  readonly refusals: Refusals;
  readonly persons: NewPersons;
}

/** Makes ready for a file's rows. Joins of some hundred thousand rows get memory for this transaction. */
export async function openStaging(
  { database, sealing, department }: LoadTarget,
  file: OpenedFile,
  options: Staging["options"],
): Promise<Staging> {
  const startedAt = new Date().toISOString();
  await database.query("set local work_mem = '64MB'");
  const { table } = file.mapping;
  await createLike(database, TEMPORARY.refused, keyColumns(file.mapping), qualifiedName(table));
  const persons = await NewPersons.in(database, sealing);
  const refusals = new Refusals(database, sealing, file);
  const { asOf, source } = options;
  const reader = new RowReader(file, { asOf, source, fetchedAt: startedAt }, refusals, options);
  return { database, sealing, department, file, options, startedAt, reader, refusals, persons };
}

function keyColumns({ table, key }: FileMapping): string[] {
  const columns = getTableColumns(table) as Record<string, PgColumn>;
  return key.map((property) => quoted((columns[property] as PgColumn).name));
}
