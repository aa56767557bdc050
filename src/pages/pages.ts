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
      zh: "各部门提供哪些数据，哪个部门依哪一条款可以读取。",
      en: "Which data each department provides, and which department may read them by which clause.",
    },
  },
];
