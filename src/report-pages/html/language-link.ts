import type { Wording } from "../language.js";
import { markup, type Markup } from "./markup.js";

/** To the same page in the other language; `query` is what else it was asked with, encoded. */
export function languageLink({ language }: Wording, query = ""): Markup {
  const search = query === "" ? "" : `&${query}`;
  return language === "zh"
    ? markup`<a lang="en" hreflang="en" href="?lang=en${search}">English</a>\n`
    : markup`<a lang="zh-CN" hreflang="zh-CN" href="?lang=zh${search}">中文</a>\n`;
}
