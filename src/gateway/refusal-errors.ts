import type { GraphQLError, GraphQLFormattedError } from "graphql";

/** The errors of a refusal without what only HTTP is told. */
export function answeredErrors(refused: readonly GraphQLError[]): readonly GraphQLFormattedError[] {
  return refused.map(formatted);
}

/** The errors of a refusal as JSON. */
export function refusalText(refused: readonly GraphQLError[]): string {
  return JSON.stringify(answeredErrors(refused));
}

function formatted(error: GraphQLError): GraphQLFormattedError {
  const { message, extensions } = error.toJSON();
  const { http: _http, ...fields } = extensions ?? {};
  return { message, extensions: fields };
}
