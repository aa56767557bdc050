import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { SaxesParser } from "saxes";
import { IntakeError } from "../../intake-error.js";
import { LIMITS } from "../limits.js";
import { lineTooLong, unreadable } from "../refusals.js";
import { refused } from "./workbook-zip.js";

/** Told of an XML part's elements, without the prefixes of their names. */
export interface XmlHandler {
  open(element: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(element: string): void;
}

/**
 * Reads an XML part piece by piece and answers after each piece how many bytes it had. Entities
 * beyond XML's own five are an error, so nothing in it can swell.
 * @throws IntakeError FILE_UNREADABLE, LINE_TOO_LONG, ZIP_UNSAFE
 */
export async function* readXml(
  part: Readable,
  name: string,
  handler: XmlHandler,
): AsyncGenerator<number> {
  const parser = new SaxesParser({ position: false });
  let run = 0;
  parser.on("error", (error) => {
    throw unreadable(
      name,
      `工作簿的 XML 有误（${error.message}）`,
      `broken XML (${error.message})`,
    );
  });
  parser.on("opentag", ({ name: element, attributes }) => {
    run = 0;
    handler.open(localName(element), attributes as Record<string, string>);
  });
  parser.on("text", (text) => handler.text(text));
  parser.on("cdata", (text) => handler.text(text));
  parser.on("closetag", ({ name: element }) => {
    run = 0;
    handler.close(localName(element));
  });
  const decoder = new StringDecoder("utf8");
  try {
    for await (const piece of part) {
      const bytes = piece as Buffer;
      run += bytes.length;
      parser.write(decoder.write(bytes));
      if (run > LIMITS.xmlRun) throw lineTooLong(name, 1);
      yield bytes.length;
    }
    parser.close();
  } catch (error) {
    throw error instanceof IntakeError ? error : refused(name, error as Error);
  } finally {
    part.destroy();
  }
}

/** Reads a whole part. */
export async function readWholeXml(
  part: Readable,
  name: string,
  handler: XmlHandler,
): Promise<void> {
  for await (const _ of readXml(part, name, handler));
}

function localName(element: string): string {
  return element.slice(element.indexOf(":") + 1);
}
