import type { RequestContext } from "./context.js";
import type { Subgraph } from "./subgraph.js";

/** A division that no jurisdiction holds. */
const SOMEWHERE_ELSE = "";

/** Tells where an entity lives, which only its home department knows. */
export type FindDivision = (
  type: string,
  key: string,
  context: RequestContext,
) => Promise<string | null>;

/**
 * The division of an entity by its key: null where nobody knows the entity, and a division that is
 * in nobody's jurisdiction where its home department is not in this process or keeps the row from
 * this caller.
 */
export function findDivision(departments: readonly Subgraph[]): FindDivision {
  return async (type, key, context) => {
    for (const { definition } of departments) {
      const entity = Object.hasOwn(definition.entities, type)
        ? definition.entities[type]
        : undefined;
      if (!entity?.division) continue;
      const found = await entity.find(key, context);
      if (found === null || found === undefined) return null;
      return entity.division(found as never) ?? SOMEWHERE_ELSE;
    }
    return SOMEWHERE_ELSE;
  };
}
