import type { JSONWebKeySet } from "jose";
import { AuditError } from "./audit-error.js";
import { linkOf } from "./chain.js";
import { ChainSurvey } from "./chain-survey.js";
import { CheckpointVerifier } from "./checkpoint-verifier.js";
import { CheckpointWalk } from "./checkpoint-walk.js";
import type { Checkpoint } from "./checkpoint.js";
import { explainDisagreements } from "./explain-disagreements.js";
import { explainSurvey } from "./explain-survey.js";
import { parseLine, type ExportLine } from "./export-line.js";
import type { Fault } from "./fault.js";

/** What an export proves. */
export interface ExportReport {
  /** Whether every record is proven to stand in the signed log as it is shown. */
  readonly ok: boolean;
  /** Sequence of the first record. */
  readonly from: number;
  /** Sequence of the last record. */
  readonly to: number;
  readonly records: number;
  /** By sequence. */
  readonly faults: readonly Fault[];
}

/**
 * Verifies the lines of {@link exportRange} with nothing but public keys, in bounded memory.
 * @throws AuditError EXPORT_MALFORMED where a line is not one of an export, or the head is missing.
 */
export async function verifyExport(
  lines: AsyncIterable<string> | Iterable<string>,
  publicKeys: JSONWebKeySet,
): Promise<ExportReport> {
  const { head, survey, records, checkpoint } = await readLines(lines);
  const end = survey.end.sequence;
  const faults: Fault[] = [];
  if (end < head.to) {
    faults.push(truncated(end, `the export ends with record ${end}, and announces ${head.to}`));
  }
  const problem = await problemOf(checkpoint, end, publicKeys);
  if (problem !== null) {
    faults.push({ kind: "CHECKPOINT_INVALID", sequence: checkpoint?.size ?? end, detail: problem });
  }
  const walk = await walkTo(survey, problem === null ? checkpoint : undefined);
  const known = explainSurvey(survey);
  const shown = { ...known, faults: [...known.faults, ...faults] };
  const all = await explainDisagreements(shown, walk, end, async () => null);
  all.sort((a, b) => a.sequence - b.sequence);
  return { ok: all.length === 0, from: head.from, to: head.to, records, faults: all };
}

type Head = Extract<ExportLine, { kind: "head" }>;

interface Read {
  readonly head: Head;
  readonly survey: ChainSurvey;
  readonly records: number;
  readonly checkpoint: Checkpoint | undefined;
}

async function readLines(lines: AsyncIterable<string> | Iterable<string>): Promise<Read> {
  let number = 0;
  let records = 0;
  let head: Head | undefined;
  let survey: ChainSurvey | undefined;
  let checkpoint: Checkpoint | undefined;
  for await (const text of lines) {
    const line = parseLine(text, (number += 1));
    if (line.kind === "head" && !survey) {
      head = line;
      survey = new ChainSurvey({ sequence: line.from - 1, hash: line.previous });
      continue;
    }
    if (line.kind === "head" || !head || !survey || checkpoint) throw misplaced(number);
    if (line.kind === "checkpoint") {
      checkpoint = line;
      continue;
    }
    // A record within the range that shows only its digest would hide what it says.
    if ((line.kind === "record") !== line.sequence <= head.to) throw misplaced(number);
    survey.add(line.kind === "record" ? linkOf(line) : line);
    records += line.kind === "record" ? 1 : 0;
  }
  if (!head || !survey) throw misplaced(number);
  return { head, survey, records, checkpoint };
}

/** Why the checkpoint does not prove what goes before it; null where it may. */
async function problemOf(
  checkpoint: Checkpoint | undefined,
  end: number,
  publicKeys: JSONWebKeySet,
): Promise<string | null> {
  if (!checkpoint) return "no checkpoint covers the export";
  if (checkpoint.size < end) return `it covers ${checkpoint.size} records, and not record ${end}`;
  return new CheckpointVerifier(publicKeys).problemOf(checkpoint);
}

/** Compares the last link with the checkpoint, which has to cover exactly that. */
async function walkTo(survey: ChainSurvey, checkpoint?: Checkpoint): Promise<CheckpointWalk> {
  const walk = new CheckpointWalk(only(checkpoint), survey.start);
  await walk.begin();
  await walk.pass(survey.end);
  await walk.end();
  return walk;
}

async function* only(checkpoint?: Checkpoint): AsyncGenerator<Checkpoint> {
  if (checkpoint) yield checkpoint;
}

function truncated(end: number, detail: string): Fault {
  return { kind: "TRUNCATED", sequence: end + 1, detail };
}

function misplaced(line: number): AuditError {
  return new AuditError(
    "EXPORT_MALFORMED",
    `line ${line}: an export is a head, its records and links, and a checkpoint, in this order`,
    { line },
  );
}
