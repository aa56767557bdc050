import {
  isObjectType,
  Kind,
  visit,
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type GraphQLSchema,
  type InlineFragmentNode,
} from "graphql";
import { SourceFailure } from "../department/live/source-failure.js";

/** The entity look-up of a subgraph. */
const ENTITIES = "_entities";

/** What is asked besides: what an entity is, and who. */
const IDENTITY: readonly FieldNode[] = ["__typename", "ref"].map((value) => ({
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value },
}));

/** The operation, asking besides for type and reference of every entity that is looked up. */
export function withReferences(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  return visit(document, {
    Field: (node) => {
      if (node.name.value !== ENTITIES || !node.selectionSet) return undefined;
      const selections = node.selectionSet.selections.map((selection) =>
        selection.kind === Kind.INLINE_FRAGMENT && isSealed(schema, selection)
          ? withReference(selection)
          : selection,
      );
      return { ...node, selectionSet: { ...node.selectionSet, selections } };
    },
  });
}

function isSealed(schema: GraphQLSchema, { typeCondition }: InlineFragmentNode): boolean {
  const type = typeCondition && schema.getType(typeCondition.name.value);
  return isObjectType(type) && "ref" in type.getFields();
}

function withReference(fragment: InlineFragmentNode): InlineFragmentNode {
  const selections = [...IDENTITY, ...fragment.selectionSet.selections];
  return { ...fragment, selectionSet: { ...fragment.selectionSet, selections } };
}

interface Entity {
  readonly __typename?: string;
  readonly ref?: unknown;
}

/**
 * Checks that a subgraph answered for each entity asked for, in that order, about that entity and no
 * other: its own reference must lead to the same.
 * @param unseal opens a reference; null for one that does not open
 * @throws SourceFailure ANSWER_MALFORMED where one is missing, or is somebody else.
 */
export function checkEntities(
  name: string,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  { data }: ExecutionResult,
  unseal: (type: string, reference: unknown) => string | null,
): void {
  for (const [key, variable] of entityFields(document)) {
    const asked = variables[variable] as readonly Entity[];
    const answered = (data?.[key] ?? null) as readonly (Entity | null)[] | null;
    if (answered === null) continue;
    if (answered.length !== asked.length) {
      throw new SourceFailure("ANSWER_MALFORMED", `${name} left out what it was asked for`);
    }
    for (const [place, entity] of answered.entries()) {
      const { __typename: type = "", ref } = asked[place] as Entity;
      if (entity === null || ref === undefined) continue;
      if (entity.__typename !== type || unseal(type, entity.ref) !== unseal(type, ref)) {
        throw new SourceFailure("ANSWER_MALFORMED", `${name} answered about somebody else`);
      }
    }
  }
}

/** Under which name each entity look-up is answered, and the variable with what is asked for. */
function entityFields(document: DocumentNode): (readonly [key: string, variable: string])[] {
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? definition.selectionSet.selections.flatMap((node) => {
          if (node.kind !== Kind.FIELD || node.name.value !== ENTITIES) return [];
          const argument = node.arguments?.find(({ name }) => name.value === "representations");
          return argument?.value.kind === Kind.VARIABLE
            ? [[node.alias?.value ?? node.name.value, argument.value.name.value] as const]
            : [];
        })
      : [],
  );
}
