import { getOperationAST, parse } from "graphql";
import { operationHash } from "../../src/operations/operation-hash.js";

/** A manifest as @apollo/generate-persisted-query-manifest makes it. */
export function manifestOf(...texts: readonly string[]): string {
  const operations = texts.map((body) => {
    const operation = getOperationAST(parse(body));
    const name = operation?.name?.value;
    return { id: operationHash(body), name, type: operation?.operation, body };
  });
  return JSON.stringify({ format: "apollo-persisted-query-manifest", version: 1, operations });
}
