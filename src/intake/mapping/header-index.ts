import type { ColumnMapping, FileMapping } from "./file-mapping.js";
import { headerName, withoutRemark } from "./header-name.js";
import { PROVENANCE_COLUMNS } from "./provenance-headers.js";

/** What a header of a file stands for. */
export interface MatchedHeader {
  readonly property: string;
  /** A unit that is not the column's: 万元. */
  readonly foreignUnit: string | null;
}

/** Finds the property that a header stands for; null where the mapping does not know it. */
export type HeaderIndex = (header: string) => MatchedHeader | null;

const indexes = new WeakMap<FileMapping, HeaderIndex>();

/** The headers of a mapping, synonyms and provenance included. @throws Error where two columns share one */
export function headerIndex(mapping: FileMapping): HeaderIndex {
  const known = indexes.get(mapping);
  if (known) return known;
  const properties = propertiesByHeader(mapping);
  const index: HeaderIndex = (header) => {
    const exact = properties.get(headerName(header));
    if (exact !== undefined) return { property: exact, foreignUnit: null };
    const parts = withoutRemark(header);
    const property = parts && properties.get(parts.name);
    if (!property) return null;
    return { property, foreignUnit: /[百千万亿]/.test(parts.remark) ? parts.remark : null };
  };
  indexes.set(mapping, index);
  return index;
}

function propertiesByHeader(mapping: FileMapping): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  const add = (property: string, { header, synonyms = [] }: ColumnMapping) => {
    for (const name of new Set([header, ...synonyms].map(headerName))) {
      if (properties.has(name)) throw new Error(`${mapping.kind}: header ${name} stands twice`);
      properties.set(name, property);
    }
  };
  for (const [property, column] of Object.entries(mapping.columns)) add(property, column);
  for (const [property, column] of Object.entries(PROVENANCE_COLUMNS)) {
    add(property, column as ColumnMapping);
  }
  return properties;
}
