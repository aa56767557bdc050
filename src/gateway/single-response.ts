import { HeaderMap, type GraphQLResponse } from "@apollo/server";

/** A result whole, as Apollo Server's plugins and answers have it. */
export type SingleResult = Extract<GraphQLResponse["body"], { kind: "single" }>["singleResult"];

/** A result as Apollo Server answers it; under the status that follows from it unless one is given. */
export function singleResponse(singleResult: SingleResult, status?: number): GraphQLResponse {
  return { http: { status, headers: new HeaderMap() }, body: { kind: "single", singleResult } };
}
