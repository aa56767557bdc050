import { buildSchema, findBreakingChanges } from "graphql";

/**
 * What clients of the committed API could no longer ask, or not in the same way, by the generated one.
 * @see https://graphql.org/graphql-js/utilities/#findbreakingchanges
 */
export function breakingChanges(committedSdl: string, generatedSdl: string): string[] {
  const changes = findBreakingChanges(buildSchema(committedSdl), buildSchema(generatedSdl));
  return changes.map(({ description }) => description);
}
