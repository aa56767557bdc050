import * as fontkit from "fontkit";
import { readFileSync } from "node:fs";

/** The fonts of the file: one for Han characters with their punctuation, one for letters and digits. */
export type FontName = "latin" | "han";

/** A font as it is embedded and as it is measured. */
export interface LoadedFont {
  readonly bytes: Buffer;
  readonly font: fontkit.Font;
}

const FILES: Readonly<Record<FontName, string>> = {
  latin: "OpenSans-Regular.ttf",
  han: "DroidSansFallbackFull.ttf",
};

const loaded = new Map<FontName, LoadedFont>();

/** A font, read once from `assets/fonts`. */
export function loadFont(name: FontName): LoadedFont {
  const known = loaded.get(name);
  if (known) return known;
  const bytes = readFileSync(new URL(`../../../assets/fonts/${FILES[name]}`, import.meta.url));
  const font = { bytes, font: fontkit.create(bytes) as fontkit.Font };
  loaded.set(name, font);
  return font;
}
