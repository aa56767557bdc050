import type { Caller } from "../../identity/caller.js";
import { HubError } from "../../errors.js";
import type { Ask } from "../ask.js";
import type { RunScope } from "../run-scope.js";

/** Households that one question finds at most. */
const PAGE = 500;

const SEARCH = `query HouseholdsInScope($filter: HouseholdFilter, $first: Int!, $after: String) {
  searchHouseholds(filter: $filter, first: $first, after: $after) {
    pageInfo { hasNextPage endCursor }
    edges { node { id } }
  }
}`;

interface Page {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: { readonly id: string } | null }[];
}

/**
 * The households of a re-verification, found as any caller finds them; those that were listed, each
 * once, where they were.
 * @throws HubError SOURCE_UNAVAILABLE, or what the search is refused with
 */
export async function householdsInScope(
  ask: Ask,
  caller: Caller,
  { households, programme, township }: RunScope,
): Promise<string[]> {
  if (households) return [...new Set(households)];
  const filter = { ...(programme ? { programme } : {}), ...(township ? { township } : {}) };
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const page: Page = await find(ask, caller, { filter, first: PAGE, after });
    ids.push(...page.edges.flatMap(({ node }) => node?.id ?? []));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return ids;
}

async function find(ask: Ask, caller: Caller, variables: Record<string, unknown>): Promise<Page> {
  const { data, errors = [] } = await ask(caller, SEARCH, variables);
  const found = data?.["searchHouseholds"] as Page | null | undefined;
  if (found) return found;
  const [error] = errors;
  throw new HubError(
    (error?.extensions?.["code"] as "SOURCE_UNAVAILABLE" | undefined) ?? "SOURCE_UNAVAILABLE",
    error?.message ?? "the households could not be listed",
    { retryAfter: 5 },
  );
}
