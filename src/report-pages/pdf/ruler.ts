import { loadFont, type FontName } from "./fonts.js";
import { glyphRuns } from "./glyph-runs.js";

/** Measures the texts of one file; it remembers words no longer than the file is made. */
export class Ruler {
  private readonly widths = new Map<string, number>();

  /** The width of a text on one line, in points. */
  widthOf(text: string, size: number): number {
    let width = 0;
    for (const run of glyphRuns(text)) width += this.runWidth(run.font, run.text);
    return width * size;
  }

  /** The width of a stretch of one font at size 1. */
  runWidth(name: FontName, text: string): number {
    const parts = name === "han" ? text : text.split(/(?<= )/);
    let width = 0;
    for (const part of parts) width += this.partWidth(name, part);
    return width;
  }

  private partWidth(name: FontName, part: string): number {
    const key = `${name} ${part}`;
    const before = this.widths.get(key);
    if (before !== undefined) return before;
    const { font } = loadFont(name);
    const width = font.layout(part).advanceWidth / font.unitsPerEm;
    this.widths.set(key, width);
    return width;
  }
}
