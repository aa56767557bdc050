import {
  getNamedType,
  getOperationAST,
  isAbstractType,
  isCompositeType,
  isInputObjectType,
  Kind,
  typeFromAST,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";

/** Everything an operation reads or filters by, before its variables are known. */
export interface OperationCoordinates {
  /** Coordinates of selected fields, `Person.name`, in the order of first mention. */
  readonly fields: readonly string[];
  /** Coordinates of input fields written in the operation, `HouseholdFilter.township`. */
  readonly inputs: readonly string[];
  /** Variables whose input fields must be collected from the request's values. */
  readonly variables: readonly { readonly name: string; readonly type: GraphQLInputType }[];
}

/**
 * Collects every coordinate that an operation can reach: fragments followed, interfaces and unions
 * expanded to those of their object types that every enclosing condition allows, `@include` and `@skip` ignored. Introspection fields carry no
 * data and are left out. The document must be valid against the schema.
 */
export function operationCoordinates(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName?: string | null,
): OperationCoordinates {
  const collector = new Collector(schema, document);
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (root) collector.selections([root], operation.selectionSet);
  const variables = (operation?.variableDefinitions ?? []).flatMap((definition) => {
    const type = typeFromAST(schema, definition.type as never) as GraphQLInputType | undefined;
    const holdsInputs = type && isInputObjectType(getNamedType(type));
    if (holdsInputs && definition.defaultValue) collector.input(type, definition.defaultValue);
    return holdsInputs ? [{ name: definition.variable.name.value, type }] : [];
  });
  return { fields: [...collector.fields], inputs: [...collector.inputs], variables };
}

/** The input-field coordinates in the values that a request gave to its variables. */
export function variableInputs(
  coordinates: OperationCoordinates,
  values: Readonly<Record<string, unknown>> | null | undefined,
): string[] {
  return coordinates.variables.flatMap(({ name, type }) => inputsIn(type, values?.[name]));
}

/** The input-field coordinates in a value of an input type. */
export function inputsIn(type: GraphQLInputType, value: unknown): string[] {
  const found = new Set<string>();
  collectValue(type, value, found);
  return [...found];
}

function collectValue(type: GraphQLInputType, value: unknown, found: Set<string>): void {
  const named = getNamedType(type);
  if (!isInputObjectType(named) || value === null || typeof value !== "object") return;
  if (Array.isArray(value)) {
    for (const item of value) collectValue(named, item, found);
    return;
  }
  const fields = named.getFields();
  for (const [name, item] of Object.entries(value)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field) continue;
    found.add(`${named.name}.${name}`);
    collectValue(field.type, item, found);
  }
}

class Collector {
  readonly fields = new Set<string>();
  readonly inputs = new Set<string>();
  /** The object types that each fragment has been walked for. */
  private readonly walked = new Map<string, Set<GraphQLObjectType>>();
  private readonly fragments = new Map<string, FragmentDefinitionNode>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
  ) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) {
        this.fragments.set(definition.name.value, definition);
      }
    }
  }

  /** Walks a selection on any object of one of the types. */
  selections(types: readonly GraphQLObjectType[], selectionSet: SelectionSetNode): void {
    for (const selection of selectionSet.selections) {
      if (selection.kind === Kind.FIELD) this.field(types, selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        this.selections(
          this.narrowed(types, selection.typeCondition?.name.value),
          selection.selectionSet,
        );
      } else this.fragment(types, selection.name.value);
    }
  }

  input(type: GraphQLInputType, value: ValueNode): void {
    const named = getNamedType(type);
    if (!isInputObjectType(named)) return;
    if (value.kind === Kind.LIST) for (const item of value.values) this.input(named, item);
    if (value.kind !== Kind.OBJECT) return;
    for (const part of value.fields) {
      const field = named.getFields()[part.name.value];
      if (!field) continue;
      this.inputs.add(`${named.name}.${field.name}`);
      this.input(field.type, part.value);
    }
  }

  private field(types: readonly GraphQLObjectType[], node: FieldNode): void {
    const name = node.name.value;
    if (name.startsWith("__")) return;
    const results = new Set<GraphQLObjectType>();
    for (const type of types) {
      const field = type.getFields()[name];
      if (!field) continue;
      this.fields.add(`${type.name}.${name}`);
      for (const argument of node.arguments ?? []) {
        const declared = field.args.find((candidate) => candidate.name === argument.name.value);
        if (declared) this.input(declared.type, argument.value);
      }
      const result = getNamedType(field.type);
      if (isCompositeType(result)) this.objectTypes(result).forEach((one) => results.add(one));
    }
    if (node.selectionSet) this.selections([...results], node.selectionSet);
  }

  /** Each fragment is walked once for an object type, so that nested spreads cost no more than their size. */
  private fragment(types: readonly GraphQLObjectType[], name: string): void {
    const fragment = this.fragments.get(name);
    if (!fragment) return;
    const walked = this.walked.get(name) ?? new Set<GraphQLObjectType>();
    this.walked.set(name, walked);
    const fresh = this.narrowed(types, fragment.typeCondition.name.value).filter(
      (type) => !walked.has(type),
    );
    if (fresh.length === 0) return;
    fresh.forEach((type) => walked.add(type));
    this.selections(fresh, fragment.selectionSet);
  }

  private narrowed(
    types: readonly GraphQLObjectType[],
    condition: string | undefined,
  ): readonly GraphQLObjectType[] {
    const type = condition === undefined ? undefined : this.schema.getType(condition);
    if (!isCompositeType(type)) return types;
    const wanted = this.objectTypes(type);
    return types.filter((candidate) => wanted.includes(candidate));
  }

  private objectTypes(type: GraphQLCompositeType): readonly GraphQLObjectType[] {
    return isAbstractType(type) ? this.schema.getPossibleTypes(type) : [type];
  }
}
