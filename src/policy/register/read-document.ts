import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { RegisterError } from "./register-error.js";
import { wordText } from "./word-text.js";

/** A document's text, and the fingerprint of the file that it came from. */
export interface DocumentSource {
  readonly text: string;
  /** SHA-256 of the file's bytes, in hex. */
  readonly sha256: string;
}

/**
 * Reads a policy document: .txt in UTF-8, UTF-16 with its mark or GB18030, or .docx.
 * @throws RegisterError FILE_MISSING, FILE_EMPTY, FILE_UNSUPPORTED, UNREADABLE
 */
export async function readDocument(file: string): Promise<DocumentSource> {
  const decode = DECODERS[extname(file).toLowerCase()];
  if (!decode) {
    throw new RegisterError(
      "FILE_UNSUPPORTED",
      `${file}: only .txt and .docx are read; save it as one of them`,
    );
  }
  const bytes = await bytesOf(file);
  const text = decode(bytes, file);
  if (text.trim() === "") {
    throw new RegisterError("FILE_EMPTY", `${file} has no text; is it the right file?`);
  }
  return { text, sha256: createHash("sha256").update(bytes).digest("hex") };
}

const DECODERS: Readonly<Record<string, (bytes: Buffer, file: string) => string>> = {
  ".txt": decodeText,
  ".docx": decodeWord,
};

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

/** UTF-8 refuses what it is not, so it is tried before GB18030, which accepts almost anything. */
function decodeText(bytes: Buffer, file: string): string {
  for (const encoding of encodingsOf(bytes)) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!CONTROL.test(text)) return text;
    } catch {
      continue;
    }
  }
  throw new RegisterError("UNREADABLE", `${file} is no text in UTF-8 or GB18030; save it as UTF-8`);
}

function encodingsOf(bytes: Buffer): string[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ["utf-16le"];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ["utf-16be"];
  return ["utf-8", "gb18030"];
}

function decodeWord(bytes: Buffer, file: string): string {
  try {
    return wordText(bytes);
  } catch (error) {
    const reason = (error as Error).message;
    throw new RegisterError(
      "UNREADABLE",
      `${file} is no readable .docx (${reason}); save it again as .docx or .txt`,
    );
  }
}

const CONTROL = /[\u0000-\u0008\u000E-\u001A]/;
