import type { DepartmentDefinition } from "../../department/define.js";
import type { FileMapping } from "../../intake/mapping/file-mapping.js";
import { generateCounty, type CountyOptions } from "../generate-county.js";
import type { HouseholdTruth } from "../household-truth.js";
import type { SeedProjection } from "../seed-projection.js";
import type { PlantedMistake } from "./planted-mistake.js";
import { SampleFile } from "./sample-file.js";

/** A sample file that was written. */
export interface WrittenSample {
  /** Folder of the department, `big-data`. */
  readonly department: string;
  readonly mapping: FileMapping;
  /** Path from the county's folder: `big-data/机动车登记.csv`. */
  readonly path: string;
  /** The rows that must be refused; all others are the county's. */
  readonly mistakes: readonly PlantedMistake[];
}

/** Takes the bytes of a file, piece by piece in order. */
export type WriteSample = (path: string, bytes: Buffer) => void;

/** Households whose rows are written together. */
const BATCH = 500;

/**
 * Writes a county as the files that its departments would deliver, one for each kind. Only a few
 * households are in memory at a time. The same options give the same bytes.
 */
export function writeSampleFiles(
  departments: readonly DepartmentDefinition[],
  options: CountyOptions,
  write: WriteSample,
  onProgress: (households: number) => void = () => undefined,
): readonly WrittenSample[] {
  const samples = departments.flatMap(samplesOf(options.seed));
  for (const { path, file } of samples) write(path, file.start());
  let batch: HouseholdTruth[] = [];
  let done = 0;
  const flush = () => {
    for (const { path, file, projection } of samples)
      write(path, file.add(rowsOf(projection, batch)));
    done += batch.length;
    batch = [];
    onProgress(done);
  };
  for (const household of generateCounty(options)) {
    batch.push(household);
    if (batch.length === BATCH) flush();
  }
  if (batch.length > 0) flush();
  return samples.map(({ department, mapping, path, file }) => ({
    department,
    mapping,
    path,
    mistakes: file.mistakes,
  }));
}

function samplesOf(seed: number) {
  let place = 0;
  return ({ identity, files = [], seed: projections }: DepartmentDefinition) =>
    files.flatMap((mapping) => {
      const projection = projections.find(({ table }) => table === mapping.table);
      if (!projection) return [];
      const file = new SampleFile(mapping, identity.name, seed, place++);
      const path = `${identity.slug}/${mapping.title}.csv`;
      return [{ department: identity.slug, mapping, path, file, projection }];
    });
}

function* rowsOf({ rows }: SeedProjection, households: readonly HouseholdTruth[]) {
  for (const household of households) {
    for (const row of rows(household)) yield row as Readonly<Record<string, unknown>>;
  }
}
