import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import type { DepartmentDefinition } from "../../department/define.js";
import type { CountyOptions } from "../generate-county.js";
import { writeSampleFiles, type WrittenSample } from "./sample-files.js";

/** Writes a county's sample files into a folder, in place of earlier ones: `<folder>/<department>/<title>.csv`. */
export function writeSampleFolder(
  folder: string,
  departments: readonly DepartmentDefinition[],
  options: CountyOptions,
  onProgress?: (households: number) => void,
): readonly WrittenSample[] {
  const open = new Map<string, number>();
  const fileOf = (path: string): number => {
    const known = open.get(path);
    if (known !== undefined) return known;
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    const file = openSync(target, "w");
    open.set(path, file);
    return file;
  };
  try {
    return writeSampleFiles(
      departments,
      options,
      (path, bytes) => writeSync(fileOf(path), bytes),
      onProgress,
    );
  } finally {
    for (const file of open.values()) closeSync(file);
  }
}
