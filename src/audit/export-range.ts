import { and, asc, gt, gte, lt, lte, max, min, type SQL } from "drizzle-orm";
import type { Database } from "../database/database.js";
import { AuditError } from "./audit-error.js";
import { linkOf, type ChainRecord } from "./chain.js";
import type { Checkpoint } from "./checkpoint.js";
import type { ExportLine } from "./export-line.js";
import { instant } from "./instant.js";
import { recordOf, selectRecords } from "./record-row.js";
import { checkpoint, record } from "./tables.js";

/** Which records to export: numbers are sequences, texts are moments (ISO 8601 with an offset). */
export interface ExportRange {
  /** The first sequence, or the first moment. */
  readonly from: number | string;
  /** The last sequence, or the moment before which records end. */
  readonly to: number | string;
}

/** Records that are in memory at once. */
const PAGE_ROWS = 500;

/**
 * The lines of an export: a head with the hash before the range, the records, the links from there
 * to the next signed checkpoint, and that checkpoint; so that {@link verifyExport} needs no more
 * than the public keys. A range of time is exported without gaps from its first record to its last,
 * with any of another time between them. Where no checkpoint covers the range yet the last line is
 * missing, and the export proves nothing.
 * @throws AuditError RANGE_INVALID, or RANGE_EMPTY where there is no such record.
 */
export async function* exportRange(
  database: Database,
  range: ExportRange,
): AsyncGenerator<string, void> {
  const { from, to } = await sequencesOf(database, range);
  const covering = await coveringCheckpoint(database, to);
  const end = covering?.size ?? to;
  for await (const found of recordsBetween(database, from, end)) {
    const { sequence, previous } = found;
    if (sequence === from) yield lineOf({ kind: "head", from, to, previous });
    yield lineOf(sequence <= to ? recordLine(found) : { kind: "link", ...linkOf(found) });
  }
  if (covering) yield lineOf({ kind: "checkpoint", ...covering });
}

function recordLine({ entry, ...place }: ChainRecord): ExportLine {
  const { coordinates, subjects, codes } = entry;
  const lists = { coordinates: [...coordinates], subjects: [...subjects], codes: [...codes] };
  return { kind: "record", ...place, entry: { ...entry, ...lists } };
}

const lineOf = (line: ExportLine) => JSON.stringify(line);

async function sequencesOf(database: Database, { from, to }: ExportRange) {
  const [found] = await database.drizzle
    .select({ from: min(record.sequence), to: max(record.sequence) })
    .from(record)
    .where(and(notBefore(from), notAfter(to)));
  if (found && found.from !== null && found.to !== null) return { from: found.from, to: found.to };
  throw new AuditError("RANGE_EMPTY", `the audit log has no record from ${from} to ${to}`);
}

function notBefore(from: number | string): SQL {
  return typeof from === "number" ? gte(record.sequence, from) : gte(record.at, moment(from));
}

function notAfter(to: number | string): SQL {
  return typeof to === "number" ? lte(record.sequence, to) : lt(record.at, moment(to));
}

function moment(text: string): string {
  const withOffset = /T.*(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));
  if (withOffset) return instant(text);
  throw new AuditError("RANGE_INVALID", `${text} is not a moment, as 2026-03-01T08:00:00+08:00 is`);
}

async function coveringCheckpoint(database: Database, to: number): Promise<Checkpoint | undefined> {
  const [found] = await database.drizzle
    .select()
    .from(checkpoint)
    .where(gte(checkpoint.size, to))
    .orderBy(asc(checkpoint.size))
    .limit(1);
  return found && { ...found, at: instant(found.at) };
}

async function* recordsBetween(
  database: Database,
  from: number,
  to: number,
): AsyncGenerator<ChainRecord> {
  for (let after = from - 1; after < to;) {
    const rows = await selectRecords(database)
      .where(and(gt(record.sequence, after), lte(record.sequence, to)))
      .orderBy(asc(record.sequence))
      .limit(PAGE_ROWS);
    yield* rows.map(recordOf);
    after = rows.length < PAGE_ROWS ? to : (rows[rows.length - 1]?.sequence ?? to);
  }
}
