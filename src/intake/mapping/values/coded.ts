import type { CodeTable } from "../../../codes/code-table.js";
import { plainText } from "../../../codes/plain-text.js";
import { CellError } from "../cell-error.js";
import type { CellValue } from "../cell-value.js";
import { inTwoLanguages } from "../in-two-languages.js";
import { narrowed, widened } from "../narrowed.js";

/**
 * A value of a code table: by its code, its official term, or another term that files carry for
 * it. Nothing is taken by position or by likeness. @throws Error where two values share a term
 */
export function coded<Key extends string>(
  table: CodeTable<Key>,
  otherTerms?: Readonly<Partial<Record<Key, readonly string[]>>>,
): CellValue<Key> {
  const byTerm = new Map<string, Key>();
  for (const key of table.keys) {
    const terms = [table.entries[key].zh, ...(otherTerms?.[key] ?? [])].map(plainText);
    for (const term of new Set(terms)) {
      if (byTerm.has(term) || table.findByCode(term) !== undefined) {
        throw new Error(`${table.name}: the term ${term} stands twice`);
      }
      byTerm.set(term, key);
    }
  }
  const listed = table.keys
    .map((key) => `${table.entries[key].code} ${table.entries[key].zh}`)
    .join("；");
  return {
    read(text, correct) {
      const exact = table.findByCode(text);
      if (exact !== undefined) return exact;
      const key = byTerm.get(plainText(text));
      if (key !== undefined) {
        correct("CODE_FORM");
        return key;
      }
      const plain = narrowed(text, correct);
      const byCode = table.findByCode(plain) ?? table.findByCode(plain.toUpperCase());
      if (byCode === undefined) {
        throw new CellError(
          "CODE_UNKNOWN",
          inTwoLanguages(
            `“${shown(text)}”不在代码表“${table.zh}”中`,
            `"${shown(text)}" is not in the code table: ${table.en}`,
          ),
          listed,
        );
      }
      if (plain !== table.entries[byCode].code) correct("LETTER_CASE");
      return byCode;
    },
    write: (key) => table.entries[key].code,
    alternatives: (key) => [
      table.entries[key].zh,
      widened(table.entries[key].code),
      `${table.entries[key].code} `,
    ],
  };
}

function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
