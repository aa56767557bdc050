import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../../src/config.js";
import { KEYS_FILE } from "../../src/identity/development-keys.js";
import { blueprint, departmentSlugs } from "../../src/index.js";
import { openLog } from "../../src/log.js";
import { startHub } from "../../src/start-hub.js";
import { createDatabase, TEST_SERVER } from "./databases.js";
import { copyEmptyDatabase } from "./empty-database.js";

/** Households of the county that tests run on: small, and every planted case is in it. */
export const HOUSEHOLDS = 120;

/** The migrated database with a county that test hubs are copied from: by its name on a server, with its data directory. */
interface Template {
  readonly directory: string;
  /** Null for an embedded database, which is in the directory. */
  readonly database: string | null;
}

/** How the processes of a run know of its templates. */
const VARIABLE = "HUB_TEST_TEMPLATES";

type Templates = Partial<Record<"pglite" | "postgres", Template>>;

/** What the environment of every test hub says. */
export const TEST_ENVIRONMENT = {
  PORT: "0",
  HUB_DEMONSTRATION_HOUSEHOLDS: String(HOUSEHOLDS),
  HUB_SOURCE_TIMEOUT_MS: "20000",
};

/** Makes a template of each kind of database there is; the function answered removes them. */
export async function makeTemplates(): Promise<() => Promise<void>> {
  const removals: (() => Promise<void>)[] = [];
  const directories: string[] = [];
  const make = async (database: Awaited<ReturnType<typeof createDatabase>> | null) => {
    const directory = await mkdtemp(join(tmpdir(), "hub-template-"));
    removals.push(async () => {
      await database?.drop();
      await rm(directory, { recursive: true, force: true });
    });
    // All test hubs have the same keys, so that one reads what another wrote.
    const [first] = directories;
    if (first) await cp(join(first, KEYS_FILE), join(directory, KEYS_FILE));
    directories.push(directory);
    if (!database) await copyEmptyDatabase(join(directory, "database"));
    const url = database ? { DATABASE_URL: database.url } : {};
    const environment = { ...TEST_ENVIRONMENT, HUB_DATA: directory, ...url };
    const config = readConfig(environment, departmentSlugs);
    const hub = await startHub(await blueprint(), { config, log: openLog("silent") });
    await hub.close();
    return { directory, database: database?.name ?? null };
  };
  const templates: Templates = {
    pglite: await make(null),
    ...(TEST_SERVER ? { postgres: await make(await createDatabase(TEST_SERVER)) } : {}),
  };
  process.env[VARIABLE] = JSON.stringify(templates);
  return async () => {
    for (const remove of removals) await remove();
  };
}

/** Puts a copy of the template into a data directory; on a server, answers the database to copy. */
export async function copyTemplate(
  kind: keyof Templates,
  directory: string,
): Promise<string | null> {
  const template = templateOf(kind);
  await cp(template.directory, directory, { recursive: true });
  return template.database;
}

/** Makes the embedded database of a department alone a copy of the template. */
export async function copyTemplateFor(slug: string, directory: string): Promise<void> {
  const from = join(templateOf("pglite").directory, "database");
  await cp(from, join(directory, `database-${slug}`), { recursive: true });
}

function templateOf(kind: keyof Templates): Template {
  const template = (JSON.parse(process.env[VARIABLE] ?? "{}") as Templates)[kind];
  if (!template) throw new Error(`this run has no template on ${kind}`);
  return template;
}
