import { sha256Hex } from "../sha256.js";
import { RegisterError } from "./register-error.js";

/** A document's text, and the fingerprint of the file that it came from. */
export interface DocumentSource {
  readonly text: string;
  /** SHA-256 of the file's bytes, in hex. */
  readonly sha256: string;
}

/**
 * Reads the bytes of a policy document: .txt in UTF-8, UTF-16 with its mark or GB18030, or .docx.
 * @param file its name, whose ending says what it is
 * @throws RegisterError FILE_EMPTY, FILE_UNSUPPORTED, UNREADABLE
 */
export async function decodeDocument(file: string, bytes: Uint8Array): Promise<DocumentSource> {
  const decode = decoderOf(file);
  const text = await decode(bytes, file);
  if (text.trim() === "") {
    throw new RegisterError("FILE_EMPTY", `${file} has no text; is it the right file?`);
  }
  return { text, sha256: sha256Hex(bytes) };
}

/**
 * What reads a file with this name.
 * @throws RegisterError FILE_UNSUPPORTED
 */
export function decoderOf(file: string): Decoder {
  const ending = /\.[^./\\]+$/.exec(file)?.[0].toLowerCase() ?? "";
  const decode = DECODERS.get(ending);
  if (decode) return decode;
  throw new RegisterError(
    "FILE_UNSUPPORTED",
    `${file}: only .txt and .docx are read; save it as one of them`,
  );
}

type Decoder = (bytes: Uint8Array, file: string) => string | Promise<string>;

const DECODERS: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  [".txt", decodeText],
  [".docx", decodeWord],
]);

/** UTF-8 refuses what it is not, so it is tried before GB18030, which accepts almost anything. */
function decodeText(bytes: Uint8Array, file: string): string {
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

function encodingsOf(bytes: Uint8Array): string[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ["utf-16le"];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ["utf-16be"];
  return ["utf-8", "gb18030"];
}

async function decodeWord(bytes: Uint8Array, file: string): Promise<string> {
  const { wordText } = await import("./word-text.js");
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
