import { Command } from "commander";
import { join } from "node:path";
import { hubParts, openDatabases, shippedMigrations } from "../database/sources.js";
import { dataSealing } from "../identity/keys.js";
import { blueprint, departmentSources } from "../index.js";
import { rotateFormerRecords } from "../intake/history/rotate-former-records.js";
import { rotateKeys } from "../sealing/rotate-keys.js";
import { hubTables, issueTables } from "../hub/all-tables.js";
import { environmentConfig } from "./environment.js";

/** `hub rotate-keys`: brings data at rest to the first of the secrets. */
export function rotateKeysCommand(): Command {
  return new Command("rotate-keys")
    .description(
      "make every person key anew and seal every ID number and account number again, with the first " +
        "of HUB_DATA_SECRETS and HUB_DATA_CIPHER; stop the hubs first",
    )
    .option("--json", "what was done as JSON")
    .action(async ({ json }: { json?: boolean }) => {
      const config = environmentConfig();
      const { subgraphs } = await blueprint();
      const databases = await openDatabases(
        {
          url: config.databaseUrl,
          directory: join(config.dataDirectory, "database"),
          own: config.departmentDatabases,
          applicationName: "hub rotate-keys",
        },
        [...hubParts.map(shippedMigrations), ...departmentSources],
      );
      try {
        const sealing = await dataSealing(config);
        let persons = 0;
        let texts = 0;
        for (const database of databases.all) {
          const tables = subgraphs.flatMap(({ identity, definition }) =>
            databases.byName.get(identity.slug) === database ? definition.tables : [],
          );
          const own = database === databases.main ? hubTables : [];
          const all = [...new Set([...tables, ...own, ...issueTables])];
          const done = await rotateKeys(database, sealing, all, rotateFormerRecords);
          persons += done.persons;
          texts += done.texts;
        }
        process.stdout.write(
          json
            ? `${JSON.stringify({ persons, texts })}\n`
            : `${persons} person keys made anew, ${texts} texts sealed again\n`,
        );
      } finally {
        await databases.close();
      }
    });
}
