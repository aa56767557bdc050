import { Command } from "commander";
import { join } from "node:path";
import { plantedCases, type CountyOptions } from "../county/generate-county.js";
import { importDemonstration } from "../county/import-demonstration.js";
import { hubParts, openDatabases, shippedMigrations } from "../database/sources.js";
import { blueprint, departmentSources } from "../index.js";
import { dataSealing } from "../identity/keys.js";
import { openSealing } from "../sealing/open-sealing.js";
import { environmentConfig } from "./environment.js";
import { progressBar } from "./progress.js";

interface SeedOptions {
  readonly households: string;
  readonly seed: string;
  readonly listPlanted?: boolean;
  readonly json?: boolean;
}

/** `hub seed`: a demonstration county of any size, once. */
export function seedCommand(): Command {
  return new Command("seed")
    .description("import a generated county into an empty database")
    .option("--households <n>", "how many households", "2000")
    .option("--seed <s>", "the same seed makes the same county", "330726")
    .option("--list-planted", "only print where the county's planted cases are; asks no database")
    .option("--json", "what was seeded, or each case of the list, as one line of JSON")
    .action(async (options: SeedOptions) => {
      const size = { households: whole(options.households, 1), seed: whole(options.seed, 0) };
      if (options.listPlanted) {
        listPlanted(size, options.json === true);
        return;
      }
      const config = environmentConfig();
      const { subgraphs } = await blueprint();
      const databases = await openDatabases(
        {
          url: config.databaseUrl,
          directory: join(config.dataDirectory, "database"),
          own: config.departmentDatabases,
        },
        [...hubParts.map(shippedMigrations), ...departmentSources],
      );
      try {
        const progress = progressBar("seeding");
        const sealing = await openSealing(await dataSealing(config), databases.all);
        const imported = await importDemonstration(
          databases,
          subgraphs,
          sealing,
          size,
          progress.update,
        );
        progress.end();
        if (!imported) {
          throw new Error(
            "the database already holds a demonstration county: name an empty one in DATABASE_URL or HUB_DATA",
          );
        }
        process.stdout.write(
          options.json
            ? `${JSON.stringify(size)}\n`
            : `seeded ${size.households} households from seed ${size.seed}\n`,
        );
      } finally {
        await databases.close();
      }
    });
}

/** Decoys, which are in order and must not be found, are marked with a dash. */
function listPlanted(size: CountyOptions, json: boolean): void {
  for (const planted of plantedCases(size)) {
    const { expectsFinding, kind, householdId, idNumber = "", note } = planted;
    const mark = expectsFinding ? "+" : "-";
    const line = `${mark} ${kind.padEnd(38)} ${householdId} ${idNumber.padEnd(18)} ${note}`;
    process.stdout.write(`${json ? JSON.stringify(planted) : line}\n`);
  }
}

function whole(text: string, least: number): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < least) {
    throw new Error(`${text} is not a whole number of at least ${least}`);
  }
  return value;
}
