import { existsSync } from "node:fs";
import { join } from "node:path";
import { diffRegister, type FieldDuties, type RegisterDiff } from "./diff-register.js";
import { joinDocument, type DocumentRegister } from "./join-document.js";
import { checkedRegister, loadKeptData, loadRegister } from "./load-register.js";
import { readDocument } from "./read-document.js";
import { findDuty, registeredNames, type BasisStatus, type Register } from "./register.js";

/** What an import states beside the document. */
export interface ImportOptions {
  readonly directory: string;
  readonly basisStatus: BasisStatus;
  readonly validFrom: string | null;
}

/**
 * Reads a document as a register to compare with; its parts need not fit yet (a purpose may outlive its duty).
 * @throws RegisterError as readDocument, parseDocument and loadKeptData do
 */
export async function documentRegister(
  file: string,
  { directory, basisStatus, validFrom }: ImportOptions,
): Promise<DocumentRegister> {
  const source = await readDocument(file);
  return joinDocument(source, loadKeptData(directory), { basisStatus, validFrom });
}

/** A document that can be the directory's next register, and what it would change. */
export interface ImportedDocument extends DocumentRegister {
  /** Collectives of the document that have no members, and so name nobody. */
  readonly unresolvedCollectives: readonly string[];
  /** Field declarations that name a duty the document does not have: the hub does not start with them. */
  readonly orphanedFields: readonly { readonly coordinate: string; readonly duty: string }[];
  /** Against the register in force; null where there is none yet. */
  readonly diff: RegisterDiff | null;
}

/**
 * Reads a document as the directory's next register, without writing anything.
 * @throws RegisterError as documentRegister does, and REGISTER_INVALID where document and hand-kept data do not fit
 */
export async function importDocument(
  file: string,
  options: ImportOptions,
  fields: readonly FieldDuties[],
): Promise<ImportedDocument> {
  const { directory } = options;
  const { register, warnings } = await documentRegister(file, options);
  const present = existsSync(join(directory, "register.json")) ? loadRegister(directory) : null;
  checkedRegister(directory, register);
  return {
    register,
    warnings,
    unresolvedCollectives: unresolvedCollectives(register),
    orphanedFields: orphanedFields(register, fields),
    diff: present && diffRegister(present, register, fields),
  };
}

function unresolvedCollectives(register: Register): string[] {
  const written = new Set(registeredNames(register));
  return register.departments
    .filter(({ collective, members }) => collective && members.length === 0)
    .filter(({ name, aliases }) => [name, ...aliases].some((known) => written.has(known)))
    .map(({ name }) => name);
}

function orphanedFields(
  register: Register,
  fields: readonly FieldDuties[],
): { coordinate: string; duty: string }[] {
  return fields.flatMap(({ coordinate, duties }) =>
    duties.filter((duty) => !findDuty(register, duty)).map((duty) => ({ coordinate, duty })),
  );
}
