import { is } from "drizzle-orm";
import { PgTable, PgView, type PgColumn } from "drizzle-orm/pg-core";
import type { RecordSource, RecordTable } from "./define.js";
import { HttpService } from "./live/http-service.js";
import type { Relation } from "./relation.js";

/** A record type and what it is selected from. */
export interface RelationRecord {
  readonly type: string;
  readonly relation: Relation;
  readonly always: readonly PgColumn[];
  /** Of tables alone: row security stands on no view. */
  readonly division: PgColumn | undefined;
}

type Records = Readonly<Record<string, RecordSource>>;

/** The record types that stand in tables and views, in the long form of their declaration. */
export function relationRecords(records: Records): RelationRecord[] {
  return Object.entries(records).flatMap(([type, source]): RelationRecord[] => {
    if (source instanceof HttpService) return [];
    if (is(source, PgTable) || is(source, PgView)) {
      return [{ type, relation: source, always: [], division: undefined }];
    }
    const { table, always = [], division } = source as RecordTable;
    return [{ type, relation: table, always, division }];
  });
}

/** The department's own table that records stand in; null where a view or a service answers with them. */
export function ownTable(source: RecordSource): PgTable | null {
  if (source instanceof HttpService || is(source, PgView)) return null;
  return is(source, PgTable) ? source : source.table;
}

/** The record types that services answer with, by type. */
export function serviceRecords(records: Records): [type: string, service: HttpService][] {
  return Object.entries(records).filter(
    (entry): entry is [string, HttpService] => entry[1] instanceof HttpService,
  );
}
