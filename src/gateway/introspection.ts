import {
  execute,
  getOperationAST,
  Kind,
  visit,
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type GraphQLSchema,
} from "graphql";
import type { AuthorizedOperation, Executor } from "./executor.js";

const isIntrospection = (field: FieldNode) =>
  field.name.value === "__schema" || field.name.value === "__type";

/** Whether an operation asks for the schema itself; `__schema` and `__type` stand nowhere but at the root. */
export function asksForSchema(document: DocumentNode): boolean {
  let found = asking.get(document);
  if (found === undefined) {
    found = false;
    visit(document, {
      Field(node) {
        if (isIntrospection(node)) found = true;
      },
    });
    asking.set(document, found);
  }
  return found;
}

const asking = new WeakMap<DocumentNode, boolean>();

/**
 * Answers introspection from the caller's visible schema and everything else from the departments,
 * merged under the names the operation gave them.
 */
export async function executeWithIntrospection(
  operation: AuthorizedOperation,
  visible: GraphQLSchema,
  departments: Executor,
): Promise<ExecutionResult> {
  const chosen = onlyOperation(operation.document, operation.operationName);
  const about = onlyIntrospection(chosen);
  const rest = withoutIntrospection(chosen);
  const schemaResult = await execute({
    schema: visible,
    document: about,
    operationName: operation.operationName,
    variableValues: operation.variables,
  });
  const dataResult = rest ? await departments({ ...operation, document: rest }) : {};
  const errors = [...(schemaResult.errors ?? []), ...(dataResult.errors ?? [])];
  const failed = rest !== null && !dataResult.data;
  return {
    data: failed ? null : { ...dataResult.data, ...schemaResult.data },
    ...(errors.length > 0 ? { errors } : {}),
  };
}

/** The document without the operations that were not asked for. */
function onlyOperation(document: DocumentNode, operationName: string | null): DocumentNode {
  const chosen = getOperationAST(document, operationName);
  const definitions = document.definitions.filter(
    (node) => node === chosen || node.kind === Kind.FRAGMENT_DEFINITION,
  );
  return { ...document, definitions };
}

/** The document without data: root fields that are not introspection are taken out. */
function onlyIntrospection(document: DocumentNode): DocumentNode {
  let depth = 0;
  return withoutEmptySelections(
    visit(document, {
      Field: {
        enter(node) {
          if (depth === 0 && !isIntrospection(node)) return null;
          depth += 1;
          return undefined;
        },
        leave() {
          depth -= 1;
        },
      },
      FragmentDefinition(node) {
        // A fragment of the schema's own types stands whole; of the others only those at the root matter.
        if (reachesIntrospectionTypes(node)) return false;
        return node.typeCondition.name.value === "Query" ? undefined : null;
      },
    }),
  );
}

const reachesIntrospectionTypes = (node: { typeCondition: { name: { value: string } } }) =>
  node.typeCondition.name.value.startsWith("__");

function withoutIntrospection(document: DocumentNode): DocumentNode | null {
  const stripped = withoutEmptySelections(
    visit(document, {
      Field: (node) => (isIntrospection(node) ? null : undefined),
      FragmentDefinition: (node) => (reachesIntrospectionTypes(node) ? null : undefined),
    }),
  );
  return stripped.definitions.some((node) => node.kind === Kind.OPERATION_DEFINITION)
    ? stripped
    : null;
}

/** Takes out what an earlier pass emptied, and the spreads of fragments that are gone. */
function withoutEmptySelections(document: DocumentNode): DocumentNode {
  const names = (node: DocumentNode) =>
    new Set(
      node.definitions.flatMap((definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION ? [definition.name.value] : [],
      ),
    );
  const known = names(document);
  const isEmpty = (node: { selectionSet?: { selections: readonly unknown[] } }) =>
    node.selectionSet?.selections.length === 0 ? null : undefined;
  const cleaned = visit(document, {
    FragmentSpread: (node) => (known.has(node.name.value) ? undefined : null),
    Field: { leave: isEmpty },
    InlineFragment: { leave: isEmpty },
    FragmentDefinition: { leave: isEmpty },
    OperationDefinition: { leave: isEmpty },
  });
  return names(cleaned).size === known.size && cleaned === document
    ? cleaned
    : withoutEmptySelections(cleaned);
}
