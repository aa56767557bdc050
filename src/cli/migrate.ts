import { Command } from "commander";
import { join } from "node:path";
import { hubParts, openDatabases, shippedMigrations } from "../database/sources.js";
import { grantAll, rightsOf } from "../grant-all.js";
import { blueprint, departmentSlugs, departmentSources } from "../index.js";
import { environmentConfig } from "./environment.js";

/** `hub migrate`: brings the databases, and the roles on a server, up to this release and stops. */
export function migrateCommand(): Command {
  return new Command("migrate")
    .description(
      "apply the migrations of the hub and of every department, and give the database roles what the policy says",
    )
    .action(async () => {
      const config = environmentConfig();
      const databases = await openDatabases(
        {
          url: config.databaseUrl,
          directory: join(config.dataDirectory, "database"),
          own: config.departmentDatabases,
        },
        [...hubParts.map(shippedMigrations), ...departmentSources],
      );
      try {
        const plan = await blueprint();
        await grantAll(rightsOf(plan), plan.subgraphs, databases);
      } finally {
        await databases.close();
      }
      process.stdout.write(`migrated: hub, ${departmentSlugs.join(", ")}\n`);
    });
}
