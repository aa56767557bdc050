import type { Database } from "../database/database.js";
import { repeated, type RepeatedStatement } from "../database/repeated-statement.js";
import type { ColumnValues, RowsByColumns, SelectedRows } from "./rows-by-columns.js";

/** A statement that selects by one parameter, and may share a round trip with others of its schema. */
export interface JoinableSelection {
  /** Only selections under the same of these are joined; null where none are. */
  readonly together: object | null;
  /** PostgreSQL schema of what is selected from: only selections of one department are joined. */
  readonly schema: string;
  /** It by itself, with `$1`. */
  readonly alone: RepeatedStatement;
  /** A scalar query of the same rows by columns, with `$1`; null where JSON would not say the same. */
  readonly byColumns: { readonly text: string; readonly rows: RowsByColumns } | null;
  /** PostgreSQL's type of the key. */
  readonly keyType: string;
}

interface Asked {
  readonly selection: JoinableSelection;
  readonly keys: readonly string[];
  readonly resolve: (rows: SelectedRows) => void;
  readonly reject: (error: unknown) => void;
}

/** Combinations that are made of one operation's selections; its parts come in few ways. */
const MAXIMUM_COMBINATIONS = 16;

/** Keys whose rows are many. */
const MANY_KEYS = 64;

/** PostgreSQL's code of a statement that took too long. */
const CANCELLED = "57014";

/** Selections as one statement. */
interface Combination {
  readonly statement: RepeatedStatement;
  /** Of each parameter the place of a selection whose keys it is. */
  readonly parameters: readonly number[];
  /** What makes each selection's rows. */
  readonly rows: readonly RowsByColumns[];
}

/** Joined statements by what their selections are made together under, by the names of these and whose keys each goes by. */
const combinations = new WeakMap<object, Map<string, Combination>>();
const asked = new WeakMap<Database, Asked[]>();

/**
 * Selects, together with whatever else the operation asks of the same department's tables in the same
 * tick: what one statement more costs, on both sides, is more than what most look-ups cost themselves.
 * Where the joined statement fails, each is tried alone, so that a fault of one table stays its own.
 */
export function selectJoined(
  database: Database,
  selection: JoinableSelection,
  keys: readonly string[],
): Promise<SelectedRows> {
  return new Promise((resolve, reject) => {
    let waiting = asked.get(database);
    if (!waiting) {
      waiting = [];
      asked.set(database, waiting);
      process.nextTick(() => {
        asked.delete(database);
        runAll(database, waiting as Asked[]);
      });
    }
    waiting.push({ selection, keys, resolve, reject });
  });
}

function runAll(database: Database, all: readonly Asked[]): void {
  for (const group of groupsOf(all)) {
    // In a certain order, so that the same selections are the same combination.
    group.sort((one, other) => (one.selection.alone.name < other.selection.alone.name ? -1 : 1));
    const combination = isWorthIt(group) ? combinationOf(group) : undefined;
    if (combination) void runJoined(database, combination, group);
    else for (const one of group) runAlone(database, one);
  }
}

/** By columns one selection of few rows costs more than row by row, and one of many less. */
function isWorthIt(group: readonly Asked[]): boolean {
  return group.length > 1 || (group[0]?.keys.length ?? 0) >= MANY_KEYS;
}

/** Those that one statement may be made of. */
function groupsOf(all: readonly Asked[]): Asked[][] {
  const groups: Asked[][] = [];
  for (const one of all) {
    const group = groups.find(([first]) => first && mayJoin(first.selection, one.selection));
    if (group) group.push(one);
    else groups.push([one]);
  }
  return groups;
}

function mayJoin(one: JoinableSelection, other: JoinableSelection): boolean {
  if (one.together === null || one.byColumns === null || other.byColumns === null) return false;
  return one.together === other.together && one.schema === other.schema;
}

function runAlone(database: Database, { selection, keys, resolve, reject }: Asked): void {
  database.query<SelectedRows[number]>(selection.alone, [keys]).then(resolve, reject);
}

async function runJoined(
  database: Database,
  { statement, parameters, rows }: Combination,
  group: readonly Asked[],
): Promise<void> {
  try {
    const [answer] = await database.query<Record<string, ColumnValues>>(
      statement,
      parameters.map((place) => group[place]?.keys),
    );
    rows.forEach((one, place) => {
      group[place]?.resolve(one.rowsOf(answer?.[`rows${place}`] ?? []));
    });
  } catch (error) {
    const isLate = (error as { readonly code?: unknown }).code === CANCELLED;
    for (const one of group) {
      if (isLate) one.reject(error);
      else runAlone(database, one);
    }
  }
}

function combinationOf(group: readonly Asked[]): Combination | undefined {
  const together = group[0]?.selection.together;
  const forms = group.flatMap(({ selection }) => selection.byColumns ?? []);
  if (!together || forms.length < group.length) return undefined;
  const known = combinations.get(together) ?? new Map<string, Combination>();
  combinations.set(together, known);
  const sharing = group.map((one) => group.findIndex((other) => haveSameKeys(one, other)));
  const name = group.map(({ selection }, at) => `${selection.alone.name}/${sharing[at]}`).join(" ");
  let combination = known.get(name);
  if (!combination && known.size < MAXIMUM_COMBINATIONS) {
    const parameters = [...new Set(sharing)];
    const parts = forms.map(({ text }, place) => {
      const parameter = `$${parameters.indexOf(sharing[place] as number) + 1}`;
      return `(${text.replace("$1", parameter)}) as rows${place}`;
    });
    const statement = repeated(`select ${parts.join(", ")}`);
    combination = { statement, parameters, rows: forms.map(({ rows }) => rows) };
    known.set(name, combination);
  }
  return combination;
}

/** Whether one parameter serves both: most of what is asked together goes by the same list. */
function haveSameKeys(one: Asked, other: Asked): boolean {
  return one.keys === other.keys && one.selection.keyType === other.selection.keyType;
}
