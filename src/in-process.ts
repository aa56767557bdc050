import type { ApolloServer } from "@apollo/server";
import { randomUUID } from "node:crypto";
import type { Answer, Ask } from "./casework/ask.js";
import { RequestContext, type Resources } from "./department/context.js";

/**
 * Asks this hub without a socket: the same server, and so the same authorization, consents and
 * records as over HTTP.
 */
export function askInProcess(
  apollo: () => ApolloServer<RequestContext>,
  resources: () => Resources,
): Ask {
  return async (caller, query, variables) => {
    const contextValue = new RequestContext(caller, resources(), randomUUID());
    const { body } = await apollo().executeOperation(
      { query, variables: { ...variables } },
      { contextValue },
    );
    if (body.kind !== "single") throw new Error("an operation in parts is not asked in process");
    // As a client over HTTP gets it: plain objects.
    return body.singleResult as Answer;
  };
}
