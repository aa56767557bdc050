import { parse } from "csv-parse";
import { createReadStream } from "node:fs";
import { pipeline, Transform, type Readable } from "node:stream";
import { LIMITS } from "../limits.js";
import type { RawRow, Table } from "../raw-row.js";
import { lineTooLong, unreadable } from "../refusals.js";
import type { TextEncoding } from "./text-survey.js";

const CHUNK = 64 * 1024;
const PROGRESS_EVERY = 2_000;

/** A CSV file's rows, streamed; a quote within a cell that is not quoted is part of it. */
export function csvTable(
  path: string,
  name: string,
  encoding: TextEncoding,
  delimiter: string,
): Table {
  return {
    ragged: false,
    rows: (onProgress) => readRows(path, name, encoding, delimiter, onProgress),
  };
}

async function* readRows(
  path: string,
  name: string,
  encoding: TextEncoding,
  delimiter: string,
  onProgress?: (bytesRead: number) => void,
): AsyncGenerator<RawRow> {
  const file = createReadStream(path, { highWaterMark: CHUNK });
  const parser = parse({
    bom: true,
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: LIMITS.lineLength,
  });
  const steps = encoding === "UTF-8" ? [file, parser] : [file, toUtf8(encoding), parser];
  pipeline(steps as [Readable, Transform], () => undefined);
  let line = 1;
  let count = 0;
  try {
    for await (const record of parser) {
      const cells = record as string[];
      yield { line, cells };
      line += 1 + lineBreaksIn(cells);
      count += 1;
      if (onProgress && count % PROGRESS_EVERY === 0) onProgress(file.bytesRead);
    }
  } catch (error) {
    const { code, message } = error as Error & { readonly code?: string };
    if (code === "CSV_MAX_RECORD_SIZE") throw lineTooLong(name, line);
    if (code !== "CSV_QUOTE_NOT_CLOSED") throw unreadable(name, message, message);
    throw unreadable(
      name,
      `第 ${line} 行起的引号未闭合`,
      `a quote that opens in line ${line} is never closed`,
    );
  } finally {
    parser.destroy();
    file.destroy();
  }
  onProgress?.(file.bytesRead);
}

function toUtf8(encoding: TextEncoding): Transform {
  const decoder = new TextDecoder(encoding, { fatal: true });
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        done(null, decoder.decode(chunk, { stream: true }));
      } catch (error) {
        done(error as Error);
      }
    },
    flush(done) {
      done(null, decoder.decode());
    },
  });
}

function lineBreaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    if (cell.includes("\n")) breaks += cell.split("\n").length - 1;
  }
  return breaks;
}
