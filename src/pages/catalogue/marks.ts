import type { Bilingual } from "../shared/bilingual.js";
import type { Access } from "./model.js";

/** How a cell is shown: by a shape and a colour, in `catalogue.css`. */
export type Mark = "owner" | "allowed" | "withheld" | "refused";

/** What each mark means. */
export const MARKS: Readonly<Record<Mark, Bilingual>> = {
  owner: { zh: "本部门数据，可读", en: "Own data, may read" },
  allowed: { zh: "可读", en: "May read" },
  refused: { zh: "不可读", en: "May not read" },
  withheld: { zh: "不予共享", en: "Not shared" },
};

/** The mark of a decision. */
export function markOf({ reason, duties }: Access): Mark {
  if (duties.length > 0) return reason === "OWNER" ? "owner" : "allowed";
  return reason === "NOT_SHARED" ? "withheld" : "refused";
}
