import { readAnswer } from "../../src/verification/reading/read-answer.js";
import {
  HOUSEHOLDS_OPERATION,
  VERIFICATION_DUTY,
} from "../../src/verification/reading/household-operation.js";
import type { FoundHousehold } from "../../src/verification/reading/found.js";
import type { TestHub } from "./hubs.js";

/** Who verifies. */
export const VERIFIER = { department: "县民政局", duty: VERIFICATION_DUTY };

/** Ids of every household of the hub, in order. */
export async function everyId(hub: TestHub): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const { data } = await hub.ask(
      VERIFIER,
      `query($after: String) { searchHouseholds(first: 500, after: $after) {
         pageInfo { hasNextPage endCursor } edges { node { id } } } }`,
      { after },
    );
    const { edges, pageInfo } = data.searchHouseholds;
    ids.push(...edges.map((edge: { node: { id: string } }) => edge.node.id));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return ids;
}

/** What the departments hold on every household, asked over HTTP as 县民政局 under duty 1.2. */
export async function findEverything(hub: TestHub): Promise<FoundHousehold[]> {
  const ids = await everyId(hub);
  const households: FoundHousehold[] = [];
  for (let start = 0; start < ids.length; start += 100) {
    const page = ids.slice(start, start + 100);
    const answer = await hub.ask(VERIFIER, HOUSEHOLDS_OPERATION, { ids: page });
    for (const found of readAnswer(page, answer)) {
      if (found.outcome !== "FOUND") throw new Error(`${found.id}: ${found.outcome}`);
      households.push(found.household);
    }
  }
  return households;
}
