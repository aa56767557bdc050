import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { IntakeError } from "../intake-error.js";
import { inTwoLanguages } from "../mapping/in-two-languages.js";
import { LIMITS } from "./limits.js";
import { emptyFile, unreadable } from "./refusals.js";
import { TextSurvey } from "./csv/text-survey.js";

/** What a file is, by all of its bytes. */
export interface FileSurvey {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly hash: string;
  readonly encoding: "UTF-8" | "GB18030" | "XLSX";
  /** Changes when the file does. */
  readonly version: string;
}

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const COMPOUND_DOCUMENT = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const CHUNK = 256 * 1024;

/**
 * Reads a file once: its SHA-256, and what it is. A text must be valid in one encoding to its last byte.
 * @throws IntakeError FILE_UNREADABLE, FILE_EMPTY, FILE_TOO_LARGE, LINE_TOO_LONG, ENCODING_UNKNOWN
 */
export async function surveyFile(path: string): Promise<FileSurvey> {
  const name = basename(path);
  const { bytes, version } = await regularFile(path);
  const hash = createHash("sha256");
  let text: TextSurvey | null = null;
  let first = true;
  for await (const part of createReadStream(path, { highWaterMark: CHUNK })) {
    const chunk = part as Buffer;
    if (first) text = isWorkbook(chunk, name, bytes) ? null : new TextSurvey(name);
    first = false;
    text?.take(chunk);
    hash.update(chunk);
  }
  const encoding = text ? text.encoding() : "XLSX";
  return { path, name, bytes, hash: hash.digest("hex"), encoding, version };
}

/** @throws IntakeError FILE_UNREADABLE where the file is no longer the one that was surveyed */
export async function assertUnchanged({ path, name, version }: FileSurvey): Promise<void> {
  const now = await regularFile(path);
  if (now.version === version) return;
  throw unreadable(name, "读取过程中文件被修改", "it was changed while it was read");
}

async function regularFile(path: string): Promise<{ bytes: number; version: string }> {
  const name = basename(path);
  if (name === "" || /[\\\x00-\x1f\x7f]/.test(name) || path.includes("\0")) {
    throw unreadable(JSON.stringify(name), "文件名含有路径或控制字符", "its name holds a path");
  }
  const found = await stat(path, { bigint: true }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT"
      ? unreadable(name, "文件不存在", "there is no such file")
      : unreadable(name, `系统报告 ${error.code}`, `the system says ${error.code}`);
  });
  if (!found.isFile()) throw unreadable(name, "不是普通文件", "it is not a regular file");
  const bytes = Number(found.size);
  if (bytes === 0) throw emptyFile(name);
  return { bytes, version: [found.ino, found.size, found.mtimeNs].join("-") };
}

function isWorkbook(start: Buffer, name: string, bytes: number): boolean {
  if (start.subarray(0, 4).equals(COMPOUND_DOCUMENT)) {
    throw unreadable(
      name,
      "是旧版 .xls 或加密的工作簿，请另存为不加密的 .xlsx",
      "it is an old .xls or an encrypted workbook; save it as .xlsx without a password",
    );
  }
  const workbook = start.subarray(0, 4).equals(ZIP);
  const most = workbook ? LIMITS.workbookBytes : LIMITS.csvBytes;
  if (bytes > most) {
    const mib = most / 1024 / 1024;
    throw new IntakeError(
      "FILE_TOO_LARGE",
      inTwoLanguages(`文件 ${name} 超过 ${mib} MiB`, `${name} is larger than ${mib} MiB`),
      { file: name, bytes, most },
    );
  }
  return workbook;
}
