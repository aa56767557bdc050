import { Command } from "commander";
import { join } from "node:path";
import { prepareJobQueue } from "../casework/runs/job-queue.js";
import { todayInShanghai } from "../codes/calendar.js";
import { grantLogins } from "../database/grant-logins.js";
import { hubParts, openDatabases, shippedMigrations } from "../database/sources.js";
import { grantAll, rightsOf } from "../grant-all.js";
import { blueprint, departmentSlugs, departmentSources } from "../index.js";
import { environmentConfig } from "./environment.js";

interface MigrateOptions {
  readonly applicationRole?: string;
  readonly auditorRole?: string;
  readonly json?: boolean;
}

/** `hub migrate`: brings the databases, and the roles on a server, up to this release and stops. */
export function migrateCommand(): Command {
  return new Command("migrate")
    .description(
      "apply the migrations of the hub and of every department, and give the database roles what the policy says",
    )
    .option(
      "--application-role <role>",
      "a PostgreSQL role whose logins serve: they change data, and no table, right or audit record",
    )
    .option("--auditor-role <role>", "a PostgreSQL role whose logins read the access log alone")
    .option("--json", "what was migrated as one line of JSON")
    .action(async ({ applicationRole, auditorRole, json }: MigrateOptions) => {
      const config = environmentConfig();
      const databases = await openDatabases(
        {
          url: config.databaseUrl,
          directory: join(config.dataDirectory, "database"),
          own: config.departmentDatabases,
        },
        [...hubParts.map(shippedMigrations), ...departmentSources],
      );
      const roles = { application: applicationRole ?? null, auditor: auditorRole ?? null };
      try {
        const plan = await blueprint();
        const rights = rightsOf(plan);
        await grantAll(rights, plan.subgraphs, databases);
        await prepareJobQueue(databases.main);
        const duties = rights.roles(todayInShanghai(new Date()));
        for (const database of databases.all) {
          if (database.kind === "postgres") await grantLogins(database, roles, duties);
        }
      } finally {
        await databases.close();
      }
      const migrated = ["hub", ...departmentSlugs];
      process.stdout.write(
        json ? `${JSON.stringify({ migrated, roles })}\n` : `migrated: ${migrated.join(", ")}\n`,
      );
    });
}
