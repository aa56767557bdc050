import type { Cell } from "../document/document.js";
import { MARKS, type Mark } from "../document/marks.js";
import { chineseApart, type Language } from "../language.js";
import { markup, type Insert, type Markup } from "./markup.js";

/** A text; on an English page what is Chinese in it says so, for those who have it read aloud. */
export function textMarkup(text: string, language: Language): Insert {
  if (language === "zh") return text;
  return chineseApart(text).map((part, index) =>
    index % 2 === 1 ? markup`<span lang="zh-CN">${part}</span>` : part,
  );
}

/** A text with its sign before it. */
export function cellMarkup({ text, mark }: Cell, language: Language): Markup {
  return markup`${mark ? signMarkup(mark) : null}${textMarkup(text, language)}`;
}

function signMarkup(mark: Mark): Markup {
  const { path, filled, colour } = MARKS[mark];
  const fill = filled ? colour : "none";
  return markup`<svg class="mark" viewBox="-0.6 -0.6 11.2 11.2" aria-hidden="true" focusable="false"><path d="${path}" fill="${fill}" stroke="${colour}" stroke-width="1.3" stroke-linejoin="round" stroke-linecap="round"/></svg>`;
}
