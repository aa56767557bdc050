/** A piece of a page: made by the tag `markup` only, so that no text gets in unescaped. */
export class Markup {
  constructor(readonly text: string) {}
}

/** What a template takes: texts and numbers are escaped, pieces are not; nothing for null. */
export type Insert = string | number | Markup | null | readonly Insert[];

/** A piece of a page. */
export function markup(parts: TemplateStringsArray, ...inserts: readonly Insert[]): Markup {
  const texts = parts.map((part, index) => part + textOf(inserts[index] ?? null));
  return new Markup(texts.join(""));
}

function textOf(insert: Insert): string {
  if (insert === null) return "";
  if (insert instanceof Markup) return insert.text;
  if (typeof insert === "object") return insert.map(textOf).join("");
  return escapeText(String(insert));
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * A text as it may stand anywhere in a page, quoted attributes included. What would turn the text
 * around it, or is no character of a page, shows as U+FFFD.
 */
export function escapeText(text: string): string {
  return text
    .replace(/[\p{Cs}\p{Bidi_Control}]|(?![\t\n])\p{Cc}/gu, "\ufffd")
    .replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");
}
