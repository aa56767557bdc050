import {
  getNamedType,
  isInputObjectType,
  isListType,
  getNullableType,
  Kind,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type SelectionSetNode,
  type VariableDefinitionNode,
} from "graphql";

/** The fields of a query that the caller's schema does not have, as coordinates; not what stands below them. */
export function invisibleFields(schema: GraphQLSchema, document: DocumentNode): string[] {
  const found = new Set<string>();
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        const missing = missingField(types, node);
        if (missing !== null) found.add(missing);
      },
    }),
  );
  return [...found];
}

/**
 * The query without what the caller's schema does not have: fields with all below them, fields of
 * filters, fragments of other types, and what nothing needs any more.
 * @returns null where nothing of it is left
 */
export function visiblePart(schema: GraphQLSchema, document: DocumentNode): DocumentNode | null {
  const types = new TypeInfo(schema);
  const seen: DocumentNode = visit(
    document,
    visitWithTypeInfo(types, {
      Field: (node) => (missingField(types, node) === null ? undefined : null),
      Argument: () => (types.getArgument() ? undefined : null),
      ObjectField(node) {
        const type = types.getParentInputType();
        const named = type && getNamedType(type);
        return isInputObjectType(named) && !named.getFields()[node.name.value] ? null : undefined;
      },
      InlineFragment: ({ typeCondition }) =>
        typeCondition && !schema.getType(typeCondition.name.value) ? null : undefined,
      FragmentDefinition: ({ typeCondition }) =>
        schema.getType(typeCondition.name.value) ? undefined : null,
      VariableDefinition: ({ type }) => (typeFromAST(schema, type as never) ? undefined : null),
    }),
  );
  const tidied = withoutLeftovers(seen);
  return tidied.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION) ? tidied : null;
}

/** The values of variables without the fields of inputs that the caller's schema does not have. */
export function visibleVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const declared = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? (definition.variableDefinitions ?? []) : [],
  );
  const entries = declared.flatMap(({ variable, type }: VariableDefinitionNode) => {
    const name = variable.name.value;
    const known = typeFromAST(schema, type as never) as GraphQLInputType | undefined;
    return name in variables ? [[name, visibleValue(known, variables[name])] as const] : [];
  });
  return Object.fromEntries(entries);
}

function visibleValue(type: GraphQLInputType | undefined, value: unknown): unknown {
  const nullable = type && getNullableType(type);
  if (isListType(nullable) && Array.isArray(value)) {
    return value.map((item) => visibleValue(nullable.ofType, item));
  }
  if (!isInputObjectType(nullable) || typeof value !== "object" || value === null) return value;
  const fields = nullable.getFields();
  const known = Object.entries(value).filter(([name]) => name in fields);
  return Object.fromEntries(
    known.map(([name, inner]) => [name, visibleValue(fields[name]?.type, inner)]),
  );
}

function missingField(types: TypeInfo, node: FieldNode): string | null {
  const parent = types.getParentType();
  const isMissing = parent && !types.getFieldDef() && node.name.value !== "__typename";
  return isMissing ? `${parent.name}.${node.name.value}` : null;
}

/** Takes out what an earlier pass emptied, spreads of fragments that are gone, and what is not used. */
function withoutLeftovers(document: DocumentNode): DocumentNode {
  const known = new Set<string>();
  const spread = new Set<string>();
  visit(document, {
    FragmentDefinition: ({ name }) => void known.add(name.value),
    FragmentSpread: ({ name }) => void spread.add(name.value),
  });
  const isEmpty = ({ selectionSet }: { readonly selectionSet?: SelectionSetNode | undefined }) =>
    selectionSet?.selections.length === 0 ? null : undefined;
  const cleaned: DocumentNode = visit(document, {
    FragmentSpread: ({ name }) => (known.has(name.value) ? undefined : null),
    Field: { leave: isEmpty },
    InlineFragment: { leave: isEmpty },
    FragmentDefinition: {
      leave: (node) => (spread.has(node.name.value) ? isEmpty(node) : null),
    },
    OperationDefinition: { leave: isEmpty },
  });
  return cleaned === document ? withoutUnusedVariables(document) : withoutLeftovers(cleaned);
}

function withoutUnusedVariables(document: DocumentNode): DocumentNode {
  const used = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(name.value),
  });
  return visit(document, {
    VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null),
  });
}
