import { eq } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Database } from "../database/database.js";
import type { OpenDatabases } from "../database/sources.js";
import type { Subgraph } from "../department/subgraph.js";
import { demonstration } from "../hub/tables.js";
import { BatchPersons } from "../sealing/batch-persons.js";
import { rememberPersons } from "../sealing/known-persons.js";
import { rowSealer } from "../sealing/sealed-rows.js";
import type { Sealing } from "../sealing/sealing.js";
import { generateCounty } from "./generate-county.js";
import type { HouseholdTruth } from "./household-truth.js";
import type { SeedProjection } from "./seed-projection.js";

/** How large a demonstration county is and what it is made from. */
export interface CountySize {
  readonly households: number;
  readonly seed: number;
  /** Day of which it speaks; the generator's own unless given. */
  readonly asOf?: string;
}

/** Households done and to do, for a progress bar. */
export interface ImportProgress {
  readonly done: number;
  readonly households: number;
}

/** Households whose rows are gathered before they are copied. */
const BATCH = 2000;

/**
 * Imports the demonstration county into the departments that do not have it yet; all of a
 * department's rows arrive together or not at all. Answers whether anything was imported.
 */
export async function importDemonstration(
  databases: OpenDatabases,
  departments: readonly Subgraph[],
  sealing: Sealing,
  size: CountySize,
  onProgress: (progress: ImportProgress) => void = () => undefined,
): Promise<boolean> {
  const missing: Subgraph[] = [];
  for (const department of departments) {
    const { definition, identity } = department;
    if (definition.seed.length === 0) continue;
    if (!(await holdsDemonstration(databases, identity.slug))) missing.push(department);
  }
  if (missing.length === 0) return false;
  for (const [database, group] of byDatabase(missing, databases)) {
    await database.transaction(async (transaction) => {
      await copyCounty(transaction, group, sealing, size, onProgress);
      if (database === databases.main) await remember(transaction, group, size);
    });
    if (database !== databases.main) await remember(databases.main, group, size);
  }
  return true;
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

async function copyCounty(
  database: Database,
  departments: readonly Subgraph[],
  sealing: Sealing,
  size: CountySize,
  onProgress: (progress: ImportProgress) => void,
): Promise<void> {
  const projections = departments.flatMap(({ definition }) => definition.seed);
  let batch: HouseholdTruth[] = [];
  let done = 0;
  const flush = async () => {
    const persons = new BatchPersons(sealing);
    for (const projection of projections) {
      await copyProjection(database, projection, batch, persons);
    }
    await rememberPersons(database, sealing, persons.numbers);
    done += batch.length;
    batch = [];
    onProgress({ done, households: size.households });
  };
  for (const household of generateCounty(size)) {
    batch.push(household);
    if (batch.length === BATCH) await flush();
  }
  if (batch.length > 0) await flush();
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
