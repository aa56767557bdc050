import { registerEnumType } from "type-graphql";
import type { CodeTable } from "../codes/code-table.js";
import { bilingual } from "./descriptions.js";

const registered = new WeakSet<object>();

/** The GraphQL enum of a code table, as a field's type: the same values, described by their official terms. */
export function codeEnum<Key extends string>(
  table: CodeTable<Key>,
): () => CodeTable<Key>["values"] {
  if (!registered.has(table)) {
    registered.add(table);
    registerEnumType(table.values, {
      name: table.name,
      description: bilingual(`${table.zh}。`, `${table.en}.`),
      valuesConfig: Object.fromEntries(
        table.keys.map((key) => {
          const { code, zh, en } = table.entries[key];
          return [key, { description: bilingual(`${zh}（代码 ${code}）`, `${en} (code ${code})`) }];
        }),
      ) as never,
    });
  }
  return () => table.values;
}
