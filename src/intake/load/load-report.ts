import type { OpenedFile } from "../reading/opened-file.js";
import type { Snapshot } from "./snapshots.js";

/** What a load did to a table's records. */
export interface SnapshotChanges {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Records that say what they said before; only their day is new. */
  readonly unchanged: number;
  /** Earlier records that stay as they were, because their row was refused. */
  readonly kept: number;
}

/** What came of a load: the snapshot, and what was found of the file. */
export interface LoadReport extends Omit<Snapshot, "id"> {
  /** Number of the load; null where nothing was loaded. */
  readonly load: number | null;
  /** True where this very file is the snapshot that stands already: its rows were not read again. */
  readonly sameFile: boolean;
  readonly dryRun: boolean;
  /** Official title of the kind of file. */
  readonly title: string;
  readonly unknownHeaders: readonly string[];
}

/** The report of a load that was done, or done and undone again. */
export function reportOf(file: OpenedFile, snapshot: Snapshot, dryRun: boolean): LoadReport {
  const { id, ...done } = snapshot;
  return { ...done, load: dryRun ? null : id, sameFile: false, dryRun, ...ofFile(file) };
}

/** The report of a file that is the snapshot that stands already. */
export function sameFileReport(file: OpenedFile, current: Snapshot): LoadReport {
  const { id: _id, ...standing } = current;
  return {
    ...standing,
    ...{ added: 0, changed: 0, removed: 0, unchanged: current.rowsLoaded },
    load: null,
    sameFile: true,
    dryRun: false,
    ...ofFile(file),
  };
}

function ofFile({ mapping, unknownHeaders }: OpenedFile) {
  return { title: mapping.title, unknownHeaders };
}
