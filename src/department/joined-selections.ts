import type { Database } from "../database/database.js";
import { repeated, type RepeatedStatement } from "../database/repeated-statement.js";

/** Rows as selections answer them, before anybody has them. */
export type SelectedRows = Record<string, unknown>[];

/** A statement that selects by one parameter, and may share a round trip with others of its schema. */
export interface JoinableSelection {
  /** Only selections under the same of these are joined; null where none are. */
  readonly together: object | null;
  /** PostgreSQL schema of what is selected from: only selections of one department are joined. */
  readonly schema: string;
  /** It by itself, with `$1`. */
  readonly alone: RepeatedStatement;
  /** A scalar query of the same rows as one JSON array, with `$1`; null where JSON would not say the same. */
  readonly asJson: string | null;
}

interface Asked {
  readonly selection: JoinableSelection;
  readonly keys: readonly string[];
  readonly resolve: (rows: SelectedRows) => void;
  readonly reject: (error: unknown) => void;
}

/** Combinations that are made of one operation's selections; its parts come in few ways. */
const MAXIMUM_COMBINATIONS = 8;

/** PostgreSQL's code of a statement that took too long. */
const CANCELLED = "57014";

/** Joined statements by what their selections are made together under, and by the names of these. */
const combinations = new WeakMap<object, Map<string, RepeatedStatement>>();
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
    const statement = group.length > 1 ? combinationOf(group) : undefined;
    if (statement) void runJoined(database, statement, group);
    else for (const one of group) runAlone(database, one);
  }
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
  if (one.together === null || one.asJson === null || other.asJson === null) return false;
  return one.together === other.together && one.schema === other.schema;
}

function runAlone(database: Database, { selection, keys, resolve, reject }: Asked): void {
  database.query<SelectedRows[number]>(selection.alone, [keys]).then(resolve, reject);
}

async function runJoined(
  database: Database,
  statement: RepeatedStatement,
  group: readonly Asked[],
): Promise<void> {
  try {
    const [answer] = await database.query<Record<string, SelectedRows>>(
      statement,
      group.map(({ keys }) => keys),
    );
    group.forEach(({ resolve }, place) => resolve(answer?.[`rows${place}`] ?? []));
  } catch (error) {
    const isLate = (error as { readonly code?: unknown }).code === CANCELLED;
    for (const one of group) {
      if (isLate) one.reject(error);
      else runAlone(database, one);
    }
  }
}

function combinationOf(group: readonly Asked[]): RepeatedStatement | undefined {
  const together = group[0]?.selection.together;
  if (!together) return undefined;
  const known = combinations.get(together) ?? new Map<string, RepeatedStatement>();
  combinations.set(together, known);
  const name = group.map(({ selection }) => selection.alone.name).join(" ");
  let statement = known.get(name);
  if (!statement && known.size < MAXIMUM_COMBINATIONS) {
    const parts = group.map(
      ({ selection }, place) =>
        `(${selection.asJson?.replace("$1", `$${place + 1}`)}) as rows${place}`,
    );
    statement = repeated(`select ${parts.join(", ")}`);
    known.set(name, statement);
  }
  return statement;
}
