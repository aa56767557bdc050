import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { DepartmentDefinition } from "../department/define.js";
import type { CountySize } from "./county-size.js";
import { writeSampleFolder } from "./sample-files/write-sample-folder.js";

/** The county whose files ship with the hub. */
export const SHIPPED_COUNTY = { households: 2000, seed: 330_726 } as const;

const SHIPPED_FOLDER = fileURLToPath(new URL("../../assets/county/", import.meta.url));

/**
 * Lets `work` read the files that departments would deliver of a county: those that ship, or such as
 * are written for the occasion and gone afterwards.
 */
export async function withCountyFiles<T>(
  departments: readonly DepartmentDefinition[],
  size: CountySize,
  onWritten: (households: number) => void,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  if (isShipped(size)) return work(SHIPPED_FOLDER);
  const folder = await mkdtemp(join(tmpdir(), "hub-county-"));
  try {
    writeSampleFolder(folder, departments, size, onWritten);
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function isShipped({ households, seed, asOf }: CountySize): boolean {
  return (
    households === SHIPPED_COUNTY.households && seed === SHIPPED_COUNTY.seed && asOf === undefined
  );
}
