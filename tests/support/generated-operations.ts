import fc from "fast-check";
import {
  getNamedType,
  isLeafType,
  isObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";

/** Depth of selections below a root field. */
const DEPTH = 4;

/** Root fields with arguments that lead to data. */
export function rootFields(ids: readonly string[], idNumbers: readonly string[]) {
  const one = <T>(values: readonly T[]) => fc.constantFrom(...values);
  return {
    household: one(ids).map((id) => `household(id: "${id}")`),
    households: fc
      .array(one(ids), { minLength: 1, maxLength: 12 })
      .map((some) => `households(ids: ${JSON.stringify(some)})`),
    person: one(idNumbers).map((idNumber) => `person(idNumber: "${idNumber}")`),
    searchHouseholds: fc.integer({ min: 1, max: 9 }).map((n) => `searchHouseholds(first: ${n})`),
  };
}

/** Valid operations on a schema: random roots, fields, aliases, inline fragments and repetitions. */
export function operations(
  schema: GraphQLSchema,
  roots: ReturnType<typeof rootFields>,
): fc.Arbitrary<string> {
  const query = schema.getQueryType();
  const calls = Object.entries(roots).flatMap(([name, call]) => {
    const type = query?.getFields()[name]?.type;
    const result = type && getNamedType(type);
    return isObjectType(result)
      ? [fc.tuple(call, selections(result, DEPTH)).map(([text, inside]) => `${text} ${inside}`)]
      : [];
  });
  return fc
    .array(fc.oneof(...calls), { minLength: 1, maxLength: 3 })
    .map((some) => `{ ${some.map((call, index) => `r${index}: ${call}`).join(" ")} }`);
}

function selections(type: GraphQLObjectType, depth: number): fc.Arbitrary<string> {
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const result = getNamedType(field.type);
    if (isLeafType(result)) {
      return [fc.constantFrom(field.name, `${field.name}_again: ${field.name}`)];
    }
    return isObjectType(result) && depth > 0
      ? [selections(result, depth - 1).map((inside) => `${field.name} ${inside}`)]
      : [];
  });
  return fc
    .tuple(fc.array(fc.oneof(...fields), { minLength: 1, maxLength: 5 }), fc.boolean())
    .map(([some, typed]) => {
      const inside = [...new Set(["__typename", ...some])].join(" ");
      return typed ? `{ ... on ${type.name} { ${inside} } }` : `{ ${inside} }`;
    });
}
