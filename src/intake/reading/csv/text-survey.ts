import { IntakeError } from "../../intake-error.js";
import { inTwoLanguages } from "../../mapping/in-two-languages.js";
import { LIMITS } from "../limits.js";
import { lineTooLong } from "../refusals.js";

const ENCODINGS = ["UTF-8", "GB18030"] as const;

/** Encoding of a text file. */
export type TextEncoding = (typeof ENCODINGS)[number];

/** Looks at every byte of a text file without keeping any: which encodings it is valid in, and how long its lines are. */
export class TextSurvey {
  private candidates = ENCODINGS.map((encoding) => ({
    encoding,
    decoder: new TextDecoder(encoding, { fatal: true }),
  }));
  private sinceLineBreak = 0;
  private lines = 1;

  constructor(private readonly name: string) {}

  /** @throws IntakeError LINE_TOO_LONG, ENCODING_UNKNOWN, as soon as that is sure */
  take(chunk: Buffer): void {
    if (chunk.includes(0)) {
      throw this.unknown(
        "含有 NUL 字节，不是文本文件，或以 UTF-16 保存",
        "it has NUL bytes: no text, or UTF-16",
      );
    }
    this.measureLines(chunk);
    this.keep((decoder) => decoder.decode(chunk, { stream: true }));
  }

  /** The encoding that all bytes are valid in; UTF-8 where both would do. @throws IntakeError ENCODING_UNKNOWN */
  encoding(): TextEncoding {
    this.keep((decoder) => decoder.decode());
    return (this.candidates[0] as { encoding: TextEncoding }).encoding;
  }

  private keep(decode: (decoder: TextDecoder) => unknown): void {
    this.candidates = this.candidates.filter(({ decoder }) => {
      try {
        decode(decoder);
        return true;
      } catch {
        return false;
      }
    });
    if (this.candidates.length > 0) return;
    throw this.unknown("既不是 UTF-8 也不是 GB18030 编码", "it is neither UTF-8 nor GB18030");
  }

  private measureLines(chunk: Buffer): void {
    const first = firstLineBreak(chunk);
    this.sinceLineBreak += first < 0 ? chunk.length : first;
    if (this.sinceLineBreak > LIMITS.lineLength) throw lineTooLong(this.name, this.lines);
    if (first < 0) return;
    this.sinceLineBreak = chunk.length - 1 - Math.max(chunk.lastIndexOf(10), chunk.lastIndexOf(13));
    this.lines += 1;
  }

  private unknown(chinese: string, english: string): IntakeError {
    return new IntakeError(
      "ENCODING_UNKNOWN",
      inTwoLanguages(
        `文件 ${this.name} ${chinese}；请另存为 CSV（UTF-8）或 .xlsx`,
        `${this.name}: ${english}; save it as CSV (UTF-8) or as .xlsx`,
      ),
      { file: this.name },
    );
  }
}

function firstLineBreak(chunk: Buffer): number {
  const feed = chunk.indexOf(10);
  const carriage = chunk.indexOf(13);
  if (feed < 0 || carriage < 0) return Math.max(feed, carriage);
  return Math.min(feed, carriage);
}
