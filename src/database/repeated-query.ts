import type pg from "pg";
import { parserOf, type Parse } from "./value-parsers.js";

type Row = Record<string, unknown>;

/** Makes row objects of the texts of a statement's columns, in their order. */
class RowReader {
  private readonly names: readonly string[];
  private readonly parsers: readonly Parse[];
  /** Rows are copies of it, so that all have one shape. */
  private readonly empty: Row;

  constructor(fields: readonly pg.FieldDef[]) {
    this.names = fields.map(({ name }) => name);
    this.parsers = fields.map(({ dataTypeID }) => parserOf(dataTypeID));
    this.empty = Object.fromEntries(this.names.map((name) => [name, null]));
  }

  read(texts: readonly (string | null)[]): Row {
    const row = { ...this.empty };
    for (let place = 0; place < texts.length; place += 1) {
      const text = texts[place];
      if (text !== null && text !== undefined) {
        row[this.names[place] as string] = this.parsers[place]?.(text);
      }
    }
    return row;
  }
}

/** What the driver's own queries use of a connection, and its types leave out. */
type Connection = pg.Connection & {
  readonly parsedStatements: Readonly<Record<string, string>>;
  readonly submittedNamedStatements: Record<string, string>;
};

/** How each connection's statements answer, by their names: the server says it once. */
const described = new WeakMap<Connection, Map<string, RowReader>>();

/**
 * One run of a prepared statement, as the driver runs its own queries, but that the server describes the
 * rows the first time alone: to have it said again costs both sides more than most look-ups' rows do.
 */
export class RepeatedQuery implements pg.Submittable {
  /** Set by the driver; is given the rows once the server is ready for the next statement. */
  callback: ((error: unknown, rows?: Row[]) => void) | undefined;
  private readonly rows: Row[] = [];
  private readers: Map<string, RowReader> | undefined;
  private reader: RowReader | undefined;
  private unreadable: unknown;

  constructor(
    readonly name: string,
    readonly text: string,
    private readonly values: readonly (string | null)[],
  ) {}

  submit(given: pg.Connection): void {
    const connection = given as Connection;
    const { name, text, values } = this;
    this.readers = described.get(connection) ?? new Map<string, RowReader>();
    described.set(connection, this.readers);
    this.reader = this.readers.get(name);
    connection.stream.cork();
    try {
      if (!connection.parsedStatements[name] && !connection.submittedNamedStatements[name]) {
        connection.parse({ name, text, types: [] }, true);
        connection.submittedNamedStatements[name] = text;
        this.reader = undefined;
      }
      connection.bind({ portal: "", statement: name, values: [...values] }, true);
      if (!this.reader) connection.describe({ type: "P", name: "" }, true);
      connection.execute({ portal: "", rows: "" }, true);
      connection.sync();
    } finally {
      connection.stream.uncork();
    }
  }

  handleRowDescription({ fields }: { readonly fields: readonly pg.FieldDef[] }): void {
    this.reader = new RowReader(fields);
    this.readers?.set(this.name, this.reader);
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    if (this.unreadable) return;
    try {
      if (this.reader) this.rows.push(this.reader.read(fields));
    } catch (error) {
      this.unreadable = error;
    }
  }

  handleReadyForQuery(): void {
    if (this.unreadable) this.callback?.(this.unreadable);
    else this.callback?.(null, this.rows);
  }

  handleError(error: unknown): void {
    this.callback?.(error);
  }

  handleCommandComplete(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
}
