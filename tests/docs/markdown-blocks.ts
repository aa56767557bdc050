import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { PROJECT_ROOT } from "../../src/generate/project-root.js";

/** A fenced block of a document. */
export interface Block {
  /** From the project's root. */
  readonly file: string;
  readonly line: number;
  /** Empty for one without. */
  readonly language: string;
  /** What stands behind the language: `department=县残联 duty=2.3`. */
  readonly about: Readonly<Record<string, string>>;
  readonly text: string;
}

const TRANSLATED = /\.zh-CN\.md$/;

/** Every document, the originals before one another's translations: README.md and all of docs/. */
export async function documents(): Promise<string[]> {
  const below = (await readdir(join(PROJECT_ROOT, "docs"), { recursive: true })).sort();
  const files = below.filter((file) => file.endsWith(".md")).map((file) => `docs/${file}`);
  return ["README.md", "README.zh-CN.md", ...files];
}

/** The document that another one is the translation of; null for an original. */
export const originalOf = (file: string): string | null =>
  TRANSLATED.test(file) ? file.replace(TRANSLATED, ".md") : null;

/** The fenced blocks of a document, in order. */
export async function blocksOf(file: string): Promise<Block[]> {
  const lines = (await readFile(join(PROJECT_ROOT, file), "utf8")).split("\n");
  const blocks: Block[] = [];
  let open: { readonly line: number; readonly info: string } | null = null;
  for (const [index, line] of lines.entries()) {
    const [, info] = /^\s*```(.*)$/.exec(line) ?? [];
    if (info === undefined) continue;
    if (!open) {
      open = { line: index + 1, info };
      continue;
    }
    const [language = "", ...words] = open.info.trim().split(/\s+/);
    const text = lines.slice(open.line, index).join("\n");
    blocks.push({ file, line: open.line, language, about: namesAndValues(words), text });
    open = null;
  }
  return blocks;
}

function namesAndValues(words: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    words.map((word) => {
      const place = word.indexOf("=");
      return [word.slice(0, place), word.slice(place + 1)];
    }),
  );
}
