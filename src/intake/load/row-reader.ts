import { IntakeError } from "../intake-error.js";
import type { ClearRow } from "../mapping/file-mapping.js";
import type { FileRow, OpenedFile } from "../reading/opened-file.js";
import type { LoadOptions, LoadProgress } from "./load-options.js";
import type { Refusals } from "./refusals.js";

/** What every row of a load has where it does not say otherwise. */
export interface Provenance {
  readonly asOf: string | undefined;
  readonly source: string;
  /** With offset. */
  readonly fetchedAt: string;
}

/** Reads a file's rows one after another, completes them with their provenance, and counts. */
export class RowReader {
  read = 0;
  loaded = 0;
  refused = 0;
  /** The latest day that a row speaks of; empty before the first. */
  latestDay = "";
  private bytesRead = 0;
  private readonly rows: AsyncIterator<FileRow>;

  constructor(
    private readonly file: OpenedFile,
    private readonly provenance: Provenance,
    private readonly refusals: Refusals,
    private readonly options: LoadOptions,
  ) {
    const rows = file.rows((bytesRead) => {
      this.bytesRead = bytesRead;
      this.tell("READING");
    });
    this.rows = rows[Symbol.asyncIterator]();
  }

  /**
   * The next row: complete; null for one that was refused; undefined at the end.
   * @throws IntakeError AS_OF_MISSING
   */
  async next(): Promise<ClearRow | null | undefined> {
    const { done, value: row } = await this.rows.next();
    if (done) return undefined;
    this.read += 1;
    if ("errors" in row) {
      this.refused += 1;
      this.refusals.add(row);
      await this.options.onRefused?.(row);
      return null;
    }
    this.loaded += 1;
    const { asOf, source, fetchedAt } = this.provenance;
    const day = row.asOf ?? asOf;
    if (day === undefined) throw dayMissing(row.line);
    if (day > this.latestDay) this.latestDay = day;
    return {
      ...row.row,
      originalSource: row.originalSource ?? source,
      asOf: day,
      fetchedAt,
    };
  }

  tell(phase: LoadProgress["phase"]): void {
    const { bytes } = this.file;
    const bytesRead = phase === "APPLYING" ? bytes : this.bytesRead;
    this.options.onProgress?.({ phase, bytesRead, bytes, rows: this.read });
  }

  /** Lets go of the file. */
  async close(): Promise<void> {
    await this.rows.return?.();
  }
}

function dayMissing(line: number): IntakeError {
  return new IntakeError(
    "AS_OF_MISSING",
    `第 ${line} 行未注明数据截止日期，请用 --as-of 指定 / row ${line} does not say of which day it speaks; give --as-of`,
    { line },
  );
}
