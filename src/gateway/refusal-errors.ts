import type { GraphQLError, GraphQLFormattedError } from "graphql";

/** The errors of a refusal as they are answered; a decision that is remembered is answered with them again and again. */
const answered = new WeakMap<readonly GraphQLError[], readonly GraphQLFormattedError[]>();

/** The errors of a refusal without what only HTTP is told. */
export function answeredErrors(refused: readonly GraphQLError[]): readonly GraphQLFormattedError[] {
  let errors = answered.get(refused);
  if (!errors) {
    errors = refused.map(formatted);
    answered.set(refused, errors);
  }
  return errors;
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
