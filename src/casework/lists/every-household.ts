import type { Caller } from "../../identity/caller.js";
import { HubError } from "../../errors.js";
import type { Answer, Ask } from "../ask.js";

/** Households that one question reads. */
const PAGE = 500;

interface Connection<Node> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: Node | null }[];
}

/**
 * Reads a selection of every household within the caller's divisions, or of one township, as the
 * caller and under its duty: it reads no more than it could ask for itself.
 * @param selection fields of Household
 * @throws HubError with what the caller is refused; SOURCE_UNAVAILABLE where a department did not
 *   answer, for a list with holes would pass for a whole one
 */
export async function everyHousehold<Node>(
  ask: Ask,
  caller: Caller,
  selection: string,
  township: string | null,
): Promise<Node[]> {
  const query = `query EveryHousehold($filter: HouseholdFilter, $after: String) {
    searchHouseholds(filter: $filter, first: ${PAGE}, after: $after) {
      pageInfo { hasNextPage endCursor } edges { node { ${selection} } } } }`;
  const filter = township === null ? {} : { township };
  const nodes: Node[] = [];
  let after: string | null = null;
  do {
    const answer: Answer = await ask(caller, query, { filter, after });
    const page: Connection<Node> = wholeAnswer(answer)["searchHouseholds"] as Connection<Node>;
    nodes.push(...page.edges.flatMap(({ node }) => node ?? []));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return nodes;
}

/** Errors that are about one person or household and leave the rest of a list right. */
const OF_ONE = new Set(["OUT_OF_JURISDICTION", "CONSENT_REQUIRED"]);

/** The data of an answer in which no department is missing. @throws HubError */
export function wholeAnswer({ data, errors = [] }: Answer): Readonly<Record<string, unknown>> {
  const grave = errors.find(({ extensions }) => !OF_ONE.has(String(extensions?.["code"])));
  if (grave || !data) {
    const { code = "SOURCE_UNAVAILABLE", ...fields } = grave?.extensions ?? {};
    throw new HubError(
      code as "SOURCE_UNAVAILABLE",
      grave?.message ?? "the list could not be read",
      fields,
    );
  }
  return data;
}
