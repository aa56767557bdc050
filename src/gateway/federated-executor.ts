import {
  buildASTSchema,
  GraphQLError,
  Kind,
  parse,
  type DocumentNode,
  type ExecutionResult,
  type SelectionSetNode,
} from "graphql";
import type { OperationContext } from "../department/operation-context.js";
import type { Executor } from "./executor.js";
import { separateRepeatedFields } from "./repeated-fields.js";
import { giveNamesBack, setNamesAside } from "./reserved-names.js";

/** One request of the query planner to a department. */
export interface SubgraphRequest {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: OperationContext;
}

/** Asks one department; rejects when it cannot be reached or answers no GraphQL. */
export type AskSubgraph = (request: SubgraphRequest) => Promise<ExecutionResult>;

/** Turns a department's failure into the error its fields are answered with. */
export type DescribeFailure = (slug: string, error: unknown) => GraphQLError;

interface PlannerRequest {
  readonly document: DocumentNode;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly context: OperationContext;
}

/**
 * Runs operations through a query planner, asking each department for its part. A department that
 * fails becomes an error at each of its fields, and the rest of the answer stands.
 */
export async function federatedExecutor(
  supergraphSdl: string,
  departments: ReadonlyMap<string, AskSubgraph>,
  describeFailure: DescribeFailure,
): Promise<Executor> {
  const bySubgraph = bySupergraphName(departments);
  const onSubgraphExecute = async (name: string, request: PlannerRequest) => {
    const [slug, ask] = bySubgraph.get(name.toLowerCase()) ?? [name, undefined];
    const variables = request.variables ?? {};
    try {
      if (!ask) throw new Error(`no department serves the subgraph ${name}`);
      return await ask({ document: request.document, variables, context: request.context });
    } catch (error) {
      return failedEverywhere(request.document, variables, describeFailure(slug, error));
    }
  };
  // Slow to load, and for nothing where every department is in this process.
  const { unifiedGraphHandler } = await import("@graphql-hive/router-runtime");
  const { executor } = await unifiedGraphHandler({
    unifiedGraph: buildASTSchema(parse(supergraphSdl), { assumeValid: true }),
    getUnifiedGraphSDL: () => supergraphSdl,
    onSubgraphExecute: onSubgraphExecute as never,
  });
  if (!executor) throw new Error("the query planner gave no executor");
  return async ({ document, operationName, variables, context }) => {
    const asked = setNamesAside(document);
    const result = (await executor({
      document: separateRepeatedFields(asked),
      variables: { ...variables },
      context,
      ...(operationName === null ? {} : { operationName }),
    })) as ExecutionResult;
    return asked === document ? result : giveNamesBack(result);
  };
}

/** A supergraph names subgraphs in capitals, with underscores for dashes. */
function bySupergraphName(departments: ReadonlyMap<string, AskSubgraph>) {
  return new Map(
    [...departments].flatMap(([slug, ask]) => [
      [slug, [slug, ask] as const],
      [slug.replaceAll("-", "_"), [slug, ask] as const],
    ]),
  );
}

/** The answer of a department that gave none: the error at every field it was asked for. */
function failedEverywhere(
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  error: GraphQLError,
): ExecutionResult {
  const data: Record<string, unknown> = {};
  const errors: GraphQLError[] = [];
  for (const [name, argument, selections] of rootFields(document)) {
    const representations = argument === undefined ? undefined : variables[argument];
    if (!Array.isArray(representations)) {
      data[name] = null;
      errors.push(at(error, [name]));
      continue;
    }
    data[name] = representations.map(() => null);
    for (const index of representations.keys()) {
      for (const field of responseKeys(selections)) errors.push(at(error, [name, index, field]));
    }
  }
  return { data, errors };
}

function at(error: GraphQLError, path: readonly (string | number)[]): GraphQLError {
  const { message, extensions, originalError } = error;
  return new GraphQLError(message, { path, extensions, originalError });
}

type RootField = readonly [
  name: string,
  variable: string | undefined,
  SelectionSetNode | undefined,
];

/** The root fields of a planner's operation: response name, the variable with representations, selections. */
function rootFields(document: DocumentNode): RootField[] {
  return document.definitions.flatMap((definition) =>
    definition.kind !== Kind.OPERATION_DEFINITION
      ? []
      : definition.selectionSet.selections.flatMap((node): RootField[] => {
          if (node.kind !== Kind.FIELD) return [];
          const argument = node.arguments?.find(({ name }) => name.value === "representations");
          const variable =
            argument?.value.kind === Kind.VARIABLE ? argument.value.name.value : undefined;
          return [[node.alias?.value ?? node.name.value, variable, node.selectionSet]];
        }),
  );
}

function responseKeys(selections: SelectionSetNode | undefined): string[] {
  const keys = (selections?.selections ?? []).flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node.alias?.value ?? node.name.value];
    return node.kind === Kind.INLINE_FRAGMENT ? responseKeys(node.selectionSet) : [];
  });
  return keys.filter((key) => key !== "__typename");
}
