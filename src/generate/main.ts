import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { blueprint } from "../index.js";
import { breakingChanges } from "./breaking-changes.js";
import { findDrift, readIfPresent, type Drift } from "./drift.js";
import { API_FILE, generatedFiles } from "./generated-files.js";
import { PROJECT_ROOT } from "./project-root.js";

const OPTIONS = {
  check: { type: "boolean", default: false },
  "accept-breaking": { type: "boolean", default: false },
} as const;

/**
 * `npm run gen`: brings the generated files up to date; `--check` only names those that are not, and
 * exits 1. What would break clients of the committed API is written with `--accept-breaking` alone.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  const files = await generatedFiles(await blueprint());
  const drift = await findDrift(PROJECT_ROOT, files);
  const committed = await readIfPresent(join(PROJECT_ROOT, API_FILE));
  const breaking = committed
    ? breakingChanges(committed.toString(), files.get(API_FILE)?.toString() ?? "")
    : [];
  for (const change of breaking) process.stderr.write(`breaks clients: ${change}\n`);
  if (breaking.length > 0 && !values["accept-breaking"]) {
    process.stderr.write("nothing is written; npm run gen -- --accept-breaking takes it over\n");
    process.exitCode = 1;
    return;
  }
  if (!values.check) {
    for (const { path, kind } of drift) await mend(path, kind, files);
    return;
  }
  for (const { path, kind } of drift) process.stderr.write(`${kind}: ${path}\n`);
  if (drift.length > 0) {
    process.stderr.write("run npm run gen, review what changed, and commit it\n");
    process.exitCode = 1;
  }
}

async function mend(
  path: string,
  kind: Drift["kind"],
  files: ReadonlyMap<string, Buffer>,
): Promise<void> {
  const target = join(PROJECT_ROOT, path);
  const bytes = files.get(path);
  if (bytes === undefined) {
    await rm(target, { recursive: true });
  } else {
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
  process.stdout.write(`${kind}: ${path}, ${bytes === undefined ? "removed" : "written"}\n`);
}

await main();
