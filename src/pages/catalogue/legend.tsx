import { useLanguage, useWords } from "../shared/language.js";
import { MARKS } from "./marks.js";

const TEXT = { legend: { zh: "图例", en: "Legend" } } as const;

/** What the marks of the matrix mean. */
export function Legend() {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  return (
    <ul class="legend" aria-label={words.legend}>
      {Object.entries(MARKS).map(([mark, term]) => (
        <li key={mark}>
          <span class={`mark ${mark}`} aria-hidden="true" /> {term[language]}
        </li>
      ))}
    </ul>
  );
}
