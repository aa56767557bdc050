import { Kind, validate, visit, type DocumentNode, type GraphQLSchema } from "graphql";
import { CodeError } from "../codes/code-error.js";
import { parseIdNumber } from "../codes/id-number.js";
import { OperationAuthorizer } from "../policy/authorize-operation.js";
import type { Standing } from "../policy/decide.js";
import type { Policy } from "../policy/policy.js";
import { OperationsRefused } from "./operations-refused.js";
import type { ManifestOperation } from "./read-manifest.js";

/**
 * Passes operations that a department may run under a duty, every coordinate of theirs decided. What
 * the values of variables filter by is not known yet: that is decided at each request, as all is.
 * @throws OperationsRefused naming for each operation what is wrong with it, and for each coordinate
 *   that may not be read the duties that would allow it.
 */
export function checkOperations(
  operations: readonly ManifestOperation[],
  standing: Standing,
  policy: Policy,
  schema: GraphQLSchema,
): void {
  const authorizer = new OperationAuthorizer(policy, schema);
  const problems = operations.flatMap(({ name, document }) => {
    const faults = faultsOf(document, schema);
    const found = faults.length > 0 ? faults : refusals(authorizer, standing, document);
    return found.map((problem) => `${name}: ${problem}`);
  });
  if (problems.length > 0) throw new OperationsRefused(problems);
}

function faultsOf(document: DocumentNode, schema: GraphQLSchema): string[] {
  const invalid = validate(schema, document).map(({ message }) => message);
  return namesPerson(document)
    ? [...invalid, "it holds an ID number: who is asked for belongs in a variable"]
    : invalid;
}

function refusals(
  authorizer: OperationAuthorizer,
  standing: Standing,
  document: DocumentNode,
): string[] {
  return authorizer.refusals(standing, { document }).map(({ coordinate, grantedBy }) => {
    const duties = grantedBy.length > 0 ? grantedBy.join(", ") : "none";
    return `${coordinate} may not be read under duty ${standing.duty} (grantedBy: ${duties})`;
  });
}

/** Whether a text would bring a person's ID number into the register of operations, in clear. */
function namesPerson(document: DocumentNode): boolean {
  let found = false;
  const look = ({ value }: { readonly value: string }) => {
    found ||= isIdNumber(value);
  };
  visit(document, { [Kind.STRING]: look, [Kind.INT]: look });
  return found;
}

function isIdNumber(text: string): boolean {
  try {
    parseIdNumber(text);
    return true;
  } catch (error) {
    if (error instanceof CodeError) return false;
    throw error;
  }
}
