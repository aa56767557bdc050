import { graphemes } from "./glyph-runs.js";
import type { Ruler } from "./ruler.js";

/** May not begin a line. */
const CLOSING = /^[、。，．：；！？）》〉」』】〕］｝”’％‰…—～·,.;:!?)\]}%/]/u;
/** May not end a line. */
const OPENING = /[（《〈「『【〔［｛“‘([{/]$/u;

/** Before it and after it a line may be broken, but for the two above. */
const HAN = "[\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef“”‘’…—]";
const BEGINS_HAN = new RegExp(`^${HAN}`, "u");
const ENDS_HAN = new RegExp(`${HAN}$`, "u");

/** Breaks a text into lines of at most a width in points, at that size of type; none for an empty text. */
export function breakLines(
  text: string,
  width: number,
  size: number,
  ruler: Ruler,
): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const atom of atomsOf(text)) {
    const room = ruler.widthOf(atom.trimEnd(), size);
    if (used + room > width) {
      if (line.trimEnd() !== "") lines.push(line.trimEnd());
      const parts = split(atom.trim(), width, size, ruler);
      lines.push(...parts.slice(0, -1));
      line = parts.at(-1) ?? "";
      used = ruler.widthOf(line, size);
    } else if (line !== "" || atom.trim() !== "") {
      line += atom;
      used += ruler.widthOf(atom, size);
    }
  }
  if (line.trimEnd() !== "") lines.push(line.trimEnd());
  return lines;
}

/** The pieces between which a line may be broken: a blank; a word, number or date; a Han character. */
function atomsOf(text: string): readonly string[] {
  const atoms: string[] = [];
  for (const character of graphemes(text)) {
    const last = atoms.at(-1) ?? " ";
    const apart =
      last === " " ||
      character === " " ||
      ((BEGINS_HAN.test(character) || ENDS_HAN.test(last)) &&
        !CLOSING.test(character) &&
        !OPENING.test(last));
    if (apart) atoms.push(character);
    else atoms[atoms.length - 1] = last + character;
  }
  return atoms;
}

/** A piece by its characters where it is wider than a line. */
function split(atom: string, width: number, size: number, ruler: Ruler): readonly string[] {
  if (ruler.widthOf(atom, size) <= width) return [atom];
  const parts: string[] = [];
  let part = "";
  for (const character of graphemes(atom)) {
    if (part !== "" && ruler.widthOf(part + character, size) > width) {
      parts.push(part);
      part = "";
    }
    part += character;
  }
  return [...parts, part];
}
