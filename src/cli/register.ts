import { Command, InvalidArgumentError, Option } from "commander";
import { z } from "zod";
import { describeDiff } from "../policy/register/describe-diff.js";
import { diffRegister, type FieldDuties } from "../policy/register/diff-register.js";
import {
  documentRegister,
  importDocument,
  type ImportedDocument,
} from "../policy/register/import-document.js";
import { loadRegister, REGISTER_DIRECTORY } from "../policy/register/load-register.js";
import type { BasisStatus, Register } from "../policy/register/register.js";
import { RegisterError } from "../policy/register/register-error.js";
import { writeRegister } from "../policy/register/write-register.js";

/** What the register's commands need of the departments. */
export interface RegisterCommandDependencies {
  /** Every governed field's declaration. */
  readonly fieldDuties: () => Promise<FieldDuties[]>;
}

interface Options {
  readonly acceptWidening?: boolean;
  readonly status: BasisStatus;
  readonly validFrom: string | null;
  readonly directory: string;
  readonly json?: boolean;
}

/**
 * `hub register`: imports a policy document, and compares documents.
 * Its actions reject with a RegisterError (ACCESS_WIDENED for an import that nobody accepted); nothing is written then.
 */
export function registerCommand(dependencies: RegisterCommandDependencies): Command {
  const command = new Command("register").description(
    "the register: the policy document's responsibility lists as data",
  );
  documentCommand(command, "import")
    .description("replace the register by a document's lists (.txt or .docx)")
    .argument("<document>")
    .option("--accept-widening", "import even if departments may read more than before")
    .addOption(
      new Option("--status <status>", "of the document")
        .choices(["draft", "issued"])
        .default("draft"),
    )
    .option(
      "--valid-from <date>",
      "first day in force (YYYY-MM-DD); open without it",
      isoDate,
      null,
    )
    .action(async (document: string, options: Options, action: Command) => {
      await runImport(action, document, options, dependencies);
    });
  documentCommand(command, "diff")
    .description("print, by department and duty, the fields that a newer document gives and takes")
    .argument(
      "<document>",
      "the older document, or the only one: compared with the register in force",
    )
    .argument("[document]", "the newer document")
    .action(async (older: string, newer: string | undefined, options: Options, action: Command) => {
      await runDiff(action, older, newer, options, dependencies);
    });
  return command;
}

function documentCommand(parent: Command, name: string): Command {
  return parent
    .command(name)
    .option("--directory <directory>", "where the register is kept", REGISTER_DIRECTORY)
    .option("--json", "print JSON");
}

async function runImport(
  action: Command,
  document: string,
  { directory, status, validFrom, acceptWidening, json }: Options,
  { fieldDuties }: RegisterCommandDependencies,
): Promise<void> {
  const options = { directory, basisStatus: status, validFrom };
  const imported = await importDocument(document, options, await fieldDuties());
  const written = acceptWidening === true || imported.diff?.widens !== true;
  if (written) await writeRegister(directory, imported.register);
  if (json) {
    print(action, [JSON.stringify(summaryOf(imported, written))]);
  } else if (written) {
    print(action, describeImport(imported));
  } else {
    for (const line of imported.diff ? describeDiff(imported.diff) : []) {
      action.configureOutput().writeErr?.(`${line}\n`);
    }
  }
  if (!written) {
    throw new RegisterError(
      "ACCESS_WIDENED",
      "not imported: it widens access, or an id may mean another task; " +
        "check what would change, then import again with --accept-widening",
    );
  }
}

async function runDiff(
  action: Command,
  older: string,
  newer: string | undefined,
  { directory, json }: Options,
  { fieldDuties }: RegisterCommandDependencies,
): Promise<void> {
  const fields = await fieldDuties();
  const read = async (file: string): Promise<Register> => {
    const options = { directory, basisStatus: "draft", validFrom: null } as const;
    return (await documentRegister(file, options)).register;
  };
  const before = newer === undefined ? loadRegister(directory) : await read(older);
  const diff = diffRegister(before, await read(newer ?? older), fields);
  print(action, json ? [JSON.stringify(diff)] : describeDiff(diff));
}

function summaryOf(imported: ImportedDocument, written: boolean): object {
  const { register, warnings, unresolvedCollectives, orphanedFields, diff } = imported;
  return {
    written,
    document: register.document,
    lists: register.duties.length,
    unknownNames: warnings.filter(({ code }) => code === "NAME_UNKNOWN").length,
    unresolvedCollectives,
    orphanedFields,
    warnings,
    diff,
  };
}

function describeImport(imported: ImportedDocument): string[] {
  const { register, warnings, unresolvedCollectives, orphanedFields, diff } = imported;
  const { title, basisStatus, sha256 } = register.document;
  const purposes = new Set(register.purposes.map(({ id }) => id));
  return [
    `${title} (${basisStatus}, sha256 ${sha256.slice(0, 12)})`,
    `${register.duties.length} lists`,
    ...warnings.map(({ line, message }) => `warning: line ${line}: ${message}`),
    ...unresolvedCollectives.map(
      (name) => `warning: ${name} names nobody until departments.json gives its members`,
    ),
    ...register.duties
      .filter(({ id }) => !purposes.has(id))
      .map(({ id }) => `warning: duty ${id} has no purpose in duties.json, so it needs consent`),
    ...orphanedFields.map(
      ({ coordinate, duty }) =>
        `warning: ${coordinate} names duty ${duty}, which is gone: the hub will not start until it is changed`,
    ),
    ...(diff ? describeDiff(diff) : ["first import: there was no register to compare with"]),
  ];
}

function print(action: Command, lines: readonly string[]): void {
  for (const line of lines) action.configureOutput().writeOut?.(`${line}\n`);
}

function isoDate(value: string): string {
  if (!z.iso.date().safeParse(value).success) {
    throw new InvalidArgumentError("it must be a day such as 2026-01-31");
  }
  return value;
}
