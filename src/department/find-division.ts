import type { RequestContext } from "./context.js";

/**
 * The division of an entity by its key, which only its home department knows: null where nobody
 * knows the entity, and a division that is in nobody's jurisdiction where this process does not
 * reach its home department or the row is kept from this caller.
 */
export type FindDivision = (
  type: string,
  key: string,
  context: RequestContext,
) => Promise<string | null>;
