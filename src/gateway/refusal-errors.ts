import type { GraphQLError, GraphQLFormattedError } from "graphql";

/** The errors of a refusal without what only HTTP is told. */
export function answeredErrors(refused: readonly GraphQLError[]): readonly GraphQLFormattedError[] {
  return refused.map(formatted);
}

/** The errors of a refusal as JSON in UTF-8. */
export function refusalBytes(refused: readonly GraphQLError[]): Buffer {
  return Buffer.from(JSON.stringify(answeredErrors(refused)));
}

function formatted(error: GraphQLError): GraphQLFormattedError {
  const { message, extensions } = error.toJSON();
  const { http: _http, ...fields } = extensions ?? {};
  return { message, extensions: fields };
}
