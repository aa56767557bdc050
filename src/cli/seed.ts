import { Command } from "commander";
import { join } from "node:path";
import { importDemonstration } from "../county/import-demonstration.js";
import { openDatabases, shippedMigrations } from "../database/sources.js";
import { blueprint, departmentSlugs } from "../index.js";
import { environmentConfig } from "./environment.js";
import { progressBar } from "./progress.js";

/** `hub seed`: a demonstration county of any size, once. */
export function seedCommand(): Command {
  return new Command("seed")
    .description("import a generated county into an empty database")
    .option("--households <n>", "how many households", "2000")
    .option("--seed <s>", "the same seed makes the same county", "330726")
    .action(async (options: { households: string; seed: string }) => {
      const size = { households: whole(options.households, 1), seed: whole(options.seed, 0) };
      const config = environmentConfig();
      const { subgraphs } = await blueprint();
      const databases = await openDatabases(
        {
          url: config.databaseUrl,
          directory: join(config.dataDirectory, "database"),
          own: config.departmentDatabases,
        },
        ["hub", ...departmentSlugs].map(shippedMigrations),
      );
      try {
        const progress = progressBar("seeding");
        const imported = await importDemonstration(databases, subgraphs, size, progress.update);
        progress.end();
        if (!imported) throw new Error("the database already holds a demonstration county");
        process.stdout.write(`seeded ${size.households} households from seed ${size.seed}\n`);
      } finally {
        await databases.close();
      }
    });
}

function whole(text: string, least: number): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < least) {
    throw new Error(`${text} is not a whole number of at least ${least}`);
  }
  return value;
}
