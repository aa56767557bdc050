import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { askedLength, usualLength, type Length, type Variables } from "./list-length.js";

/** How many objects an operation's answer is expected to hold, as far as that is known without its variables. */
export interface RowEstimate {
  readonly fixed: number;
  /** Lists whose length a variable says. */
  readonly growing: readonly Growing[];
}

/** So many times what each item of a list comes to. */
interface Growing {
  readonly times: number;
  readonly length: (variables: Variables) => number;
  readonly each: RowEstimate;
}

const NONE: RowEstimate = { fixed: 0, growing: [] };

/** The number of objects with these variables. */
export function rowsWith({ fixed, growing }: RowEstimate, variables: Variables): number {
  return growing.reduce(
    (rows, { times, length, each }) => rows + times * length(variables) * rowsWith(each, variables),
    fixed,
  );
}

/**
 * Estimates an operation that is valid: every object once for each place it is asked at, lists as
 * long as an argument asks, or as they usually are, and the lists right below a page as long as the
 * page. Costs what the operation is long with its fragments written out, which is limited before.
 */
export function rowEstimate(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): RowEstimate {
  const root = schema.getRootType(operation.operation);
  if (!root) return NONE;
  return new Estimator(schema, document, operation).selection(
    root,
    operation.selectionSet,
    undefined,
  );
}

class Estimator {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
  ) {
    for (const node of document.definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(node.name.value, node);
    }
  }

  /** @param page the length of the page that the selection is made on; undefined where it is made on none */
  selection(
    type: GraphQLCompositeType,
    { selections }: SelectionSetNode,
    page: Length | undefined,
  ): RowEstimate {
    return sum(
      selections.map((node) => {
        if (node.kind === Kind.FIELD) return this.field(type, node, page);
        const fragment =
          node.kind === Kind.INLINE_FRAGMENT ? node : this.fragments.get(node.name.value);
        if (!fragment) return NONE;
        const condition = fragment.typeCondition?.name.value;
        const narrowed = condition === undefined ? type : this.schema.getType(condition);
        return isCompositeType(narrowed)
          ? this.selection(narrowed, fragment.selectionSet, page)
          : NONE;
      }),
    );
  }

  private field(
    parent: GraphQLCompositeType,
    node: FieldNode,
    page: Length | undefined,
  ): RowEstimate {
    const field = this.fieldOf(parent, node.name.value);
    const type = field && getNamedType(field.type);
    if (!field || !isCompositeType(type) || !node.selectionSet) return NONE;
    const isList = isListType(getNullableType(field.type));
    const asked = askedLength(field, node, this.operation, isList);
    const below = this.selection(type, node.selectionSet, isList ? undefined : asked);
    const each = { fixed: below.fixed + 1, growing: below.growing };
    return isList ? many(asked ?? page ?? this.usual(parent, field), each) : each;
  }

  private fieldOf(
    parent: GraphQLCompositeType,
    name: string,
  ): GraphQLField<unknown, unknown> | undefined {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  }

  private usual(parent: GraphQLCompositeType, field: GraphQLField<unknown, unknown>): number {
    const isOfTypes = parent.name === "__Schema" && field.name === "types";
    return isOfTypes ? Object.keys(this.schema.getTypeMap()).length : usualLength(field);
  }
}

function many(length: Length, each: RowEstimate): RowEstimate {
  if (typeof length === "function") return { fixed: 0, growing: [{ times: 1, length, each }] };
  return {
    fixed: length * each.fixed,
    growing: each.growing.map((list) => ({ ...list, times: length * list.times })),
  };
}

function sum(estimates: readonly RowEstimate[]): RowEstimate {
  return {
    fixed: estimates.reduce((total, { fixed }) => total + fixed, 0),
    growing: estimates.flatMap(({ growing }) => growing),
  };
}
