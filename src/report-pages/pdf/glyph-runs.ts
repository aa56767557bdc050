import { loadFont, type FontName } from "./fonts.js";

/** A stretch of text that one font draws. */
export interface GlyphRun {
  readonly font: FontName;
  readonly text: string;
}

/** Stands for a character that neither font has (geta, 下駄): a wrong one must never be shown. */
export const NO_GLYPH = "〓";

const SEGMENTER = new Intl.Segmenter("zh", { granularity: "grapheme" });

/** The font of every single character seen so far. */
const known = new Map<string, FontName | null>();

/** Texts of characters that never join with another, as nearly all are: not worth the slow way. */
const SINGLE =
  /^[ -~\u00a1-\u00ac\u00ae-\u00ff\u2010-\u2027\u2212\u3001-\u3020\u3400-\u9fff\uff01-\uff5e]*$/;

/** What a reader takes for one character, one by one; blanks of any kind as a blank. */
export function graphemes(text: string): readonly string[] {
  const line = text.replace(/\s+/g, " ");
  if (SINGLE.test(line)) return line.split("");
  return Array.from(SEGMENTER.segment(line), ({ segment }) => segment);
}

/** A text as stretches of one font each; what no font has is replaced by 〓. */
export function glyphRuns(text: string): readonly GlyphRun[] {
  const runs: { font: FontName; text: string }[] = [];
  for (const segment of graphemes(text)) {
    const font = fontOf(segment);
    const shown = font ? { font, text: segment } : { font: "han" as const, text: NO_GLYPH };
    const last = runs.at(-1);
    if (last?.font === shown.font) last.text += shown.text;
    else runs.push(shown);
  }
  return runs;
}

/** What of the texts no font has, each once, in the order of the texts: `U+20BB7`. */
export function missingGlyphs(texts: Iterable<string>): readonly string[] {
  const missing = new Set<string>();
  for (const text of texts) {
    for (const segment of graphemes(text)) {
      if (fontOf(segment) === null) missing.add(segment);
    }
  }
  return [...missing].map((segment) => Array.from(segment, codePoint).join(" "));
}

/** The font that has every part of what a reader takes for one character; null where none has. */
function fontOf(segment: string): FontName | null {
  const before = known.get(segment);
  if (before !== undefined) return before;
  const points = Array.from(segment, (character) => character.codePointAt(0) ?? 0);
  const drawable = !/[\p{C}\p{Default_Ignorable_Code_Point}]/u.test(segment);
  const has = (name: FontName) =>
    points.every((point) => loadFont(name).font.hasGlyphForCodePoint(point));
  const font = !drawable ? null : has("latin") ? "latin" : has("han") ? "han" : null;
  if (points.length === 1) known.set(segment, font);
  return font;
}

function codePoint(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `U+${hex.padStart(4, "0")}`;
}
