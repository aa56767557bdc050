import type { PgView } from "drizzle-orm/pg-core";
import type { Database } from "../../database/database.js";
import type { PersonKey } from "../../sealing/person-keys.js";
import type { Properties } from "../column-rights.js";
import type { ProvenanceRow } from "../provenance.js";
import type { Selected } from "../selected-columns.js";
import type { Deadline } from "./deadline.js";
import type { Guard, GuardLimits } from "./guard.js";
import type { HttpService } from "./http-service.js";
import type { PersonAnswer } from "./read-answers.js";
import type { SourceConnection } from "./source-connection.js";
import { SourceFailure } from "./source-failure.js";

/** What a live source answers with, and what the hub adds: whose it is, and where it comes from. */
export type LiveRecord<Found> = Readonly<Found> &
  ProvenanceRow & {
    /** Absent where the source was not asked about a person. */
    readonly person?: PersonKey;
  };

/** What a live loader asks with. */
export interface LiveAsking {
  /** The department's database as the caller's rights show it. */
  readonly database: Database;
  /** What records may hold. */
  readonly parts: Selected | Properties;
  /** Undefined where configuration names no service of the department. */
  readonly connection: SourceConnection | undefined;
  readonly guard: Guard;
  readonly deadline: Deadline;
}

/** How a department finds records that its own systems keep: asked when a request comes, kept nowhere. */
export interface LiveLoader<Found> {
  /** For logs, readiness and the breaker, which loaders of one source share. */
  readonly name: string;
  /** PostgreSQL schema of the department, which tells whose source it is. */
  readonly schema: string;
  readonly origin: PgView | HttpService;
  readonly limits: GuardLimits;
  /** What the source knows records by: an ID number in clear, or the key that a look-up is given. */
  readonly knows: "ID_NUMBER" | "KEY";
  readonly originalSource: string | null;
  /**
   * Finds for each key, in the order of the keys.
   * @throws SourceFailure where the source failed for all of them.
   */
  find(asking: LiveAsking, keys: readonly string[]): Promise<readonly PersonAnswer[]>;
  /** What of a key's records a look-up answers with. */
  choose(records: readonly LiveRecord<object>[]): Found | SourceFailure;
}

/** At most one record for a key, null where the source says there is none; several are a failure. */
export const atMostOne =
  <Found>(name: string) =>
  (records: readonly LiveRecord<object>[]): LiveRecord<Found> | null | SourceFailure => {
    if (records.length > 1) {
      const message = `${name} has several records where there is at most one`;
      return new SourceFailure("RECORDS_SEVERAL", message);
    }
    return (records[0] as LiveRecord<Found> | undefined) ?? null;
  };

/** All records for a key; empty where the source says there are none. */
export const everyOne =
  <Found>() =>
  (records: readonly LiveRecord<object>[]): readonly LiveRecord<Found>[] =>
    records as readonly LiveRecord<Found>[];
