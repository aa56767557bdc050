import { join } from "node:path";
import { hubParts, openDatabases, shippedMigrations } from "../../database/sources.js";
import type { DepartmentDefinition } from "../../department/define.js";
import { migrationSource } from "../../department/migration-source.js";
import { dataSealing } from "../../identity/keys.js";
import type { LoadTarget } from "../../intake/load/load-options.js";
import { openSealing } from "../../sealing/open-sealing.js";
import { environmentConfig } from "../environment.js";

/**
 * Opens what loads into a department need, its own database where it has one.
 * @throws DatabaseError DATABASE_HELD where a running hub holds the embedded database
 */
export async function withDepartment<T>(
  definition: DepartmentDefinition,
  work: (target: LoadTarget) => Promise<T>,
): Promise<T> {
  const { identity: department } = definition;
  const config = environmentConfig();
  const databases = await openDatabases(
    {
      url: config.databaseUrl,
      directory: join(config.dataDirectory, "database"),
      own: config.departmentDatabases,
    },
    [...hubParts.map(shippedMigrations), migrationSource(definition)],
  );
  try {
    const sealing = await openSealing(await dataSealing(config), databases.all);
    const database = databases.byName.get(department.slug) ?? databases.main;
    return await work({ database, sealing, department });
  } finally {
    await databases.close();
  }
}
