import type { DepartmentDefinition } from "../../department/define.js";
import type { FileMapping } from "../../intake/mapping/file-mapping.js";

/** What a department may deliver: each kind of file with its headers, a star at those that no row may leave blank. */
export function kindsOf({ identity, files = [] }: DepartmentDefinition, json: boolean): string {
  if (json) return `${JSON.stringify(files.map(described))}\n`;
  if (files.length === 0) return `${identity.name}：无文件 / delivers no files\n`;
  return files.map(inWords).join("");
}

function described({ kind, title, key, columns }: FileMapping) {
  const headers = Object.entries(columns).map(
    ([property, { header, synonyms = [], required = false }]) => ({
      property,
      header,
      synonyms,
      required,
    }),
  );
  return { kind, title, key, headers };
}

function inWords(file: FileMapping): string {
  const lines = described(file).headers.map(({ header, synonyms, required }) => {
    const others = synonyms.length > 0 ? `（${synonyms.join("、")}）` : "";
    return `  ${required ? "*" : " "} ${header}${others}`;
  });
  return [`${file.kind}  ${file.title}`, ...lines, ""].join("\n");
}
