import type { Database } from "../database/database.js";
import { repeated } from "../database/repeated-statement.js";
import type { AuditEntry } from "./audit-entry.js";
import { AuditError } from "./audit-error.js";
import { CHAIN_START, follow, type ChainPosition, type ChainRecord } from "./chain.js";
import type { HashAlgorithm } from "./hash-algorithm.js";
import { readingOf } from "./reading.js";
import { rowOf } from "./record-row.js";

/** Held for the transaction by whoever lengthens the chain: processes take turns. */
const ADVISORY_LOCK = 330_727;

const UNIQUE_VIOLATION = "23505";

/**
 * Adds $1, a JSON array of rows, if the record $2 still has the hash $3 (0 is before the first), and
 * the readings $4 that may be new.
 */
const INSERT = repeated(`
  with kept as (
    insert into audit.reading
    select * from json_populate_recordset(null::audit.reading, $4)
    on conflict do nothing
  ), added as (
    insert into audit.record
    select rows.*
    from json_populate_recordset(null::audit.record, $1) as rows
    cross join (select pg_advisory_xact_lock(${ADVISORY_LOCK})) as turn
    where $2::bigint = 0
      or exists (select 1 from audit.record where sequence = $2::bigint and hash = $3)
    returning 1
  )
  select count(*)::int as records from added`);

/** Takes the turn, and only then looks where the chain ends. */
const READ_HEAD = `
  set transaction isolation level read committed;
  select pg_advisory_xact_lock(${ADVISORY_LOCK});
  select sequence, hash from audit.record order by sequence desc limit 1`;

/**
 * Lengthens the chain, beside other processes that do the same. A process that was the last to write
 * needs one statement for a batch; where another was in between, the record's number is taken, and
 * the batch is written again in a transaction that reads the chain's end first.
 */
export class ChainWriter {
  private last: ChainPosition = CHAIN_START;
  private alone = false;
  /** Readings that this process has kept already. */
  private readonly kept = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly algorithm: HashAlgorithm,
  ) {}

  /**
   * Writes the entries one after the other, all or none, and answers where they stand.
   * @throws AuditError RECORDS_LOST when what this process wrote last is gone or changed; or
   *   whatever the database threw.
   */
  async write(entries: readonly AuditEntry[]): Promise<ChainPosition[]> {
    const records =
      (this.alone ? await this.writeAlone(entries) : null) ?? (await this.writeInTurn(entries));
    this.last = records[records.length - 1] ?? this.last;
    return records;
  }

  /** Null where another process has lengthened the chain. */
  private async writeAlone(entries: readonly AuditEntry[]): Promise<ChainRecord[] | null> {
    try {
      return await this.insert(this.database, this.last, entries);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      return null;
    }
  }

  private writeInTurn(entries: readonly AuditEntry[]): Promise<ChainRecord[]> {
    return this.database.transaction(async (transaction) => {
      const [head = CHAIN_START] = await transaction.query<ChainPosition>(READ_HEAD);
      this.alone = this.last.sequence === 0 || head.sequence === this.last.sequence;
      return this.insert(transaction, head, entries);
    });
  }

  private newReadings(entries: readonly AuditEntry[]): Map<string, readonly string[]> {
    if (this.kept.size >= MAXIMUM_KEPT) this.kept.clear();
    const readings = new Map<string, readonly string[]>();
    for (const { coordinates } of entries) {
      const reading = readingOf(coordinates);
      if (!this.kept.has(reading)) readings.set(reading, coordinates);
    }
    return readings;
  }

  private async insert(
    database: Database,
    head: ChainPosition,
    entries: readonly AuditEntry[],
  ): Promise<ChainRecord[]> {
    const records = chainOf(head, this.algorithm, entries);
    const { sequence, hash } = this.last;
    const rows = records.map(rowOf);
    const readings = this.newReadings(entries);
    const [added] = await database.query<{ records: number }>(INSERT, [
      JSON.stringify(rows),
      sequence,
      hash,
      JSON.stringify(Array.from(readings, ([reading, coordinates]) => ({ reading, coordinates }))),
    ]);
    if (added?.records === records.length) {
      for (const reading of readings.keys()) this.kept.add(reading);
      return records;
    }
    throw new AuditError(
      "RECORDS_LOST",
      `record ${sequence} of the audit log, which this process wrote, is gone or changed: ` +
        "run hub audit verify; the hub records again once it is restarted",
      { sequence },
    );
  }
}

/** Readings that are remembered at most; beyond, they start over. */
const MAXIMUM_KEPT = 10_000;

function chainOf(
  head: ChainPosition,
  algorithm: HashAlgorithm,
  entries: readonly AuditEntry[],
): ChainRecord[] {
  let place = head;
  return entries.map((entry) => {
    const record = follow(place, algorithm, entry);
    place = record;
    return record;
  });
}

function isUniqueViolation(error: unknown): boolean {
  return (error as { code?: string }).code === UNIQUE_VIOLATION;
}
