import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { everywhere, hubParts } from "../database/sources.js";
import { readMigrations } from "../database/migration-folder.js";
import { unmarkedContractions } from "./contracting-statements.js";
import { PROJECT_ROOT } from "./project-root.js";

const run = promisify(execFile);
const MIGRATIONS = join(PROJECT_ROOT, "migrations");
const AT_A_TIME = 2;
const LONGEST_MS = 60_000;

/**
 * `npm run check:migrations`: exits 1 where the tables of the hub or of a department are ahead of their
 * migrations, or where a migration takes away, unmarked, what the release before may still use.
 */
async function main(): Promise<void> {
  const folders = await foldersOf(join(PROJECT_ROOT, "resolvers"));
  // A department that keeps nothing with the hub has no tables.
  const departments = folders.filter((folder) =>
    existsSync(join(PROJECT_ROOT, "resolvers", folder, "tables.ts")),
  );
  const owners = [...everywhere, ...hubParts, ...departments];
  const problems = (await foldersOf(MIGRATIONS))
    .filter((folder) => !owners.includes(folder))
    .map((folder) => `migrations/${folder}: no such folder in resolvers/`);
  for (const owner of await foldersOf(MIGRATIONS)) problems.push(...(await contractions(owner)));
  const scratch = await mkdtemp(join(tmpdir(), "hub-migrations-"));
  try {
    const waiting = owners.values();
    const worker = async () => {
      for (const owner of waiting) problems.push(...(await pendingChanges(owner, scratch)));
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (problems.length > 0) process.exitCode = 1;
}

async function contractions(owner: string): Promise<string[]> {
  const manifest = await readFile(join(PROJECT_ROOT, "package.json"), "utf8");
  const { version } = JSON.parse(manifest) as { readonly version: string };
  return (await readMigrations(join(MIGRATIONS, owner))).flatMap(({ tag, sql }) =>
    unmarkedContractions(sql, version).map(
      (what) =>
        `migrations/${owner}/${tag}.sql: ${what}; say since which release, before ${version}, nothing needs the old shape: -- contract: 0.0.0`,
    ),
  );
}

/** Generates into a copy and compares: nothing is left behind in migrations/. */
async function pendingChanges(owner: string, scratch: string): Promise<string[]> {
  const copy = join(scratch, owner);
  if ((await foldersOf(MIGRATIONS)).includes(owner)) {
    await cp(join(MIGRATIONS, owner), copy, { recursive: true });
  }
  const before = await contentOf(copy);
  const failure = await generateInto(owner, scratch);
  if (failure === null && before === (await contentOf(copy))) return [];
  const command = `DEPARTMENT=${owner} npx drizzle-kit generate --name <what_changes>`;
  return [
    failure === null
      ? `${owner}: its tables are ahead of migrations/${owner}; run ${command}`
      : `${owner}: drizzle-kit could not decide alone; run ${command}\n${failure}`,
  ];
}

/** What drizzle-kit printed where it failed; it also fails where it would ask about a renamed column. */
async function generateInto(owner: string, scratch: string): Promise<string | null> {
  const tool = join(PROJECT_ROOT, "node_modules/.bin/drizzle-kit");
  // drizzle-kit puts "./" before the path, so an absolute one would not be found.
  const out = relative(PROJECT_ROOT, scratch);
  const generating = run(tool, ["generate"], {
    cwd: PROJECT_ROOT,
    env: { ...process.env, DEPARTMENT: owner, MIGRATIONS_OUT: out },
    timeout: LONGEST_MS,
  });
  generating.child.stdin?.end();
  try {
    const { stdout, stderr } = await generating;
    const finished = /No schema changes|Your SQL migration/.test(stdout);
    return finished ? null : `${stdout}${stderr}`;
  } catch (error) {
    const { stdout = "", stderr = "", message } = error as Error & Partial<Output>;
    return `${stdout}${stderr}` || message;
  }
}

interface Output {
  readonly stdout: string;
  readonly stderr: string;
}

/** Every file's path and text under a folder, as one comparable text. */
async function contentOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const files = await Promise.all(
    paths.sort().map(async (path) => [path, await readFile(path, "utf8")]),
  );
  return JSON.stringify(files);
}

async function foldersOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

await main();
