import type { GraphQLSchema } from "graphql";
import { readDraft, writeDraft, type Draft } from "./run/question.js";
import { visiblePart, visibleVariables } from "./visible-part.js";

/** A draft without what the caller does not see; null where nothing of it is left, or it cannot be read. */
export function visibleDraft(schema: GraphQLSchema, draft: Draft): Draft | null {
  const question = readDraft(draft);
  if ("kind" in question) return null;
  const document = visiblePart(schema, question.document);
  if (!document) return null;
  const variables = visibleVariables(schema, document, question.variables);
  return writeDraft({ document, variables });
}
