import { composeServices } from "@theguild/federation-composition";
import { parse } from "graphql";
import type { Subgraph } from "../department/subgraph.js";

/** The departments' schemas as one. */
export interface Composition {
  /** The supergraph that any federation router can run. */
  readonly supergraphSdl: string;
  /** The schema that clients see, before what a caller may not read is taken out. */
  readonly apiSdl: string;
}

/** Departments that do not fit together; `problems` lists every conflict. */
export class CompositionError extends Error {
  readonly code = "COMPOSITION_FAILED";
  constructor(readonly problems: readonly string[]) {
    super(`the departments' schemas do not compose:\n  ${problems.join("\n  ")}`);
  }
}

/**
 * Composes subgraphs into a supergraph; `urls` tells where each is served.
 * @throws CompositionError naming every conflict.
 */
export function compose(
  subgraphs: readonly Pick<Subgraph, "identity" | "sdl">[],
  urls: (slug: string) => string,
): Composition {
  const result = composeServices(
    subgraphs.map(({ identity, sdl }) => ({
      name: identity.slug,
      url: urls(identity.slug),
      typeDefs: parse(sdl),
    })),
  );
  if (result.errors) throw new CompositionError(result.errors.map((error) => error.message));
  return { supergraphSdl: result.supergraphSdl, apiSdl: result.publicSdl };
}
