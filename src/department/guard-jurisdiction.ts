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
      if (!entity?.division) continue;
      const resolve: GraphQLFieldResolver<unknown, RequestContext> =
        field.resolve ?? defaultFieldResolver;
      const admit = admission(named.name, entity);
      const admitAll = (found: unknown, context: RequestContext): unknown =>
        Array.isArray(found)
          ? found.map((item: unknown) => admit(item, context))
          : admit(found, context);
      const guarded: GraphQLFieldResolver<unknown, RequestContext> = (
        source,
        args,
        context,
        info,
      ) => {
        const found: unknown = resolve(source, args, context, info);
        return found instanceof Promise
          ? found.then((item: unknown) => admitAll(item, context))
          : admitAll(found, context);
      };
      field.resolve = guarded as GraphQLFieldResolver<unknown, unknown>;
    }
  }
}

/** Lets an entity through within the caller's divisions, and remembers that the answer draws on it. */
function admission(type: string, entity: EntityDefinition) {
  return (item: unknown, context: RequestContext): unknown => {
    if (item === null || item === undefined || item instanceof Error) return item;
    const division = entity.division?.(item as never);
    const admitted = division && isWithin(division, context.caller.jurisdiction);
    if (!admitted && context.resources.walls.rows) {
      return new HubError("OUT_OF_JURISDICTION", "outside the divisions that this caller serves");
    }
    if (admitted) context.concern(type, entity.key(item as never));
    return item;
  };
}
