import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { GENERATED_FOLDERS } from "./generated-files.js";

/** How a committed file differs from what would be generated. */
export interface Drift {
  readonly path: string;
  readonly kind: "missing" | "stale" | "superfluous";
}

/** Compares the files under `root` with the generated ones; empty where all are current. */
export async function findDrift(
  root: string,
  files: ReadonlyMap<string, Buffer>,
): Promise<Drift[]> {
  const drift: Drift[] = [];
  for (const [path, bytes] of files) {
    const committed = await readIfPresent(join(root, path));
    if (committed === null) drift.push({ path, kind: "missing" });
    else if (!committed.equals(bytes)) drift.push({ path, kind: "stale" });
  }
  for (const folder of GENERATED_FOLDERS) {
    for (const name of await listIfPresent(join(root, folder))) {
      const path = `${folder}/${name}`;
      if (!files.has(path)) drift.push({ path, kind: "superfluous" });
    }
  }
  return drift;
}

/** The bytes of a file; null where there is none. */
export const readIfPresent = (path: string): Promise<Buffer | null> =>
  readFile(path).catch(absent(null));

/** The files of a folder and of the folders in it, by their paths from there; a folder only where it is empty. */
async function listIfPresent(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true }).catch(absent<string[]>([]));
  return names
    .filter((name) => !names.some((other) => other.startsWith(`${name}${sep}`)))
    .map((name) => name.split(sep).join("/"))
    .sort();
}

function absent<T>(fallback: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code !== "ENOENT") throw error;
    return fallback;
  };
}
