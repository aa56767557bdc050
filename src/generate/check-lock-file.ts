import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { lockFileProblems, type LockFile, type Manifest } from "./lock-file-problems.js";
import { PROJECT_ROOT } from "./project-root.js";

/** `npm run check:lock`: exits 1 where an install could bring other bytes than the lock file's. */
async function main(): Promise<void> {
  const manifest = await readJson<Manifest>("package.json");
  const lock = await readJson<LockFile>("package-lock.json");
  for (const problem of lockFileProblems(manifest, lock)) {
    process.stderr.write(`${problem}\n`);
    process.exitCode = 1;
  }
}

async function readJson<Content>(file: string): Promise<Content> {
  return JSON.parse(await readFile(join(PROJECT_ROOT, file), "utf8")) as Content;
}

await main();
