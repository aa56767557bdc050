/** Stands for anything: a text, the rest of a line, the rest of a list, or any lines. */
const ANYTHING = "…";

/** What Jest compares an answer with: the JSON of a document, `…` standing for anything. */
export function likeJson(expected: unknown): unknown {
  if (expected === ANYTHING) return expect.anything();
  if (Array.isArray(expected)) {
    const items = expected.filter((item) => item !== ANYTHING).map(likeJson);
    return items.length === expected.length ? items : expect.arrayContaining(items);
  }
  if (typeof expected !== "object" || expected === null) return expected;
  const known = Object.entries(expected).filter(([name]) => name !== ANYTHING);
  const like = Object.fromEntries(known.map(([name, value]) => [name, likeJson(value)]));
  return ANYTHING in expected ? expect.objectContaining(like) : like;
}

/** What Jest compares a command's output with: the text of a document, `…` standing for anything. */
export function likeText(expected: string): unknown {
  const escaped = expected.trim().split(ANYTHING).map(escapeText);
  return expect.stringMatching(new RegExp(`^${escaped.join("[^]*")}\\s*$`));
}

const escapeText = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
