import {
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  Kind,
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionNode,
} from "graphql";
import { SourceFailure } from "../department/live/source-failure.js";

/** What is selected of an object: the fields by the names they are answered under. */
type Selected = ReadonlyMap<string, readonly FieldNode[]>;

/**
 * Checks that an answer has the shape that the operation asks for: what is no list where a list was
 * asked for, or an object where a text was, goes no further than here.
 * @param name of the subgraph, for the failure's text, which holds nothing of the answer
 * @throws SourceFailure ANSWER_MALFORMED, naming the coordinate.
 */
export function checkShape(
  name: string,
  schema: GraphQLSchema,
  document: DocumentNode,
  { data }: ExecutionResult,
): void {
  if (data === null) return;
  new ShapeCheck(name, schema, document).operation(data);
}

class ShapeCheck {
  private readonly fragments;

  constructor(
    private readonly name: string,
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
  ) {
    this.fragments = new Map(
      document.definitions.flatMap((node) =>
        node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
      ),
    );
  }

  operation(data: unknown): void {
    for (const node of this.document.definitions) {
      if (node.kind !== Kind.OPERATION_DEFINITION) continue;
      const root = this.schema.getRootType(node.operation);
      if (root) this.object(root, data, node.selectionSet.selections, root.name);
    }
  }

  private value(
    type: GraphQLOutputType,
    value: unknown,
    nodes: readonly FieldNode[],
    at: string,
  ): void {
    if (isNonNullType(type)) {
      if (value === null) throw this.malformed(at);
      return this.value(type.ofType, value, nodes, at);
    }
    if (value === null) return;
    if (isListType(type)) {
      if (!Array.isArray(value)) throw this.malformed(at);
      for (const item of value) this.value(type.ofType, item, nodes, at);
      return;
    }
    if (isLeafType(type)) {
      if (!isLeaf(type, value)) throw this.malformed(at);
      return;
    }
    const selections = nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
    const concrete = isAbstractType(type) ? this.typeNamed(value, at) : type;
    this.object(concrete, value, selections, at);
  }

  private object(
    type: GraphQLObjectType,
    value: unknown,
    selections: readonly SelectionNode[],
    at: string,
  ): void {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw this.malformed(at);
    }
    for (const [key, nodes] of this.selected(type, selections, new Map())) {
      const [{ name }] = nodes as [FieldNode];
      const field = type.getFields()[name.value];
      if (!field) continue;
      const coordinate = `${type.name}.${name.value}`;
      if (!Object.hasOwn(value, key)) {
        if (nodes.every(isConditional)) continue;
        throw this.malformed(coordinate);
      }
      this.value(field.type, (value as Record<string, unknown>)[key], nodes, coordinate);
    }
  }

  /** What applies to objects of a type, fragments included. */
  private selected(
    type: GraphQLObjectType,
    selections: readonly SelectionNode[],
    into: Map<string, FieldNode[]>,
  ): Selected {
    for (const node of selections) {
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        into.set(key, [...(into.get(key) ?? []), node]);
        continue;
      }
      const fragment =
        node.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(node.name.value) : node;
      const isConditioned = isConditional(node);
      const condition = fragment?.typeCondition?.name.value;
      if (!fragment || isConditioned || !this.applies(type, condition)) continue;
      this.selected(type, fragment.selectionSet.selections, into);
    }
    return into;
  }

  private applies(type: GraphQLObjectType, condition: string | undefined): boolean {
    if (condition === undefined || condition === type.name) return true;
    const wider = this.schema.getType(condition);
    return isAbstractType(wider) && this.schema.isSubType(wider, type);
  }

  private typeNamed(value: unknown, at: string): GraphQLObjectType {
    const named = (value as { readonly __typename?: unknown } | null)?.__typename;
    const type = typeof named === "string" ? this.schema.getType(named) : undefined;
    if (!isObjectType(type)) throw this.malformed(at);
    return type;
  }

  private malformed(at: string): SourceFailure {
    return new SourceFailure("ANSWER_MALFORMED", `${this.name} answered ${at} in another shape`);
  }
}

const isConditional = ({ directives = [] }: SelectionNode) => directives.length > 0;

/** Scalars of the hub's own are texts, numbers or truth values; those of the desk, which hold any JSON, begin with an underscore. */
function isLeaf(type: GraphQLLeafType, value: unknown): boolean {
  if (isEnumType(type) && typeof value !== "string") return false;
  if (!isEnumType(type) && !isSpecifiedScalarType(type)) {
    return type.name.startsWith("_") || typeof value !== "object";
  }
  try {
    type.parseValue(value);
    return true;
  } catch {
    return false;
  }
}
