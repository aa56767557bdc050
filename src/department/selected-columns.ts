import type { PgColumn } from "drizzle-orm/pg-core";
import type { Standing } from "../policy/decide.js";
import type { OperationCoordinates } from "../policy/operation-coordinates.js";
import type { Policy } from "../policy/policy.js";
import { RecordRights, type ColumnRights, type Columns, type ColumnUse } from "./column-rights.js";
import { relationColumns, type Relation } from "./relation.js";

/** What look-ups of a relation select, the same object for whoever may share statements. */
export interface Selected {
  readonly columns: Columns;
  /** What the order of records goes by: whatever may be read, be it selected or not. */
  readonly readable: Columns;
  /** Of what is asked under one of these in one tick one statement is made; null where each is asked alone. */
  readonly together: object | null;
}

type Selections = ReadonlyMap<Relation, Selected>;

/** What is selected for one department under one duty. */
interface OfStanding {
  /** Whatever may be read. */
  readonly whole: Selections;
  /** What operations need, or how often each has come so far. */
  readonly byOperation: WeakMap<OperationCoordinates, Selections | number>;
  /** The same by the columns that operations ask for. */
  readonly byNeed: Map<string, Selections>;
}

/** How often an operation comes with all that may be read: what is explored once is not worth statements of its own. */
const COMES_BEFORE = 2;

/** Different needs that count of one department, duty and day: a server keeps their statements on every connection. */
const MAXIMUM_NEEDS = 32;

/**
 * Which columns are selected: of those that may be read the ones that the operation reads, where it
 * comes again and again. Keys, and whatever else rows are guarded and led on by, always are.
 */
export class SelectedColumns {
  private readonly standings = new WeakMap<ReadonlyMap<Relation, Columns>, OfStanding>();
  private readonly rights: ColumnRights;
  private readonly readers: ReadonlySet<string>;

  constructor(
    policy: Policy,
    private readonly uses: readonly ColumnUse[],
  ) {
    this.rights = new RecordRights(policy, uses);
    this.readers = new Set(uses.flatMap(({ readBy }) => readBy ?? []));
  }

  /** By relation; one of which nothing may be read is not in it. @param operation null where it is not known whole */
  of(standing: Standing, operation: OperationCoordinates | null): Selections {
    const readable = this.rights.readable(standing);
    let known = this.standings.get(readable);
    if (!known) {
      const whole = selectionsOf(readable, readable, null);
      known = { whole, byOperation: new WeakMap(), byNeed: new Map() };
      this.standings.set(readable, known);
    }
    return operation ? this.needed(known, readable, operation) : known.whole;
  }

  private needed(
    { whole, byOperation, byNeed }: OfStanding,
    readable: ReadonlyMap<Relation, Columns>,
    operation: OperationCoordinates,
  ): Selections {
    const before = byOperation.get(operation) ?? 0;
    if (typeof before !== "number") return before;
    if (before < COMES_BEFORE) {
      byOperation.set(operation, before + 1);
      return whole;
    }
    const fields = operation.fields.filter((field) => this.readers.has(field)).sort();
    const need = fields.join(" ");
    let selections = byNeed.get(need);
    if (!selections && byNeed.size < MAXIMUM_NEEDS) {
      selections = selectionsOf(this.narrowed(readable, new Set(fields)), readable, {});
      byNeed.set(need, selections);
    }
    byOperation.set(operation, selections ?? whole);
    return selections ?? whole;
  }

  private narrowed(
    readable: ReadonlyMap<Relation, Columns>,
    fields: ReadonlySet<string>,
  ): Map<Relation, Columns> {
    const selected = new Map<Relation, Record<string, PgColumn>>();
    for (const [relation, columns] of readable) selected.set(relation, { ...columns });
    for (const { origin, property, readBy } of this.uses) {
      const isSpared = readBy !== null && !readBy.some((field) => fields.has(field));
      if (isSpared) delete selected.get(origin)?.[property];
    }
    return selected;
  }
}

function selectionsOf(
  selected: ReadonlyMap<Relation, Columns>,
  readable: ReadonlyMap<Relation, Columns>,
  together: object | null,
): Selections {
  return new Map(
    [...selected].map(([relation, columns]) => [
      relation,
      { columns, readable: readable.get(relation) as Columns, together },
    ]),
  );
}

const wholes = new WeakMap<Relation, Selected>();

/** All columns of a relation, where nobody's rights limit them. */
export function allColumns(relation: Relation): Selected {
  let whole = wholes.get(relation);
  if (!whole) {
    const columns = relationColumns(relation);
    whole = { columns, readable: columns, together: null };
    wholes.set(relation, whole);
  }
  return whole;
}
