/** What takes from a table's shape something that the release before may still use, by what it is called. */
const CONTRACTING: readonly (readonly [what: string, form: RegExp])[] = [
  ["drop", /\bdrop\s+(table|schema|column|view|function|sequence|type)\b/i],
  ["truncate", /^\s*truncate\b/im],
  ["delete", /^\s*delete\s+from\b/im],
  ["rename", /\brename\s+(column|constraint|to)\b/i],
  ["other schema", /\bset\s+schema\b/i],
  ["other type", /\balter\s+column\s+\S+\s+(set\s+data\s+)?type\b/i],
  ["not null", /\balter\s+column\s+\S+\s+set\s+not\s+null\b/i],
  ["no default", /\balter\s+column\s+\S+\s+drop\s+default\b/i],
  [
    "not null without default",
    /\badd\s+column\b(?![^,;]*\b(default|generated)\b)[^,;]*\bnot\s+null\b/i,
  ],
  ["new rule for rows", /\badd\s+constraint\s+\S+\s+(check|unique|primary\s+key|exclude)\b/i],
];

const UNIQUE_INDEX = /\bcreate\s+unique\s+index\b[^;]*?\bon\s+(?<table>\S+)/gi;
const NEW_TABLE = /\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?(?<table>\S+)/gi;

/** `-- contract: 0.2.0 …`: the release from which on nothing needs the shape that is taken away. */
const MARKER = /^--\s*contract:\s*(?<release>\d+\.\d+\.\d+)\b/m;

/**
 * What a migration takes away that the release before may still use, without saying from which
 * release on nothing needs it; that must be one before the given one. Empty for a migration in order.
 */
export function unmarkedContractions(sql: string, release: string): string[] {
  const marked = MARKER.exec(sql)?.groups?.["release"];
  if (marked !== undefined && isBefore(marked, release)) return [];
  const statements = sql.replace(/--.*$/gm, "");
  const created = new Set(tablesIn(statements, NEW_TABLE));
  const found = CONTRACTING.filter(([, form]) => form.test(statements)).map(([what]) => what);
  const narrowed = tablesIn(statements, UNIQUE_INDEX).some((table) => !created.has(table));
  return narrowed ? [...found, "new unique index"] : found;
}

function tablesIn(statements: string, form: RegExp): string[] {
  return [...statements.matchAll(form)].map(({ groups }) => groups?.["table"] ?? "");
}

function isBefore(one: string, other: string): boolean {
  const [some = [], others = []] = [one, other].map((text) => text.split(".").map(Number));
  const differing = some.findIndex((part, place) => part !== others[place]);
  return differing >= 0 && (some[differing] ?? 0) < (others[differing] ?? 0);
}
