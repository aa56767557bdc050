import { qualifiedName } from "../../database/qualified-name.js";
import { flagOpenIssues } from "../issues/dispute-mark.js";
import type { ClearRow } from "../mapping/file-mapping.js";
import type { OpenedFile } from "../reading/opened-file.js";
import { applySnapshot } from "./apply-snapshot.js";
import { compareSnapshot } from "./compare-snapshot.js";
import { deliveredColumns, type DeliveredColumns } from "./delivered-columns.js";
import type { LoadOptions, LoadTarget } from "./load-options.js";
import { reportOf, sameFileReport, type LoadReport, type SnapshotChanges } from "./load-report.js";
import { holdForLoad, isEmptyForUs, stopWriters } from "./lock-table.js";
import { settleSealedTexts } from "./settle-sealed-texts.js";
import { checkNotOlder, checkShrink, isSameFile, rowsRefused } from "./snapshot-checks.js";
import { currentSnapshot, finishSnapshot, recordSnapshot, type Snapshot } from "./snapshots.js";
import { firstRow, stageRows } from "./stage-rows.js";
import { openStaging, type Staging } from "./staging.js";
import { createLike, dropTemporary, TEMPORARY } from "./temporary-tables.js";

/** Milliseconds to wait for another load of the same table. */
const PATIENCE = 3_000;

/** Takes a dry run back. */
class DryRun extends Error {
  constructor(readonly report: LoadReport) {
    super("a dry run is over");
  }
}

/**
 * Makes a file the snapshot of its table, in one transaction: who reads sees the old one or the new
 * one, and whatever interrupts it leaves the old one. Records are replaced by key; those that change
 * or go are kept in `intake.former_record`. The file that stands already changes nothing.
 * @throws IntakeError LOAD_RUNNING, SNAPSHOT_OLDER, SNAPSHOT_SHRINKS, AS_OF_MISSING, ROWS_REFUSED,
 *   FILE_EMPTY, and what reading the file throws; nothing was changed then
 */
export async function loadSnapshot(
  target: LoadTarget,
  file: OpenedFile,
  options: LoadOptions = {},
): Promise<LoadReport> {
  const relation = qualifiedName(file.mapping.table);
  try {
    const report = await target.database.transaction((database) =>
      loadWithin({ ...target, database }, file, options, relation),
    );
    if (!report.sameFile) await target.database.query(`analyze ${relation}`);
    return report;
  } catch (error) {
    if (error instanceof DryRun) return error.report;
    throw error;
  }
}

async function loadWithin(
  target: LoadTarget,
  file: OpenedFile,
  options: LoadOptions,
  relation: string,
): Promise<LoadReport> {
  const { database, department } = target;
  await holdForLoad(database, relation, options.patience ?? PATIENCE);
  const current = await currentSnapshot(database, relation);
  const source = options.source ?? department.name;
  if (current && isSameFile(current, file, { ...options, source })) {
    return sameFileReport(file, current);
  }
  const staging = await openStaging(target, file, { ...options, source });
  try {
    const first = await firstRow(staging);
    const load = (await isEmptyForUs(database, relation)) ? fill : replace;
    const number = await load(staging, first, current);
    await flagOpenIssues(database, file.mapping.table);
    const snapshot = await finishSnapshot(database, number);
    await dropTemporary(database);
    const report = reportOf(file, snapshot, options.dryRun === true);
    if (options.dryRun) throw new DryRun(report);
    return report;
  } finally {
    await staging.reader.close();
  }
}

/** Into an empty table the rows go as they come. Answers the load's number. */
async function fill(
  staging: Staging,
  first: ClearRow,
  current: Snapshot | undefined,
): Promise<number> {
  const delivered = deliveredColumns(staging.file, first);
  await stageRows(staging, first, delivered.relation, delivered);
  await rowsAreIn(staging, current);
  const { loaded } = staging.reader;
  return record(staging, delivered, { ...NO_CHANGES, added: loaded });
}

/** Rows are brought beside the records, held against them, and put in their place. Answers the load's number. */
async function replace(
  staging: Staging,
  first: ClearRow,
  current: Snapshot | undefined,
): Promise<number> {
  const { database, sealing, reader, refusals, options, startedAt } = staging;
  const delivered = deliveredColumns(staging.file, first);
  const { relation, columns, key } = delivered;
  await createLike(database, TEMPORARY.rows, columns, relation);
  await stageRows(staging, first, TEMPORARY.rows, delivered);
  await rowsAreIn(staging, current);
  await stopWriters(database, relation);
  await database.query(`analyze ${TEMPORARY.rows} (${key.join(", ")})`);
  await settleSealedTexts(database, sealing, delivered);
  const changes = await compareSnapshot(database, delivered, reader.loaded, refusals.keys > 0);
  if (!options.allowShrink) checkShrink(changes);
  const load = await record(staging, delivered, changes);
  await applySnapshot(database, delivered, changes, { load, at: startedAt });
  return load;
}

const NO_CHANGES: SnapshotChanges = { added: 0, changed: 0, removed: 0, unchanged: 0, kept: 0 };

/** All rows have been read: what can be said of them now is checked, and their persons become known. */
async function rowsAreIn(
  { reader, options, persons }: Staging,
  current: Snapshot | undefined,
): Promise<void> {
  if (options.strict && reader.refused > 0) throw rowsRefused(reader);
  checkNotOlder(reader.latestDay, current);
  reader.tell("APPLYING");
  await persons.remember();
}

async function record(
  { database, department, file, options, reader, startedAt }: Staging,
  { relation }: DeliveredColumns,
  changes: SnapshotChanges,
): Promise<number> {
  return recordSnapshot(database, {
    department: department.slug,
    kind: file.mapping.kind,
    relation,
    asOf: reader.latestDay,
    givenAsOf: options.asOf ?? null,
    source: options.source,
    fileName: file.name,
    fileHash: file.hash,
    bytes: file.bytes,
    encoding: file.encoding,
    rowsRead: reader.read,
    rowsLoaded: reader.loaded,
    rowsRefused: reader.refused,
    ...changes,
    corrections: Object.fromEntries(file.corrections),
    startedAt,
    finishedAt: new Date().toISOString(),
    loadedBy: options.loadedBy ?? null,
  });
}
