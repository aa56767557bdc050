import { getNamedType, isNonNullType, isObjectType, type GraphQLSchema } from "graphql";
import type { Subgraph } from "../../department/subgraph.js";

/**
 * The shortest way from an entity to records of a type, as fields to select one within another;
 * empty for the entity itself, null where no field leads there. It passes through no other entity.
 */
export function wayTo(
  subgraphs: readonly Subgraph[],
  entity: string,
  type: string,
): readonly string[] | null {
  const schemas = subgraphs.map(({ schema }) => schema);
  const entities = new Set(subgraphs.flatMap(({ definition }) => Object.keys(definition.entities)));
  const known = new Set([entity]);
  let reached: { readonly type: string; readonly way: readonly string[] }[] = [
    { type: entity, way: [] },
  ];
  while (reached.length > 0) {
    const found = reached.find((one) => one.type === type);
    if (found) return found.way;
    reached = reached.flatMap(({ type: from, way }) =>
      stepsFrom(schemas, from).flatMap(({ field, to }) => {
        if (known.has(to) || entities.has(to)) return [];
        known.add(to);
        return [{ type: to, way: [...way, field] }];
      }),
    );
  }
  return null;
}

/** The fields of a type that lead to records without being told more. */
function stepsFrom(schemas: readonly GraphQLSchema[], from: string) {
  return schemas.flatMap((schema) => {
    const type = schema.getType(from);
    if (!isObjectType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) => {
      const to = getNamedType(field.type);
      const needs = field.args.some(({ type: argument }) => isNonNullType(argument));
      return isObjectType(to) && !needs ? [{ field: field.name, to: to.name }] : [];
    });
  });
}

/** Whether a field of a type has fields of its own. */
export function isComposite(schema: GraphQLSchema, type: string, field: string): boolean {
  const holder = schema.getType(type);
  const found = isObjectType(holder) ? holder.getFields()[field] : undefined;
  return found !== undefined && isObjectType(getNamedType(found.type));
}
