import { RegisterError } from "./register-error.js";
import type { SourceLine } from "./source-line.js";

/** An outermost pair: the places of its two marks in the line. */
export interface Parentheses {
  readonly open: number;
  readonly close: number;
}

/**
 * The outermost pairs of a line, in order; an enumeration's `1）` is none.
 * @throws RegisterError UNCLOSED_PARENTHESIS, UNOPENED_PARENTHESIS: a list could be lost, and all after it renumbered.
 */
export function outermostParentheses(line: SourceLine): Parentheses[] {
  const pairs: Parentheses[] = [];
  const open: number[] = [];
  for (const [place, character] of line.text.split("").entries()) {
    if (character === "（") open.push(place);
    if (character !== "）") continue;
    const start = open.pop();
    if (start === undefined) {
      if (ENUMERATION.test(line.text.slice(0, place))) continue;
      throw new RegisterError(
        "UNOPENED_PARENTHESIS",
        `character ${place + 1} closes a parenthesis that nothing opens; correct the document`,
        line.number,
      );
    }
    if (open.length === 0) pairs.push({ open: start, close: place });
  }
  if (open[0] !== undefined) {
    throw new RegisterError(
      "UNCLOSED_PARENTHESIS",
      `the parenthesis opened at character ${open[0] + 1} is not closed on its line; correct the document`,
      line.number,
    );
  }
  return pairs;
}

const ENUMERATION = /([0-9０-９]|(^|[。；;，,、：:\s])[一二三四五六七八九十]{1,3})$/u;
