import {
  defaultFieldResolver,
  getNamedType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from "graphql";
import { isWithin } from "../codes/division-code.js";
import { HubError } from "../errors.js";
import type { RequestContext } from "./context.js";
import type { EntityDefinition } from "./define.js";

/**
 * Puts the caller's jurisdiction before every field of a home department that gives out an entity:
 * an object outside it becomes an error at its own path, and its siblings survive.
 */
export function guardJurisdiction(
  schema: GraphQLSchema,
  entities: Readonly<Record<string, EntityDefinition>>,
): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      const named = getNamedType(field.type);
      const entity = Object.hasOwn(entities, named.name) ? entities[named.name] : undefined;
      const division = entity?.division?.bind(entity);
      if (!division) continue;
      const resolve: GraphQLFieldResolver<unknown, RequestContext> =
        field.resolve ?? defaultFieldResolver;
      field.resolve = async (source, args, context, info) => {
        const found: unknown = await resolve(source, args, context as RequestContext, info);
        const { caller, resources } = context as RequestContext;
        if (!resources.walls.rows) return found;
        const admit = (item: unknown) =>
          item === null || item === undefined || item instanceof Error
            ? item
            : admitted(item, division(item as never), caller.jurisdiction);
        return Array.isArray(found) ? found.map(admit) : admit(found);
      };
    }
  }
}

function admitted(
  item: unknown,
  division: string | null | undefined,
  jurisdiction: readonly string[],
): unknown {
  if (division && isWithin(division, jurisdiction)) return item;
  return new HubError("OUT_OF_JURISDICTION", "outside the divisions that this caller serves");
}
