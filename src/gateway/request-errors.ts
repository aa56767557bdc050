import {
  GraphQLError,
  validate,
  visit,
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
} from "graphql";

/**
 * The validation errors of a document as one caller may see them: against its visible schema, so
 * that neither messages nor suggestions speak of anything else. A malformed argument keeps the
 * code BAD_USER_INPUT and names the argument.
 */
export function visibleValidationErrors(
  visible: GraphQLSchema,
  document: DocumentNode,
): GraphQLError[] {
  return validate(visible, document).map((error) =>
    error.extensions["code"] === "BAD_USER_INPUT"
      ? withArgument(error, document)
      : new GraphQLError(error.message, {
          nodes: error.nodes,
          extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
        }),
  );
}

function withArgument(error: GraphQLError, document: DocumentNode): GraphQLError {
  const [node] = error.nodes ?? [];
  const argument = node && enclosingArgument(document, node);
  return new GraphQLError(error.message, {
    nodes: error.nodes,
    extensions: { ...error.extensions, ...(argument ? { argument } : {}) },
  });
}

/** Path of the argument that a value stands in, `filter.township`. */
function enclosingArgument(document: DocumentNode, value: ASTNode): string | undefined {
  let found: string | undefined;
  visit(document, {
    enter(node, _key, parent, _path, ancestors) {
      if (node !== value || !parent) return;
      found = [...ancestors, parent]
        .filter((ancestor): ancestor is ASTNode => "kind" in ancestor)
        .flatMap((ancestor) =>
          ancestor.kind === "Argument" || ancestor.kind === "ObjectField"
            ? [ancestor.name.value]
            : [],
        )
        .join(".");
    },
  });
  return found;
}
