import type { JSONWebKeySet } from "jose";
import type { Database } from "../database/database.js";
import { CHAIN_START, linkOf } from "./chain.js";
import { ChainSurvey } from "./chain-survey.js";
import { CheckpointVerifier } from "./checkpoint-verifier.js";
import { CheckpointWalk } from "./checkpoint-walk.js";
import type { Checkpoint } from "./checkpoint.js";
import { explainDisagreements } from "./explain-disagreements.js";
import { explainSurvey } from "./explain-survey.js";
import type { Fault } from "./fault.js";
import { mergeBySize } from "./merge-by-size.js";
import { readAll } from "./read-all.js";
import { recordOf, RECORDS_WITH_READINGS, type RecordRow } from "./record-row.js";

/** What a verification may know besides the log. */
export interface VerifyOptions {
  /** Checkpoints kept elsewhere: only they show a tail that was cut off with its checkpoints. */
  readonly checkpoints?: readonly Checkpoint[];
}

/** What a verification found. */
export interface AuditReport {
  /** Whether nothing is wrong; what lies behind `proven` is linked, but nobody has signed it. */
  readonly ok: boolean;
  readonly records: number;
  /** Properly signed checkpoints, those kept elsewhere among them. */
  readonly checkpoints: number;
  /** The last record that a checkpoint proves with everything before it; 0 for none. */
  readonly proven: number;
  /** By sequence; of many thousands the first ones. */
  readonly faults: readonly Fault[];
}

/** Faulty checkpoints that are reported. */
const INVALID_LIMIT = 1000;

const RECORDS = `${RECORDS_WITH_READINGS} order by sequence`;
const CHECKPOINTS = `
  select size, hash, at, key_id as "keyId", signature from audit.checkpoint order by size`;

/**
 * Goes through the whole log as it is at one moment, in bounded memory, and says what is wrong with
 * which record. Whoever can write to the tables can hash a chain anew, but not sign it: only the
 * checkpoints prove it. An embedded database does nothing else meanwhile.
 */
export async function verifyLog(
  database: Database,
  publicKeys: JSONWebKeySet,
  { checkpoints: kept = [] }: VerifyOptions = {},
): Promise<AuditReport> {
  const verifier = new CheckpointVerifier(publicKeys);
  return database.transaction(async (transaction) => {
    await transaction.query("set transaction isolation level repeatable read, read only");
    const stored = readAll<Checkpoint>(transaction, "audit_checkpoints", CHECKPOINTS);
    const signed = new SignedCheckpoints(mergeBySize(stored, kept), verifier);
    const survey = new ChainSurvey(CHAIN_START);
    const walk = new CheckpointWalk(signed.valid(), survey.start);
    await walk.begin();
    for await (const row of readAll<RecordRow>(transaction, "audit_records", RECORDS)) {
      const link = linkOf(recordOf(row));
      survey.add(link);
      if (walk.isDue(link)) await walk.pass(link);
    }
    await walk.end();
    const found = await explainDisagreements(
      explainSurvey(survey),
      walk,
      survey.end.sequence,
      (hash) => findRecord(transaction, hash),
    );
    const faults = [...found, ...signed.faults].sort((a, b) => a.sequence - b.sequence);
    const { records } = survey;
    const { count: checkpoints } = signed;
    return { ok: faults.length === 0, records, checkpoints, proven: walk.proven, faults };
  });
}

/** Lets properly signed checkpoints pass, and keeps account of the others. */
class SignedCheckpoints {
  count = 0;
  readonly faults: Fault[] = [];

  constructor(
    private readonly all: AsyncIterable<Checkpoint>,
    private readonly verifier: CheckpointVerifier,
  ) {}

  async *valid(): AsyncGenerator<Checkpoint> {
    for await (const checkpoint of this.all) {
      const detail = await this.verifier.problemOf(checkpoint);
      if (detail === null) {
        this.count += 1;
        yield checkpoint;
      } else if (this.faults.length < INVALID_LIMIT) {
        this.faults.push({ kind: "CHECKPOINT_INVALID", sequence: checkpoint.size, detail });
      }
    }
  }
}

async function findRecord(database: Database, hash: string): Promise<number | null> {
  const [found] = await database.query<{ sequence: number }>(
    "select sequence from audit.record where hash = $1 limit 1",
    [hash],
  );
  return found?.sequence ?? null;
}
