import {
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLObjectType,
} from "graphql";

/** Types that people and families are: of them a nested selection takes what they are known by alone. */
const WHOLE_RECORDS: readonly string[] = ["Household", "Person"];

/** Fields of a page of a list, which are no level of their own. */
const WRAPPERS: readonly string[] = ["edges", "node", "pageInfo"];

/** What takes no arguments that one has to know. */
const isPlain = (field: GraphQLField<unknown, unknown>) =>
  field.deprecationReason == null && !field.args.some(isRequiredArgument);

/** The plain fields of a type that lead to other objects. */
export function objectFields(
  type: GraphQLObjectType,
): { readonly field: GraphQLField<unknown, unknown>; readonly type: GraphQLObjectType }[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    return isPlain(field) && isObjectType(named) ? [{ field, type: named }] : [];
  });
}

/** Whether a type is a person or a family, which has records of its own below it. */
export function isWholeRecord(type: GraphQLObjectType): boolean {
  return WHOLE_RECORDS.includes(type.name);
}

/**
 * Selects the values of a type, and so many levels of the objects below it.
 * @returns the selection in braces; null where there would be nothing in it
 */
export function selectionOf(type: GraphQLObjectType, levels: number): string | null {
  const values = Object.values(type.getFields())
    .filter((field) => isPlain(field) && isLeafType(getNamedType(field.type)))
    .map(({ name }) => name);
  const below = objectFields(type).flatMap(({ field, type: inner }) => {
    const left = WRAPPERS.includes(field.name) ? levels : levels - 1;
    const inside = left < 0 ? null : selectionOf(inner, isWholeRecord(inner) ? 0 : left);
    return inside === null ? [] : [`${field.name} ${inside}`];
  });
  const chosen = [...values, ...below];
  return chosen.length === 0 ? null : `{ ${chosen.join(" ")} }`;
}
