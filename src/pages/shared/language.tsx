import { createContext, type ComponentChildren } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { Bilingual, Language } from "./bilingual.js";

/** What a part of a page says: each entry a text, or a function that makes one, in both languages. */
export type Dictionary = Readonly<
  Record<string, Bilingual | Bilingual<(...values: never[]) => string>>
>;

/** A dictionary's entries in one language. */
export type Words<Of extends Dictionary> = {
  readonly [Entry in keyof Of]: Of[Entry] extends Bilingual ? string : Of[Entry]["zh"];
};

/** Where the browser keeps the choice. */
const KEPT_AS = "hub-language";

interface Choice {
  readonly language: Language;
  choose(language: Language): void;
}

const LanguageContext = createContext<Choice>({ language: "zh", choose: () => undefined });

/** Speaks Chinese until English is chosen; the browser remembers that. */
export function LanguageProvider({ children }: { readonly children: ComponentChildren }) {
  const [language, setLanguage] = useState<Language>(
    localStorage.getItem(KEPT_AS) === "en" ? "en" : "zh",
  );
  useEffect(() => {
    document.documentElement.lang = languageTag(language);
  }, [language]);
  const choose = (chosen: Language) => {
    localStorage.setItem(KEPT_AS, chosen);
    setLanguage(chosen);
  };
  return (
    <LanguageContext.Provider value={{ language, choose }}>{children}</LanguageContext.Provider>
  );
}

/** The language in use, and how to choose another. */
export function useLanguage(): Choice {
  return useContext(LanguageContext);
}

/** A dictionary's entries in the language in use. */
export function useWords<Of extends Dictionary>(dictionary: Of): Words<Of> {
  const { language } = useLanguage();
  const entries = Object.entries(dictionary).map(([name, both]) => [name, both[language]]);
  return Object.fromEntries(entries) as Words<Of>;
}

/** The tag of a language for `lang` and for the formats of `Intl`. */
export function languageTag(language: Language): string {
  return language === "zh" ? "zh-CN" : "en";
}
