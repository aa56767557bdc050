import { eq } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { join } from "node:path";
import type { Database } from "../database/database.js";
import type { OpenDatabases } from "../database/sources.js";
import type { Subgraph } from "../department/subgraph.js";
import { demonstration } from "../hub/tables.js";
import { IntakeError } from "../intake/intake-error.js";
import { loadSnapshot } from "../intake/load/load-snapshot.js";
import type { FileMapping } from "../intake/mapping/file-mapping.js";
import { openFile } from "../intake/reading/open-file.js";
import { BatchPersons } from "../sealing/batch-persons.js";
import { rememberPersons } from "../sealing/known-persons.js";
import { rowSealer } from "../sealing/sealed-rows.js";
import type { Sealing } from "../sealing/sealing.js";
import { withCountyFiles } from "./county-files.js";
import type { CountySize } from "./county-size.js";
import { generateCounty } from "./generate-county.js";
import type { HouseholdTruth } from "./household-truth.js";
import type { SeedProjection } from "./seed-projection.js";

/** Households done and to do, for a progress bar. */
export interface ImportProgress {
  readonly done: number;
  readonly households: number;
}

/** Households whose rows are gathered before they are copied. */
const BATCH = 2000;

/** Held by whoever imports. */
const ADVISORY_LOCK = 330_730;

/** Who is named as having run the loads. */
const LOADED_BY = "demonstration";

/**
 * Imports the demonstration county into the departments that do not have it yet, from the files that
 * they would deliver and as any file is imported; what no file has, such as consents, is copied. All of
 * a department's rows arrive together or not at all. Answers whether anything was imported.
 */
export async function importDemonstration(
  databases: OpenDatabases,
  departments: readonly Subgraph[],
  sealing: Sealing,
  size: CountySize,
  onProgress: (progress: ImportProgress) => void = () => undefined,
): Promise<boolean> {
  if ((await withoutCounty(databases, departments)).length === 0) return false;
  return oneAtATime(databases.main, async () => {
    const missing = await withoutCounty(databases, departments);
    if (missing.length > 0) await importInto(missing, databases, sealing, size, onProgress);
    return missing.length > 0;
  });
}

/** Of processes that start at once one imports, the others wait. An embedded database has one process. */
async function oneAtATime<T>(database: Database, work: () => Promise<T>): Promise<T> {
  if (database.kind === "pglite") return work();
  return database.transaction(async (transaction) => {
    await transaction.query("select pg_advisory_xact_lock($1)", [ADVISORY_LOCK]);
    return work();
  });
}

/** The departments that have data to show and do not have it yet. */
async function withoutCounty(
  databases: OpenDatabases,
  departments: readonly Subgraph[],
): Promise<Subgraph[]> {
  const missing: Subgraph[] = [];
  for (const department of departments) {
    const { definition, identity } = department;
    if (definition.seed.length === 0) continue;
    if (!(await holdsDemonstration(databases, identity.slug))) missing.push(department);
  }
  return missing;
}

async function importInto(
  missing: readonly Subgraph[],
  databases: OpenDatabases,
  sealing: Sealing,
  size: CountySize,
  onProgress: (progress: ImportProgress) => void,
): Promise<void> {
  const { households } = size;
  const kinds = missing.flatMap(({ definition }) => definition.files ?? []).length;
  let loaded = 0;
  // Writing files is the lesser half of the work, where they do not ship.
  const onWritten = (written: number) => onProgress({ done: Math.floor(written / 3), households });
  const onLoaded = () => {
    loaded += 1;
    onProgress({ done: Math.floor((households * (kinds + 2 * loaded)) / (3 * kinds)), households });
  };
  const definitions = missing.map(({ definition }) => definition);
  await withCountyFiles(definitions, size, onWritten, async (folder) => {
    for (const [database, group] of byDatabase(missing, databases)) {
      await database.transaction(async (transaction) => {
        for (const department of group) {
          await loadFiles(transaction, department, sealing, folder, onLoaded);
        }
        await copyCounty(transaction, group, sealing, size);
        if (database === databases.main) await remember(transaction, group, size);
      });
      if (database !== databases.main) await remember(databases.main, group, size);
    }
  });
}

async function loadFiles(
  database: Database,
  { identity, definition }: Subgraph,
  sealing: Sealing,
  folder: string,
  onLoaded: () => void,
): Promise<void> {
  for (const mapping of definition.files ?? []) {
    const path = join(folder, identity.slug, `${mapping.title}.csv`);
    const file = await openFile(path, { mappings: [mapping] });
    const target = { database, sealing, department: identity };
    await loadSnapshot(target, file, { loadedBy: LOADED_BY }).catch(unlessEmpty);
    onLoaded();
  }
}

/** A small county may have nothing of a kind. */
function unlessEmpty(error: unknown): void {
  if (!(error instanceof IntakeError && error.code === "FILE_EMPTY")) throw error;
}

async function holdsDemonstration(databases: OpenDatabases, slug: string): Promise<boolean> {
  const rows = await databases.main.drizzle
    .select()
    .from(demonstration)
    .where(eq(demonstration.department, slug));
  return rows.length > 0;
}

async function remember(
  database: Database,
  departments: readonly Subgraph[],
  { households, seed }: CountySize,
): Promise<void> {
  const rows = departments.map(({ identity }) => ({
    department: identity.slug,
    households,
    seed,
  }));
  await database.drizzle.insert(demonstration).values(rows).onConflictDoNothing();
}

function byDatabase(
  departments: readonly Subgraph[],
  databases: OpenDatabases,
): Map<Database, Subgraph[]> {
  const groups = new Map<Database, Subgraph[]>();
  for (const department of departments) {
    const database = databases.byName.get(department.identity.slug) ?? databases.main;
    groups.set(database, [...(groups.get(database) ?? []), department]);
  }
  return groups;
}

/** Copies the rows of tables that no file fills. */
async function copyCounty(
  database: Database,
  departments: readonly Subgraph[],
  sealing: Sealing,
  size: CountySize,
): Promise<void> {
  const projections = departments.flatMap(({ definition }) =>
    definition.seed.filter(({ table }) => !isDelivered(table, definition.files)),
  );
  if (projections.length === 0) return;
  let batch: HouseholdTruth[] = [];
  const flush = async () => {
    const persons = new BatchPersons(sealing);
    for (const projection of projections) {
      await copyProjection(database, projection, batch, persons);
    }
    await rememberPersons(database, sealing, persons.numbers);
    batch = [];
  };
  for (const household of generateCounty(size)) {
    batch.push(household);
    if (batch.length === BATCH) await flush();
  }
  if (batch.length > 0) await flush();
}

function isDelivered(table: PgTable, files: readonly FileMapping[] = []): boolean {
  return files.some((file) => file.table === table);
}

async function copyProjection(
  database: Database,
  { table, rows }: SeedProjection,
  households: readonly HouseholdTruth[],
  persons: BatchPersons,
): Promise<void> {
  const seal = rowSealer(table, persons);
  function* all() {
    for (const household of households) for (const row of rows(household)) yield seal(row);
  }
  await database.copyInto(table as PgTable, all() as Iterable<never>);
}
