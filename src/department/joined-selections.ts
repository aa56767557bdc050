import type { Database } from "../database/database.js";
import { repeated, type RepeatedStatement } from "../database/repeated-statement.js";

/** Rows as selections answer them, before anybody has them. */
export type SelectedRows = Record<string, unknown>[];

/** A statement that selects by one parameter, and may share a round trip with others of its schema. */
export interface JoinableSelection {
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

/** Combinations of one department's tables that are remembered: a server keeps each prepared on every connection. */
const MAXIMUM_COMBINATIONS = 24;

/** PostgreSQL's code of a statement that took too long. */
const CANCELLED = "57014";

/** How often a combination is asked for until it is worth being remembered: what is explored once is not. */
const ASKED_BEFORE = 2;

/** Combinations that are counted at most; beyond, they are counted anew. */
const MAXIMUM_COUNTED = 1000;

/** The combinations of one department's tables, by the names of their selections. */
class Combinations {
  readonly statements = new Map<string, RepeatedStatement>();
  private readonly counts = new Map<string, number>();

  /** Whether one that is not remembered now shall be. */
  isWorthIt(name: string): boolean {
    if (this.statements.size >= MAXIMUM_COMBINATIONS) return false;
    const count = this.counts.get(name) ?? 0;
    if (count >= ASKED_BEFORE) {
      this.counts.delete(name);
      return true;
    }
    if (this.counts.size >= MAXIMUM_COUNTED) this.counts.clear();
    this.counts.set(name, count + 1);
    return false;
  }
}

const combinations = new Map<string, Combinations>();
const asked = new WeakMap<Database, Asked[]>();

/**
 * Selects, together with whatever else is asked of the same department's tables in the same tick, where
 * the same comes again and again: what one statement more costs, on both sides, is more than what most
 * look-ups cost themselves. Where the joined statement fails, each is tried alone, so that a fault of one
 * table stays its own.
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
  const bySchema = new Map<string, Asked[]>();
  for (const one of all) {
    const { schema, asJson } = one.selection;
    if (asJson === null) runAlone(database, one);
    else if (bySchema.has(schema)) bySchema.get(schema)?.push(one);
    else bySchema.set(schema, [one]);
  }
  for (const [schema, group] of bySchema) {
    // In a certain order, so that the same selections are the same combination.
    group.sort((one, other) => (one.selection.alone.name < other.selection.alone.name ? -1 : 1));
    const statement = group.length > 1 ? combinationOf(schema, group) : undefined;
    if (statement) void runJoined(database, statement, group);
    else for (const one of group) runAlone(database, one);
  }
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

function combinationOf(schema: string, group: readonly Asked[]): RepeatedStatement | undefined {
  const known = combinations.get(schema) ?? new Combinations();
  combinations.set(schema, known);
  const name = group.map(({ selection }) => selection.alone.name).join(" ");
  let statement = known.statements.get(name);
  if (!statement && known.isWorthIt(name)) {
    const parts = group.map(
      ({ selection }, place) =>
        `(${selection.asJson?.replace("$1", `$${place + 1}`)}) as rows${place}`,
    );
    statement = repeated(`select ${parts.join(", ")}`);
    known.statements.set(name, statement);
  }
  return statement;
}
