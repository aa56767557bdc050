import {
  getNullableType,
  isListType,
  Kind,
  valueFromASTUntyped,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type OperationDefinitionNode,
  type ValueNode,
} from "graphql";
import { EXPECTED_ROWS } from "../../department/expected-rows.js";

/** Values of variables, as a request gave them. */
export type Variables = Readonly<Record<string, unknown>>;

/** How many objects a list is expected to hold: known from the text, or once the variables are. */
export type Length = number | ((variables: Variables) => number);

/** Objects in a list of which nothing else is known. */
const UNKNOWN = 5;

/** The argument by which a page's length is asked for. */
const PAGE_LENGTH = "first";

/** How long a field's list, or the page it answers, is asked to be; a list also answers one object for each item of a list given. Undefined where no argument says so. */
export function askedLength(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  operation: OperationDefinitionNode,
  isList: boolean,
): Length | undefined {
  const page = field.args.find(({ name }) => name === PAGE_LENGTH);
  if (page) return lengthIn(page, node, operation, pageLength);
  const keys = isList && field.args.find(({ type }) => isListType(getNullableType(type)));
  return keys ? lengthIn(keys, node, operation, itemsIn) : undefined;
}

/** How long a field's list usually is. */
export function usualLength(field: GraphQLField<unknown, unknown>): number {
  const declared = field.extensions[EXPECTED_ROWS];
  return typeof declared === "number" ? declared : UNKNOWN;
}

function lengthIn(
  argument: GraphQLArgument,
  node: FieldNode,
  operation: OperationDefinitionNode,
  lengthOf: (value: unknown) => number,
): Length {
  const given = node.arguments?.find(({ name }) => name.value === argument.name)?.value;
  if (given?.kind === Kind.VARIABLE) {
    const name = given.name.value;
    const missing = variableDefault(name, operation) ?? argument.defaultValue;
    return (variables) => lengthOf(variables[name] === undefined ? missing : variables[name]);
  }
  if (given?.kind !== Kind.LIST) return lengthOf(given ? literal(given) : argument.defaultValue);
  return given.values.length;
}

function variableDefault(name: string, operation: OperationDefinitionNode): unknown {
  const definition = operation.variableDefinitions?.find(
    ({ variable }) => variable.name.value === name,
  );
  return definition?.defaultValue && literal(definition.defaultValue);
}

const literal = (value: ValueNode): unknown => valueFromASTUntyped(value);

/** What is no number is refused elsewhere. */
function pageLength(value: unknown): number {
  return typeof value === "number" && value > 0 ? value : 0;
}

/** A single value stands for a list of one. */
function itemsIn(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return value === undefined || value === null ? 0 : 1;
}
