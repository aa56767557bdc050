import { z } from "zod";
import { decodeDocument } from "../../policy/register/decode-document.js";
import {
  joinDocument,
  withKeptData,
  type DocumentRegister,
  type KeptData,
} from "../../policy/register/join-document.js";
import { RegisterError } from "../../policy/register/register-error.js";
import { registerFile } from "../../policy/register/register-files.js";

z.config({ jitless: true });

/** The largest file that is read, in bytes: a policy document has a hundredth of it. */
const MAXIMUM_BYTES = 16 * 1024 * 1024;

/**
 * Reads a register to compare with, in the browser alone: register.json as `hub register import`
 * writes it, or a policy document (.txt, .docx) by the hub's own parser.
 * @param kept what is kept by hand beside the register in force
 * @throws RegisterError where the file is neither
 */
export async function readRegisterFile(file: File, kept: KeptData): Promise<DocumentRegister> {
  if (file.size > MAXIMUM_BYTES) throw new RegisterError("UNREADABLE", `${file.name} is too large`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (/\.json$/i.test(file.name)) return readRegister(file.name, bytes, kept);
  return joinDocument(await decodeDocument(file.name, bytes), kept);
}

function readRegister(name: string, bytes: Uint8Array, kept: KeptData): DocumentRegister {
  const result = registerFile.safeParse(parsed(name, bytes));
  if (result.success) return { register: withKeptData(result.data, kept), warnings: [] };
  const problems = result.error.issues.map(
    ({ path, message }) => `${path.join(".") || "file"}: ${message}`,
  );
  throw new RegisterError(
    "REGISTER_INVALID",
    `${name} is no register`,
    null,
    problems.slice(0, 20),
  );
}

function parsed(name: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new RegisterError("UNREADABLE", `${name} is no JSON`);
  }
}
