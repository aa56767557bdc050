import type { SourceLine } from "./source-line.js";
import { withoutSpaces } from "./source-line.js";

/** The document's title, from the lines before its first sentence, without the issuing body; empty where there is none. */
export function documentTitle(preamble: readonly SourceLine[]): string {
  const lines = preamble.map((line) => withoutSpaces(line.text)).filter((line) => line !== "");
  const end = lines.findIndex((line) => /[。：:]/u.test(line));
  const heading = (end < 0 ? lines : lines.slice(0, end)).filter(
    (line) => !/^（[^）]*）$/u.test(line) && !/〔\d+〕/u.test(line),
  );
  const about = heading.findIndex((line) => line.startsWith("关于"));
  return heading.slice(Math.max(about, 0)).join("").slice(0, MAXIMUM_LENGTH);
}

/** Longer than any title; keeps a document that has none from turning its text into one. */
const MAXIMUM_LENGTH = 80;
