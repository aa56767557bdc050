import type { DocumentSource } from "./decode-document.js";
import { parseDocument, type ParseOptions } from "./parse-document.js";
import type { Register } from "./register.js";
import type { RegisterWarning } from "./register-warning.js";

/** What is kept by hand beside the imported document. */
export type KeptData = Pick<Register, "departments" | "purposes">;

/** A document's duties joined with what is kept by hand. */
export interface DocumentRegister {
  readonly register: Register;
  readonly warnings: readonly RegisterWarning[];
}

/** An imported document with what is kept by hand, and nothing else of where that came from. */
export function withKeptData(
  { document, duties }: Pick<Register, "document" | "duties">,
  { departments, purposes }: KeptData,
): Register {
  return { document, duties, departments, purposes };
}

/**
 * A document as a register to compare with; its parts need not fit yet (a purpose may outlive its duty).
 * @throws RegisterError as parseDocument does
 */
export function joinDocument(
  { text, sha256 }: DocumentSource,
  kept: KeptData,
  options: Pick<ParseOptions, "basisStatus" | "validFrom"> = {},
): DocumentRegister {
  const knownNames = kept.departments.flatMap(({ name, aliases }) => [name, ...aliases]);
  const { document, duties, warnings } = parseDocument(text, { ...options, knownNames, sha256 });
  return { register: withKeptData({ document, duties }, kept), warnings };
}
