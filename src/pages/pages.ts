import type { Bilingual } from "./shared/bilingual.js";

/** A page that the hub serves to browsers. */
export interface PageEntry {
  /** Its address, one step below the hub's own; empty for the start page. */
  readonly path: string;
  /** The folder of its `main.tsx`. */
  readonly folder: string;
  readonly title: Bilingual;
  /** What it is for, in a sentence. */
  readonly purpose: Bilingual;
}

/** The page at the hub's own address. */
export const START: PageEntry = {
  path: "",
  folder: "start",
  title: { zh: "浦江县数据共享枢纽", en: "Pujiang data hub" },
  purpose: { zh: "从这里开始。", en: "Where to begin." },
};

/** The pages of the navigation, in its order. */
export const PAGES: readonly PageEntry[] = [
  {
    path: "catalogue",
    folder: "catalogue",
    title: { zh: "目录", en: "Catalogue" },
    purpose: {
      zh: "各部门承担哪些职责，可以读取哪些数据。",
      en: "Which duties each department has, and which data it may read.",
    },
  },
  {
    path: "cases",
    folder: "cases",
    title: { zh: "核对", en: "Cases" },
    purpose: {
      zh: "办理核对：清单、报告、疑点与异议、批量复核、个人查询留痕。",
      en: "Verifications, their reports, findings and objections, re-verifications, a person's access history.",
    },
  },
];
