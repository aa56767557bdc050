import { isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from "graphql";
import type { RequestContext } from "./context.js";
import type { DepartmentDefinition } from "./define.js";
import { relationRecords } from "./record-origin.js";
import { relationColumns } from "./relation.js";

/**
 * Keys are selected for whoever reaches a record, whatever its rights: as fields they answer only to
 * those who may read them, as if the database had not given the column.
 */
export function guardKeys(schema: GraphQLSchema, { records }: DepartmentDefinition): void {
  for (const { type: name, relation, always, division } of relationRecords(records)) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    for (const [property, column] of Object.entries(relationColumns(relation))) {
      const field = type.getFields()[property];
      if (!field || field.resolve) continue;
      if (column !== division && !always.includes(column)) continue;
      const coordinate = `${name}.${property}`;
      const resolve: GraphQLFieldResolver<Record<string, unknown>, RequestContext> = (
        source,
        _args,
        context,
      ) => (context.mayDisclose(coordinate) ? source[property] : null);
      field.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
    }
  }
}
