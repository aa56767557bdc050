/** One value of a code table: its official code and its terms. */
export interface CodeEntry {
  /** The code that files and registers carry. */
  readonly code: string;
  /** Official Chinese term. */
  readonly zh: string;
  readonly en: string;
}

/** A closed list of values, shared by the GraphQL enum, the import mappings and the generator. */
export interface CodeTable<Key extends string> {
  /** Name of the enum. */
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  /** Entry of every value, in the official order. */
  readonly entries: Readonly<Record<Key, CodeEntry>>;
  /** The values in the official order. */
  readonly keys: readonly Key[];
  /** Every value under its own name, the shape of a TypeScript string enum. */
  readonly values: { readonly [Value in Key]: Value };
  /** The value that a code of a file stands for; undefined where the table has no such code. */
  findByCode(code: string): Key | undefined;
}

/** The union of a table's values: `type Sex = CodeOf<typeof Sex>`. */
export type CodeOf<Table> = Table extends CodeTable<infer Key> ? Key : never;

/** Builds a code table. @throws Error where two values share a code */
export function codeTable<const Entries extends Readonly<Record<string, CodeEntry>>>(
  name: string,
  zh: string,
  en: string,
  entries: Entries,
): CodeTable<keyof Entries & string> {
  type Key = keyof Entries & string;
  const keys = Object.keys(entries) as Key[];
  const byCode = new Map<string, Key>();
  for (const key of keys) {
    const code = (entries[key] as CodeEntry).code;
    if (byCode.has(code)) throw new Error(`${name}: code ${code} stands twice`);
    byCode.set(code, key);
  }
  return {
    name,
    zh,
    en,
    entries: entries as Readonly<Record<Key, CodeEntry>>,
    keys,
    values: Object.fromEntries(keys.map((key) => [key, key])) as { [Value in Key]: Value },
    findByCode: (code) => byCode.get(code),
  };
}
