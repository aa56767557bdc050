import type { WriteStream } from "node:tty";

/** What is said with colours beside words, never by them alone. */
export type Meaning = "good" | "bad" | "doubtful" | "heading" | "name";

const CODES: Readonly<Record<Meaning, readonly [on: number, off: number]>> = {
  good: [32, 39],
  bad: [31, 39],
  doubtful: [33, 39],
  heading: [1, 22],
  name: [36, 39],
};

/** A text in its colour where the stream is a terminal and NO_COLOR is not set; elsewhere the text. */
export function coloured(
  meaning: Meaning,
  text: string,
  stream: Pick<WriteStream, "isTTY"> = process.stdout,
): string {
  return isColourful(stream) ? painted(meaning, text) : text;
}

/** A text in its colour, wherever it goes. */
export function painted(meaning: Meaning, text: string): string {
  const [on, off] = CODES[meaning];
  return `\u001b[${on}m${text}\u001b[${off}m`;
}

function isColourful({ isTTY }: Pick<WriteStream, "isTTY">): boolean {
  const { NO_COLOR, TERM } = process.env;
  return isTTY === true && !NO_COLOR && TERM !== "dumb";
}
