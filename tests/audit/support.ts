import { generateKeyPair, exportJWK, type JSONWebKeySet, type JWK } from "jose";
import { randomUUID } from "node:crypto";
import type { AuditEntry } from "../../src/audit/audit-entry.js";
import { AuditLog, type AuditLogOptions } from "../../src/audit/audit-log.js";
import type { ChainRecord } from "../../src/audit/chain.js";
import type { Checkpoint } from "../../src/audit/checkpoint.js";
import { publishedKeys } from "../../src/audit/checkpoint-signer.js";
import { readingOf } from "../../src/audit/reading.js";
import { recordOf, rowOf, selectRecords } from "../../src/audit/record-row.js";
import { SubjectHasher } from "../../src/audit/subject-hasher.js";
import { checkpoint, record } from "../../src/audit/tables.js";
import type { Database } from "../../src/database/database.js";
import { migrate } from "../../src/database/migrate.js";
import { shippedMigrations } from "../../src/database/sources.js";
import { eachDatabase } from "../support/databases.js";

export const hasher = new SubjectHasher(["a secret of the tests, long enough for a key"]);

/** A request as the hub would record it. */
export function entryOf(overrides: Partial<AuditEntry> = {}): AuditEntry {
  return {
    id: randomUUID(),
    at: "2026-03-01T08:00:00.123+08:00",
    client: "civil-affairs-window",
    operator: hasher.ofOperator("王芳"),
    department: "县民政局",
    duty: "1.2",
    case: "浦民救2026-0311",
    operation: "5e0f8ac8",
    coordinates: ["Person.name", "Person.idNumber"],
    subjects: [hasher.ofSubject("11010519491231002X")],
    decision: "ALLOWED",
    codes: [],
    policy: "8b1a9953",
    latency: 3.25,
    ...overrides,
  };
}

export async function newSigningKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  return exportJWK(privateKey);
}

/** A database with the audit tables, empty at each test's start, and keys to sign with. */
export interface AuditBench {
  readonly database: Database;
  readonly signing: JWK;
  readonly published: JSONWebKeySet;
  /** A log that is closed at the test's end; checkpoints only when told. */
  log(options?: Partial<AuditLogOptions>): Promise<AuditLog>;
  /** Appends so many entries, of seconds one after the other, with a checkpoint at each multiple. */
  fill(records: number, checkpointEvery?: number): Promise<void>;
  /** What somebody does who owns the tables. */
  tamper(...statements: readonly string[]): Promise<void>;
  /** The records as they are stored. */
  records(): Promise<ChainRecord[]>;
  /** Puts other records in the place of all. */
  replace(records: readonly ChainRecord[]): Promise<void>;
  /** The checkpoints as they are stored. */
  checkpoints(): Promise<Checkpoint[]>;
}

/** Describes the log's behaviour on every real database. */
export function eachAudit(
  describeOn: (bench: () => AuditBench, kind: Database["kind"]) => void,
): void {
  eachDatabase((kind, open) => {
    let bench: AuditBench;
    const logs: AuditLog[] = [];

    beforeAll(async () => {
      const database = await open();
      await migrate(database, shippedMigrations("audit"));
      bench = await benchOf(database, logs);
    });
    beforeEach(() => bench.tamper("truncate audit.record, audit.checkpoint"));
    afterEach(async () => {
      for (const log of logs.splice(0)) await log.close().catch(() => {});
    });

    describeOn(() => bench, kind);
  });
}

async function benchOf(database: Database, logs: AuditLog[]): Promise<AuditBench> {
  const signing = await newSigningKey();
  const log = async (options: Partial<AuditLogOptions> = {}) => {
    const quiet = { checkpointRecords: 1_000_000, checkpointMilliseconds: 3_600_000 };
    const opened = await AuditLog.open(database, { signing, ...quiet, ...options });
    logs.push(opened);
    return opened;
  };
  const tamper = async (...statements: readonly string[]) => {
    const tables = ["audit.record", "audit.reading", "audit.checkpoint"];
    const triggers = (state: string) =>
      tables.map((table) => `alter table ${table} ${state} trigger user`);
    await database.query([...triggers("disable"), ...statements, ...triggers("enable")].join(";"));
  };
  return {
    database,
    signing,
    tamper,
    published: await publishedKeys(signing),
    log,
    async fill(records, checkpointEvery = records) {
      for (let from = 1; from <= records; from += checkpointEvery) {
        const part = await log();
        const to = Math.min(records, from + checkpointEvery - 1);
        const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
        await Promise.all(numbers.map((number) => part.append(entryOf({ at: secondOf(number) }))));
        await part.close();
      }
    },
    async records() {
      const rows = await selectRecords(database).orderBy(record.sequence);
      return rows.map(recordOf);
    },
    async replace(records) {
      await tamper("truncate audit.record");
      const rows = JSON.stringify(records.map(rowOf));
      await database.query(
        "insert into audit.record select * from json_populate_recordset(null::audit.record, $1)",
        [rows],
      );
      for (const { entry } of records) {
        await database.query("insert into audit.reading values ($1, $2) on conflict do nothing", [
          readingOf(entry.coordinates),
          entry.coordinates,
        ]);
      }
    },
    checkpoints: () => database.drizzle.select().from(checkpoint).orderBy(checkpoint.size),
  };
}

/** The moment of a record that {@link AuditBench.fill} made. */
export function secondOf(number: number): string {
  return new Date(Date.parse("2026-03-01T00:00:00Z") + number * 1000).toISOString();
}
