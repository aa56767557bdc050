import { and, asc, count, eq, exists, gt, isNull, like, or, sql, type SQL } from "drizzle-orm";
import { significantPrefixes } from "../../src/codes/division-code.js";
import type { RequestContext } from "../../src/department/context.js";
import { HubError } from "../../src/errors.js";
import { assistance, household, schema } from "./tables.js";
import { HouseholdConnection, type HouseholdFilter } from "./types/household-connection.js";

/** The most households on one page. */
const MAXIMUM_PAGE = 500;

/** A page of a search. */
export interface HouseholdSearch {
  readonly filter: HouseholdFilter;
  readonly first: number;
  /** Cursor of the last household of the page before; null for the first page. */
  readonly after: string | null;
}

/**
 * Finds households by keyset: what lies outside the caller's jurisdiction is neither found nor counted.
 * @throws HubError BAD_USER_INPUT for a page size or cursor that cannot be.
 */
export async function searchHouseholds(
  search: HouseholdSearch,
  ctx: RequestContext,
): Promise<HouseholdConnection> {
  const { first, after } = search;
  if (first < 1 || first > MAXIMUM_PAGE) {
    throw badArgument("first", `a page holds 1 to ${MAXIMUM_PAGE} households`);
  }
  const matching = conditions(search.filter, ctx.caller.jurisdiction);
  const from = after === null ? undefined : gt(household.id, idOf(after));
  const found = await ctx.ask(schema.schemaName, ({ drizzle }) =>
    drizzle
      .select(ctx.columnsOf(household))
      .from(household)
      .where(and(matching, from))
      .orderBy(asc(household.id))
      .limit(first + 1),
  );
  const edges = found.slice(0, first).map((node) => ({ node, cursor: cursorOf(node.id) }));
  return Object.assign(new HouseholdConnection(), {
    edges,
    pageInfo: {
      hasNextPage: found.length > first,
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    count: () => countHouseholds(matching, ctx),
  });
}

async function countHouseholds(matching: SQL | undefined, ctx: RequestContext): Promise<number> {
  const [row] = await ctx.ask(schema.schemaName, ({ drizzle }) =>
    drizzle.select({ households: count() }).from(household).where(matching),
  );
  return row?.households ?? 0;
}

function conditions(filter: HouseholdFilter, jurisdiction: readonly string[]): SQL | undefined {
  const { township, village, programme, incomeBand } = filter;
  return and(
    within(jurisdiction),
    township ? eq(household.township, township) : undefined,
    village ? eq(household.village, village) : undefined,
    incomeBand ? eq(household.incomeBand, incomeBand) : undefined,
    programme ? receives(programme) : undefined,
  );
}

function within(jurisdiction: readonly string[]): SQL {
  const prefixes = significantPrefixes(jurisdiction);
  return or(...prefixes.map((prefix) => like(household.village, `${prefix}%`))) ?? sql`false`;
}

function receives(programme: string): SQL {
  return exists(
    sql`(${sql.join(
      [
        sql`select 1 from ${assistance} where`,
        and(
          eq(assistance.householdId, household.id),
          eq(assistance.programme, programme),
          isNull(assistance.endMonth),
        ) ?? sql`true`,
      ],
      sql` `,
    )})`,
  );
}

const cursorOf = (id: string) => Buffer.from(`household:${id}`).toString("base64url");

function idOf(cursor: string): string {
  const [kind, id] = Buffer.from(cursor, "base64url").toString("utf8").split(":");
  if (kind !== "household" || !id) {
    throw badArgument("after", "this is no cursor of a household search");
  }
  return id;
}

function badArgument(argument: string, message: string): HubError {
  return new HubError("BAD_USER_INPUT", message, { argument });
}
