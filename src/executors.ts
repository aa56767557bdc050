import { execute } from "graphql";
import type { Resources } from "./department/context.js";
import type { DepartmentIdentity } from "./department/identity.js";
import { sourceUnavailable } from "./department/source-unavailable.js";
import type { Subgraph } from "./department/subgraph.js";
import { colocatedExecutor } from "./gateway/colocated-executor.js";
import { colocatedSchema } from "./gateway/colocated-schema.js";
import type { Executor } from "./gateway/executor.js";
import { federatedExecutor, type AskSubgraph } from "./gateway/federated-executor.js";
import type { Blueprint } from "./index.js";

/** Runs everything in this process: the composed schema, with and without the departments' shields. */
export function inOneProcess({ composition, subgraphs }: Blueprint) {
  const bare = colocatedSchema(
    composition.apiSdl,
    subgraphs.map(({ schema }) => schema),
  );
  const shielded = colocatedSchema(
    composition.apiSdl,
    subgraphs.map(({ shieldedSchema }) => shieldedSchema),
  );
  return { schema: bare, executor: colocatedExecutor(bare, shielded) };
}

/** Runs operations through a query planner, departments with a URL over HTTP and the others here. */
export function federated(
  { composition, subgraphs }: Blueprint,
  elsewhere: ReadonlyMap<string, AskSubgraph>,
  resources: Resources,
): Promise<Executor> {
  const asks = new Map<string, AskSubgraph>(
    subgraphs.map((subgraph) => {
      const { slug } = subgraph.identity;
      return [slug, elsewhere.get(slug) ?? askInProcess(subgraph)];
    }),
  );
  const identities = identitiesOf({ subgraphs });
  return federatedExecutor(composition.supergraphSdl, asks, (slug, error) => {
    const identity = identities(slug);
    resources.onSourceFailure(identity.name, error);
    return sourceUnavailable(identity, error);
  });
}

/** Who serves a subgraph. */
function identitiesOf({ subgraphs }: Pick<Blueprint, "subgraphs">) {
  const bySlug = new Map(subgraphs.map(({ identity }) => [identity.slug, identity]));
  return (slug: string): DepartmentIdentity =>
    bySlug.get(slug) ?? { slug, name: slug, english: slug };
}

/** Runs operations on one department, always behind its shield: it does not know who decided what. */
export function departmentAlone({
  federatedSchema,
  shieldedSchema,
}: Pick<Subgraph, "federatedSchema" | "shieldedSchema">): Executor {
  return ({ document, operationName, variables, context }) =>
    execute({
      schema: context.rules.walls.shield ? shieldedSchema : federatedSchema,
      document,
      operationName,
      variableValues: variables,
      contextValue: context,
    });
}

function askInProcess(subgraph: Subgraph): AskSubgraph {
  const run = departmentAlone(subgraph);
  return async ({ document, variables, context }) =>
    run({ document, source: "", operationName: null, variables, context });
}
