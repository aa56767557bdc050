import type { TestHub } from "./hubs.js";
import { IDS_QUERY } from "./queries.js";

/** The ids of the first households of the county, as civil affairs finds them. */
export async function householdIds(hub: TestHub, first: number): Promise<string[]> {
  const { data } = await hub.ask({ department: "县民政局", duty: "1.2" }, IDS_QUERY, { first });
  return data.searchHouseholds.edges.map((edge: { node: { id: string } }) => edge.node.id);
}
