import type { Bilingual } from "../verification/bilingual.js";

/** A language of the pages; Chinese is the first. */
export type Language = "zh" | "en";

/** How a page speaks. */
export interface Wording {
  readonly language: Language;
  /** The one of two texts. */
  say(zh: string, en: string): string;
  /** A text of the report in this language. */
  of(text: Bilingual): string;
}

/** The wording of a language. */
export function wording(language: Language): Wording {
  return {
    language,
    say: (zh, en) => (language === "zh" ? zh : en),
    of: (text) => text[language],
  };
}

/** The language that `?lang=` asks for: English by `en`, and else Chinese. */
export function languageOf(search: string): Language {
  return new URLSearchParams(search).get("lang") === "en" ? "en" : "zh";
}

/** A text as a heading begins: with a capital letter, where its script has them. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const CHINESE =
  /([\p{Script=Han}\u3000-\u303f\uff01-\uff5e](?:[\p{Script=Han}\u3000-\u303f\uff01-\uff5e\s\d]*[\p{Script=Han}\u3000-\u303f\uff01-\uff5e])?)/u;

/** A text in pieces: what is Chinese in it stands at the odd places. */
export const chineseApart = (text: string): readonly string[] => text.split(CHINESE);
