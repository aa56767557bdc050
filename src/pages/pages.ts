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
  /** What it may load from elsewhere, in developer mode alone; nothing where this is not given. */
  readonly elsewhere?: Elsewhere;
  /** Whether its code is large: it is made at the page's own first request, and no other page waits for it. */
  readonly isLarge?: boolean;
}

/** Origins that are not the hub. */
export interface Elsewhere {
  readonly scripts: string;
  readonly frames: string;
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
  {
    path: "explorer",
    folder: "explorer",
    title: { zh: "查询工具", en: "Explorer" },
    purpose: {
      zh: "编写并执行查询，查看可读的数据结构，了解某字段为何不可读。不需要互联网。",
      en: "Write and run queries, look through what may be read, and see why a field is missing. Needs no internet.",
    },
    isLarge: true,
  },
  {
    path: "sandbox",
    folder: "sandbox",
    title: { zh: "Apollo Sandbox", en: "Apollo Sandbox" },
    purpose: {
      zh: "开发模式下使用 Apollo 公司的在线查询工具，需要互联网。",
      en: "Apollo's query tool, in developer mode; needs the internet.",
    },
    elsewhere: {
      scripts: "https://embeddable-sandbox.cdn.apollographql.com",
      frames: "https://sandbox.embed.apollographql.com",
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
