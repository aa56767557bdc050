import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { SUBGRAPHS_FOLDER } from "./generated-files.js";

/** How a committed file differs from what would be generated. */
export interface Drift {
  readonly path: string;
  readonly kind: "missing" | "stale" | "superfluous";
}

/** Compares the files under `root` with the generated ones; empty where all are current. */
export async function findDrift(
  root: string,
  files: ReadonlyMap<string, string>,
): Promise<Drift[]> {
  const drift: Drift[] = [];
  for (const [path, text] of files) {
    const committed = await readIfPresent(join(root, path));
    if (committed === null) drift.push({ path, kind: "missing" });
    else if (committed !== text) drift.push({ path, kind: "stale" });
  }
  for (const name of await listIfPresent(join(root, SUBGRAPHS_FOLDER))) {
    const path = `${SUBGRAPHS_FOLDER}/${name}`;
    if (!files.has(path)) drift.push({ path, kind: "superfluous" });
  }
  return drift;
}

/** The text of a file; null where there is none. */
export const readIfPresent = (path: string): Promise<string | null> =>
  readFile(path, "utf8").catch(absent(null));

const listIfPresent = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(absent<string[]>([]))).sort();

function absent<T>(fallback: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code !== "ENOENT") throw error;
    return fallback;
  };
}
