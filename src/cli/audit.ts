import { Command } from "commander";
import { createWriteStream } from "node:fs";
import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { JSONWebKeySet } from "jose";
import { exportRange, type ExportRange } from "../audit/export-range.js";
import type { Fault } from "../audit/fault.js";
import { keptCheckpoints } from "../audit/kept-checkpoints.js";
import { verifyExport } from "../audit/verify-export.js";
import { verifyLog } from "../audit/verify-log.js";
import type { Database } from "../database/database.js";
import { openDatabases, shippedMigrations } from "../database/sources.js";
import { keylessConfig } from "./environment.js";
import { coloured } from "./terminal/colours.js";

/** What the operator's tool needs to verify the audit log; it signs nothing. */
export interface AuditKeys {
  /** Public halves of every key that ever signed checkpoints. */
  readonly published: JSONWebKeySet;
}

interface VerifyArguments {
  readonly json?: boolean;
  readonly checkpoint?: string;
  readonly export?: string;
  readonly keys?: string;
}

interface ExportArguments {
  readonly from: string;
  readonly to?: string;
  readonly output?: string;
}

/** `hub audit`: proves the access log, and hands parts of it on so that others can prove them. */
export function auditCommand(keys: () => Promise<AuditKeys>): Command {
  return new Command("audit")
    .description("verify and export the log of who read what")
    .addCommand(verifyCommand(keys))
    .addCommand(exportCommand())
    .addCommand(keysCommand(keys));
}

function verifyCommand(keys: () => Promise<AuditKeys>): Command {
  return new Command("verify")
    .description("say whether the log is as it was written, and if not which record; exits 1 then")
    .option("--json", "the report as one line of JSON")
    .option("--checkpoint <file>", "an export kept elsewhere: shows a tail cut off since then")
    .option("--export <file>", "verify an export instead of the log; asks no database")
    .option("--keys <file>", "JWKS of the public keys; the hub's own unless given")
    .action(async (options: VerifyArguments) => {
      const published = await (options.keys === undefined
        ? keys().then((known) => known.published)
        : readKeys(options.keys));
      const report =
        options.export === undefined
          ? await verifyStored(published, options.checkpoint)
          : await verifyExport(linesOf(options.export), published);
      process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : describe(report));
      if (!report.ok) process.exitCode = 1;
    });
}

function exportCommand(): Command {
  return new Command("export")
    .description("print records as lines of JSON that prove themselves with the public keys alone")
    .option("--from <place>", "first sequence, day or moment: 1200, 2026-03-01", "1")
    .option("--to <place>", "last sequence, or day or moment before which to end; to the end")
    .option("--output <file>", "write to a file")
    .option("--json", "lines of JSON, which is its only form")
    .action(async ({ from, to = `${Number.MAX_SAFE_INTEGER}`, output }: ExportArguments) => {
      const range = { from: placeOf(from), to: placeOf(to) };
      const proven = await withDatabase((database) => writeExport(database, range, output));
      if (!proven) {
        process.stderr.write("no checkpoint covers the last record yet: this proves nothing\n");
      }
    });
}

function keysCommand(keys: () => Promise<AuditKeys>): Command {
  return new Command("keys")
    .description("print the public key that verifies this hub's checkpoints, as a JWKS")
    .option("--json", "one line of JSON, which is its only form")
    .action(async () => {
      const { published } = await keys();
      process.stdout.write(`${JSON.stringify(published)}\n`);
    });
}

async function verifyStored(published: JSONWebKeySet, file: string | undefined) {
  const checkpoints = file === undefined ? [] : await keptCheckpoints(linesOf(file));
  return withDatabase((database) => verifyLog(database, published, { checkpoints }));
}

async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const config = keylessConfig();
  const plan = {
    url: config.databaseUrl,
    directory: join(config.dataDirectory, "database"),
    own: config.departmentDatabases,
  };
  const databases = await openDatabases(plan, ["hub", "audit"].map(shippedMigrations));
  try {
    return await work(databases.main);
  } finally {
    await databases.close();
  }
}

/** Answers whether a checkpoint ends the export. */
async function writeExport(
  database: Database,
  range: ExportRange,
  file: string | undefined,
): Promise<boolean> {
  let last = "";
  async function* text() {
    for await (const line of exportRange(database, range)) yield `${(last = line)}\n`;
  }
  const target: Writable =
    file === undefined ? process.stdout : createWriteStream(file, { mode: 0o600 });
  await pipeline(Readable.from(text()), target, { end: file !== undefined });
  return last.startsWith('{"kind":"checkpoint"');
}

interface Report {
  readonly ok: boolean;
  readonly records: number;
  /** Absent for an export, which is proven whole or not at all. */
  readonly proven?: number;
  readonly faults: readonly Fault[];
}

function describe({ ok, records, proven, faults }: Report): string {
  const signed = proven === undefined ? "" : `; ${provenUpTo(proven)}`;
  const lines = faults.map(
    ({ kind, sequence, detail }) => `${kind.padEnd(18)} ${sequence}  ${detail}`,
  );
  const verdict = ok ? coloured("good", "in order") : coloured("bad", "NOT IN ORDER");
  const summary = `${verdict}: ${records} records${signed}`;
  return [...lines, summary, ""].join("\n");
}

function provenUpTo(proven: number): string {
  return proven === 0
    ? "no checkpoint proves any of it"
    : `a checkpoint proves the log up to record ${proven}`;
}

/** A day begins in Asia/Shanghai. */
function placeOf(text: string): number | string {
  if (/^\d+$/.test(text)) return Number(text);
  return /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00+08:00` : text;
}

async function readKeys(file: string): Promise<JSONWebKeySet> {
  return JSON.parse(await readFile(file, "utf8")) as JSONWebKeySet;
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const handle = await open(file);
  yield* handle.readLines();
}
