import { Command } from "commander";
import { userInfo } from "node:os";
import { basename, dirname, extname, join } from "node:path";
import { loadSnapshot } from "../intake/load/load-snapshot.js";
import { findSnapshots } from "../intake/load/snapshots.js";
import { openErrorFile, type ErrorFile } from "../intake/reading/error-file.js";
import { openFile } from "../intake/reading/open-file.js";
import type { DepartmentDefinition } from "../department/define.js";
import { departmentSlugs } from "../index.js";
import { findDepartment } from "./import/find-department.js";
import { historyLine } from "./import/history-line.js";
import { kindsOf } from "./import/kinds.js";
import { loadBar } from "./import/load-bar.js";
import { preview } from "./import/preview.js";
import { readDay, readRows } from "./import/read-options.js";
import { summary } from "./import/summary.js";
import { withDepartment } from "./import/with-department.js";

interface ImportOptions {
  readonly kind?: string;
  readonly sheet?: string;
  readonly asOf?: string;
  readonly source?: string;
  readonly dryRun?: boolean;
  /** Rows; true for as many as usual. */
  readonly preview?: number | true;
  readonly strict?: boolean;
  readonly allowShrink?: boolean;
  readonly errors?: string;
  readonly list?: boolean;
  readonly history?: boolean;
  readonly json?: boolean;
}

/** Loads that the history shows. */
const HISTORY = 50;

/** `hub import`: a department's file becomes the snapshot of its table. */
export function importCommand(): Command {
  return new Command("import")
    .description("load a department's file (CSV or XLSX) as the snapshot of one of its registers")
    .argument("<department>", `${departmentSlugs.join(", ")}, or its name in the register`)
    .argument("[file]", "the file; not with --list or --history")
    .option("--kind <kind>", "which kind of file it is; its headers say so unless given")
    .option("--sheet <name>", "the sheet of a workbook; the first unless given")
    .option("--as-of <day>", "day that rows speak of which do not say their own", readDay)
    .option("--source <name>", "body in which the data first arose, where the rows do not say")
    .option(
      "--preview [rows]",
      "show how headers and the first rows are read; load nothing",
      readRows,
    )
    .option("--dry-run", "do everything, report it, and undo it again")
    .option("--strict", "load nothing if any row is refused")
    .option("--allow-shrink", "let more than a fifth of the records go")
    .option("--errors <file>", "where refused rows are written; <name>.errors.csv beside the file")
    .option("--list", "show which kinds of files the department delivers, and their headers")
    .option("--history", "show the department's loads, the latest first")
    .option("--json", "what is printed as JSON")
    .action(async (given: string, path: string | undefined, options: ImportOptions) => {
      const department = findDepartment(given);
      if (options.list) return print(kindsOf(department, options.json === true));
      if (options.history) return printHistory(department, options.json === true);
      if (path === undefined) throw new Error("say which file, or --list or --history");
      const { kind, sheet } = options;
      const file = await openFile(path, { mappings: department.files ?? [], kind, sheet });
      if (options.preview === undefined) return importFile(department, path, file, options);
      const rows = options.preview === true ? undefined : options.preview;
      print(await preview(file, options.json === true, rows));
    });
}

async function importFile(
  department: DepartmentDefinition,
  path: string,
  file: Awaited<ReturnType<typeof openFile>>,
  { errors = errorsBeside(path), json, ...options }: ImportOptions,
): Promise<void> {
  const bar = loadBar(file.mapping.title);
  let refused: ErrorFile | undefined;
  try {
    const report = await withDepartment(department, (target) =>
      loadSnapshot(target, file, {
        ...options,
        loadedBy: userInfo().username,
        onProgress: bar.update,
        onRefused: (row) => (refused ??= openErrorFile(errors, file)).write(row),
      }),
    );
    bar.end();
    print(json ? `${JSON.stringify(report)}\n` : summary(report, department.identity.name));
  } finally {
    bar.end();
    refused?.close();
    if (refused) process.stderr.write(`有误的行未导入，见 / refused rows are in ${errors}\n`);
  }
}

function errorsBeside(path: string): string {
  return join(dirname(path), `${basename(path, extname(path))}.errors.csv`);
}

async function printHistory(department: DepartmentDefinition, json: boolean): Promise<void> {
  const snapshots = await withDepartment(department, ({ database }) =>
    findSnapshots(database, department.identity.slug, HISTORY),
  );
  for (const snapshot of snapshots) {
    print(json ? `${JSON.stringify(snapshot)}\n` : historyLine(snapshot));
  }
}

function print(text: string): void {
  process.stdout.write(text);
}
