import type { PgColumn, PgView } from "drizzle-orm/pg-core";
import { idNumberForms } from "../../codes/id-number-forms.js";
import { propertyOf, relationName, relationSchema } from "../relation.js";
import type { Selected } from "../selected-columns.js";
import { selectionsBy } from "../selections.js";
import type { GuardLimits } from "./guard.js";
import { atMostOne, everyOne, type LiveLoader, type LiveRecord } from "./live-loader.js";
import { statementFailure } from "./statement-failure.js";

/** What a view is looked up by: its column of ID numbers, or one of keys that the hub knows as well. */
export type ViewKey = { readonly idNumber: PgColumn } | { readonly key: PgColumn };

/** A view with typed columns, as `schema.view(name, columns).existing()` gives it. */
type View = PgView & { readonly $inferSelect: object };

/**
 * Fewer statements than a pool has connections, so that a slow view leaves some to others. A
 * statement is not tried again: the server has already waited for what it could wait for.
 */
const VIEW_LIMITS: GuardLimits = {
  concurrency: 4,
  waiting: 64,
  failures: 5,
  restingTime: 10_000,
  retries: 0,
  firstDelay: 0,
};

/** At most one row for a key; null where there is none. */
export function oneInView<V extends View>(
  view: V,
  by: ViewKey,
): LiveLoader<LiveRecord<V["$inferSelect"]> | null> {
  const loader = loaderOf(view, by, []);
  return { ...loader, choose: atMostOne<V["$inferSelect"]>(loader.name) };
}

/** All rows for a key in a stated order, as `manyBy` has it; empty where there are none. */
export function manyInView<V extends View>(
  view: V,
  by: ViewKey,
  ...order: PgColumn[]
): LiveLoader<readonly LiveRecord<V["$inferSelect"]>[]> {
  return { ...loaderOf(view, by, order), choose: everyOne<V["$inferSelect"]>() };
}

function loaderOf(
  view: PgView,
  by: ViewKey,
  order: readonly PgColumn[],
): Omit<LiveLoader<unknown>, "choose"> {
  const isById = "idNumber" in by;
  const key = isById ? by.idNumber : by.key;
  const name = `${relationSchema(view)}.${relationName(view)}`;
  const property = propertyOf(view, key);
  const selectionOf = selectionsBy(view, key, order);
  return {
    name,
    schema: relationSchema(view),
    origin: view,
    limits: VIEW_LIMITS,
    knows: isById ? "ID_NUMBER" : "KEY",
    originalSource: null,
    async find({ database, parts, guard, deadline }, keys) {
      const selected = parts as Selected;
      if (!Object.hasOwn(selected.readable, property)) {
        throw new Error(`${name}.${key.name} may not be selected`);
      }
      const meant = new Map(
        keys.flatMap((one) => (isById ? idNumberForms(one) : [one]).map((form) => [form, one])),
      );
      const select = selectionOf(selected);
      const rows = await guard.run(
        () =>
          select(database, [...meant.keys()]).catch((error: unknown) => {
            throw statementFailure(name, error);
          }),
        deadline,
      );
      const found = new Map<string | undefined, Record<string, unknown>[]>();
      for (const row of rows) {
        const one = meant.get(String(row[property]).trimEnd());
        const record = isById ? without(row, property) : row;
        found.set(one, [...(found.get(one) ?? []), record]);
      }
      return keys.map((one) => found.get(one) ?? []);
    },
  };
}

/** No record that leaves the look-up holds the ID number. */
function without(
  row: Readonly<Record<string, unknown>>,
  property: string,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== property));
}
