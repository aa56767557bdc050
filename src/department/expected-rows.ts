import { Extensions } from "type-graphql";

/** The name under which a list's expected length is kept in GraphQL extensions. */
export const EXPECTED_ROWS = "expectedRows";

/**
 * Declares how many objects a list usually holds, where that is far from five: what an operation
 * costs is estimated by it. A list as long as an argument says (`ids`, `first`) needs none.
 */
export function ExpectedRows(count: number): MethodDecorator & PropertyDecorator {
  return Extensions({ [EXPECTED_ROWS]: count }) as MethodDecorator & PropertyDecorator;
}
