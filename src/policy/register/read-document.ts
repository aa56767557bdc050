import { readFile } from "node:fs/promises";
import { decodeDocument, decoderOf, type DocumentSource } from "./decode-document.js";
import { RegisterError } from "./register-error.js";

/**
 * Reads a policy document from its file.
 * @throws RegisterError FILE_MISSING, and as decodeDocument does
 */
export async function readDocument(file: string): Promise<DocumentSource> {
  decoderOf(file);
  return decodeDocument(file, await bytesOf(file));
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    throw missing
      ? new RegisterError("FILE_MISSING", `${file} does not exist; check the path`)
      : new RegisterError("UNREADABLE", `${file} cannot be read: ${(error as Error).message}`);
  }
}
