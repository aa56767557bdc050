import { IntakeError } from "../intake-error.js";
import type { OpenedFile } from "../reading/opened-file.js";
import type { LoadOptions } from "./load-options.js";
import type { SnapshotChanges } from "./load-report.js";
import type { Snapshot } from "./snapshots.js";

/** The share of a table's records that a load removes without being asked. */
const SHRINK = 0.2;

/** Whether a file, loaded so, is the snapshot that stands already. */
export function isSameFile(
  current: Snapshot,
  { hash }: OpenedFile,
  { asOf, source, strict }: LoadOptions,
): boolean {
  return (
    current.fileHash === hash &&
    (asOf === undefined || asOf === (current.givenAsOf ?? current.asOf)) &&
    current.source === source &&
    !(strict && current.rowsRefused > 0)
  );
}

/** @throws IntakeError SNAPSHOT_OLDER where a day is before the one of the snapshot that stands */
export function checkNotOlder(asOf: string, current: Snapshot | undefined): void {
  if (!current || asOf >= current.asOf) return;
  throw new IntakeError(
    "SNAPSHOT_OLDER",
    `文件的数据截止日期 ${asOf} 早于现有快照的 ${current.asOf}，未作任何更改 / ` +
      `the file speaks of ${asOf}, before the snapshot that stands (${current.asOf}); nothing was changed`,
    { asOf, current: current.asOf },
  );
}

/** How many rows of a file were read, and how many of them were refused. */
export interface RowCounts {
  readonly read: number;
  readonly refused: number;
}

/** Why nothing of a file is loaded: FILE_EMPTY without rows, ROWS_REFUSED with bad ones. */
export function rowsRefused({ read, refused }: RowCounts): IntakeError {
  if (read === 0) {
    return new IntakeError("FILE_EMPTY", "文件中没有数据行 / the file has no rows of data");
  }
  return new IntakeError(
    "ROWS_REFUSED",
    `${read} 行中有 ${refused} 行有误，未作任何更改 / ` +
      `${refused} of ${read} rows are in error; nothing was changed`,
    { read, refused },
  );
}

/** @throws IntakeError SNAPSHOT_SHRINKS where more records would go than may without a word */
export function checkShrink({ changed, unchanged, removed, kept }: SnapshotChanges): void {
  const records = changed + unchanged + removed + kept;
  if (removed <= records * SHRINK) return;
  const share = `${((100 * removed) / records).toFixed(1)}%`;
  throw new IntakeError(
    "SNAPSHOT_SHRINKS",
    `本次导入将删除现有 ${records} 条记录中的 ${removed} 条（${share}），已停止，未作任何更改；确认无误请加 --allow-shrink / ` +
      `the load would remove ${removed} of ${records} records (${share}); nothing was changed; add --allow-shrink if that is right`,
    { records, removed },
  );
}
