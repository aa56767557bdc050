import type { AuditEntry } from "../../src/audit/audit-entry.js";
import { CHAIN_START, follow, type ChainRecord } from "../../src/audit/chain.js";

/** What somebody makes of a chain without the key that signs checkpoints. */
export type Manipulation = (records: readonly ChainRecord[]) => ChainRecord[];

/** Gives record `at` (from 1) another content, and leaves its hashes. */
export const change =
  (at: number, entry: Partial<AuditEntry> = { department: "县残联" }): Manipulation =>
  (records) =>
    records.map((record) =>
      record.sequence === at ? { ...record, entry: { ...record.entry, ...entry } } : record,
    );

/** Gives record `at` the hash of what it says. */
export const hashOne =
  (at: number): Manipulation =>
  (records) =>
    records.map((record) =>
      record.sequence === at
        ? follow({ sequence: at - 1, hash: record.previous }, record.algorithm, record.entry)
        : record,
    );

/** Hashes the whole chain anew, as it is numbered. */
export const hashAll: Manipulation = (records) => {
  let head = CHAIN_START;
  return records.map(({ sequence, algorithm, entry }) => {
    const record = { ...follow(head, algorithm, entry), sequence };
    head = record;
    return record;
  });
};

/** Numbers what there is from 1. */
export const renumber: Manipulation = (records) =>
  records.map((record, index) => ({ ...record, sequence: index + 1 }));

export const remove =
  (at: number, count = 1): Manipulation =>
  (records) =>
    records.filter(({ sequence }) => sequence < at || sequence >= at + count);

/** Cuts everything behind record `at`. */
export const truncate =
  (at: number): Manipulation =>
  (records) =>
    records.slice(0, at);

/** Puts a record of this content before record `at`, properly hashed, and renumbers. */
export const insert =
  (at: number, entry: AuditEntry): Manipulation =>
  (records) => {
    const head = records[at - 2] ?? CHAIN_START;
    const added = follow(head, records[0]?.algorithm ?? "sm3", entry);
    return renumber([...records.slice(0, at - 1), added, ...records.slice(at - 1)]);
  };

/** Exchanges two records with their hashes. */
export const swap =
  (a: number, b: number): Manipulation =>
  (records) =>
    exchange(records, a, b, (record, { sequence }) => ({ ...record, sequence }));

/** Exchanges what two records say, and leaves the hashes. */
export const swapContents =
  (a: number, b: number): Manipulation =>
  (records) =>
    exchange(records, a, b, ({ entry }, place) => ({ ...place, entry }));

/** Puts record `at` behind record `to`, and renumbers. */
export const move =
  (at: number, to: number): Manipulation =>
  (records) => {
    const moved = records.slice(at - 1, at);
    return renumber([
      ...records.slice(0, at - 1),
      ...records.slice(at, to),
      ...moved,
      ...records.slice(to),
    ]);
  };

/** One after the other. */
export const both =
  (...manipulations: readonly Manipulation[]): Manipulation =>
  (records) =>
    manipulations.reduce<ChainRecord[]>((done, next) => next(done), [...records]);

function exchange(
  records: readonly ChainRecord[],
  a: number,
  b: number,
  put: (record: ChainRecord, place: ChainRecord) => ChainRecord,
): ChainRecord[] {
  const partner = new Map([
    [a, records[b - 1]],
    [b, records[a - 1]],
  ]);
  return records.map((place) => {
    const record = partner.get(place.sequence);
    return record ? put(record, place) : place;
  });
}
