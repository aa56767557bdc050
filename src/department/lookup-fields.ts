import type { GraphQLFieldResolver } from "graphql";
import type { RequestContext } from "./context.js";
import type { LiveLoader } from "./live/live-loader.js";
import type { Loader } from "./loader.js";

/** A field that is nothing but a look-up by one property of its source. */
export interface LookupField {
  readonly loader: Loader<unknown> | LiveLoader<unknown>;
  /** Name of the property that holds the key. */
  readonly by: string;
}

/** The name under which a field's GraphQL extensions say that it is a look-up. */
export const LOOKUP = "lookup";

/** Stands for the value of a property of the source that nobody has. */
const MARK = "\u0000";

/**
 * What a resolver looks up, where that is all it does: it is run once on a source whose properties
 * are their own names, in a context that can do nothing but tell what it was asked to load.
 */
export function lookupIn(
  resolve: GraphQLFieldResolver<unknown, RequestContext>,
): LookupField | null {
  const source = new Proxy({}, { get: (_source, property) => `${MARK}${String(property)}` });
  const answer = {};
  let asked: { readonly loader: LookupField["loader"]; readonly key: unknown } | undefined;
  const context = {
    load(loader: LookupField["loader"], key: unknown) {
      asked = { loader, key };
      return answer;
    },
  };
  try {
    const answered: unknown = resolve(source, {}, context as never, undefined as never);
    if (answered instanceof Promise) answered.catch(() => undefined);
    const isKey = typeof asked?.key === "string" && asked.key.startsWith(MARK);
    if (answered !== answer || !asked || !isKey) return null;
    return { loader: asked.loader, by: String(asked.key).slice(MARK.length) };
  } catch {
    return null;
  }
}
