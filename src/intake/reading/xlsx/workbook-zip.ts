import type { Readable } from "node:stream";
import { openPromise, type Entry, type ZipFile } from "yauzl";
import { IntakeError } from "../../intake-error.js";
import { inTwoLanguages } from "../../mapping/in-two-languages.js";
import { unreadable } from "../refusals.js";
import { LIMITS } from "../limits.js";

/** The parts of a workbook, which is a zip. */
export interface WorkbookZip {
  /** A part's bytes, inflated as they are read; null where there is no such part. */
  read(part: string): Promise<Readable | null>;
  /** Bytes that a part becomes when it is inflated, as the directory declares them. */
  inflatedBytes(part: string): number;
  close(): void;
}

/**
 * Opens a workbook's zip by its directory, before anything is inflated. What is inflated is held to
 * what the directory declared.
 * @throws IntakeError ZIP_UNSAFE of a bomb or a path in an entry's name, FILE_UNREADABLE of what is no zip
 */
export async function openWorkbookZip(path: string, name: string): Promise<WorkbookZip> {
  const zip = await openPromise(path, { autoClose: false, lazyEntries: true }).catch((error) => {
    throw refused(name, error);
  });
  try {
    const entries = await readDirectory(zip, name);
    return {
      async read(part) {
        const entry = entries.get(part);
        return entry ? openEntry(zip, entry, name) : null;
      },
      inflatedBytes: (part) => entries.get(part)?.uncompressedSize ?? 0,
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function readDirectory(zip: ZipFile, name: string): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  if (zip.entryCount > LIMITS.zipEntries) throw bomb(name);
  let [packed, inflated] = [0, 0];
  try {
    for await (const entry of zip.eachEntry()) {
      packed += entry.compressedSize;
      inflated += entry.uncompressedSize;
      const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
      const swells = entry.uncompressedSize > LIMITS.ratioFrom && ratio > LIMITS.inflateRatio;
      /** Entries that share their bytes are a bomb too: together they are larger than the zip. */
      if (swells || inflated > LIMITS.inflatedBytes || packed > zip.fileSize) throw bomb(name);
      if (entries.has(entry.fileName)) throw bomb(name);
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    throw refused(name, error as Error);
  }
  return entries;
}

async function openEntry(zip: ZipFile, entry: Entry, name: string): Promise<Readable> {
  if (entry.isEncrypted()) throw unreadable(name, "工作簿已加密", "the workbook is encrypted");
  return zip.openReadStreamPromise(entry).catch((error) => {
    throw refused(name, error);
  });
}

/** An error of the zip as one of the file. */
export function refused(name: string, error: Error): IntakeError {
  if (error instanceof IntakeError) return error;
  if (/relative path|absolute path|characters in fileName/.test(error.message)) {
    return unsafe(name, "压缩包内的文件名含有路径", "the name of an entry leads out of the zip");
  }
  if (/bytes in the stream|bytes than expected|more data/i.test(error.message)) return bomb(name);
  return unreadable(
    name,
    `不是完整的工作簿（${error.message}）`,
    `no whole workbook (${error.message})`,
  );
}

function bomb(name: string): IntakeError {
  return unsafe(
    name,
    "压缩包展开后过大或条目异常（压缩炸弹）",
    "the zip becomes too large, or its entries are not in order (a zip bomb)",
  );
}

function unsafe(name: string, chinese: string, english: string): IntakeError {
  const message = inTwoLanguages(`拒绝文件 ${name}：${chinese}`, `${name} is refused: ${english}`);
  return new IntakeError("ZIP_UNSAFE", message, { file: name });
}
