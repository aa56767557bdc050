import { useLanguage, useWords } from "../shared/language.js";
import { MARKS } from "./marks.js";

const TEXT = {
  legend: { zh: "图例", en: "Legend" },
  keys: {
    zh: "方向键在格子间移动，回车查看条款与理由，Esc 关闭。",
    en: "Arrow keys move between cells, Enter shows clause and reason, Esc closes.",
  },
} as const;

/** What the marks of the matrix mean, and its keys. */
export function Legend() {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  return (
    <>
      <ul class="legend" aria-label={words.legend}>
        {Object.entries(MARKS).map(([mark, term]) => (
          <li key={mark}>
            <span class={`mark ${mark}`} aria-hidden="true" /> {term[language]}
          </li>
        ))}
      </ul>
      <p class="help screen">{words.keys}</p>
    </>
  );
}
