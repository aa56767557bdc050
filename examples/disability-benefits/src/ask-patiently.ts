import type { Answer, HubError } from "./answer.js";
import { fillIn, RecordsChanged } from "./fill-in.js";
import type { HubClient } from "./hub-client.js";
import { waitFor } from "./patience.js";
import type { RegisteredOperation } from "./registered-operation.js";

/** The parts of an operation: the Boolean variable that asks for one, and the field that it is. */
export type Parts = Readonly<Record<string, string>>;

/**
 * Runs a query, and asks again for the parts alone whose sources did not answer, as long as the
 * client has patience; what has not come by then is left as it is in the answer.
 */
export async function askPatiently<Data, Variables extends object>(
  client: HubClient,
  operation: RegisteredOperation<Data, Variables>,
  variables: Variables,
  parts: Parts,
): Promise<Answer<Data>> {
  let answer = await client.run(operation, variables);
  for (let attempt = 1; attempt < client.patience.attempts; attempt += 1) {
    const failed = answer.errors.filter(({ extensions }) => extensions.code === TEMPORARY);
    if (failed.length === 0) break;
    const seconds = failed.map(({ extensions }) => extensions.retryAfter ?? 0);
    await waitFor(Math.max(...seconds), client.patience);
    const later = await client.run(operation, { ...variables, ...switches(failed, parts) });
    answer = await together(answer, failed, later, () => client.run(operation, variables));
  }
  return answer;
}

const TEMPORARY = "SOURCE_UNAVAILABLE";

/** On for the parts that failed; on for all where something failed that is no part. */
function switches(failed: readonly HubError[], parts: Parts): Record<string, boolean> {
  const isIn = ({ path = [] }: HubError) =>
    Object.values(parts).some((name) => path.includes(name));
  if (!failed.every(isIn)) return {};
  return Object.fromEntries(
    Object.entries(parts).map(([variable, field]) => [
      variable,
      failed.some(({ path = [] }) => path.includes(field)),
    ]),
  );
}

async function together<Data>(
  first: Answer<Data>,
  failed: readonly HubError[],
  later: Answer<Data>,
  anew: () => Promise<Answer<Data>>,
): Promise<Answer<Data>> {
  try {
    return fillIn(first, failed, later);
  } catch (error) {
    if (error instanceof RecordsChanged) return anew();
    throw error;
  }
}
