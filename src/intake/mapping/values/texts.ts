import type { CellValue } from "../cell-value.js";
import { withoutBlanks } from "../narrowed.js";
import { text } from "./text.js";

const NONE = "无";

/** A list of texts (微耕机、水泵); 无 is the list of nothing, and a blank cell that nobody asked. */
export const texts: CellValue<readonly string[]> = {
  read(cell, correct) {
    const whole = withoutBlanks(cell, correct);
    if (whole === NONE) return [];
    const items = whole
      .split(/[、，,;；|]/)
      .filter((item) => item.trim() !== "")
      .map((item) => text.read(item, correct));
    if (items.join("、") !== whole) correct("CODE_FORM");
    return items;
  },
  write: (items) => (items.length === 0 ? NONE : items.join("、")),
  alternatives: (items) => (items.length === 0 ? [` ${NONE}`] : [` ${items.join("，")}`]),
};
