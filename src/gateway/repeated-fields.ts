import { Kind, visit, type DocumentNode, type SelectionNode } from "graphql";

const separated = new WeakMap<DocumentNode, DocumentNode>();

/**
 * Puts every repetition of a field with a selection of its own into an inline fragment: the same
 * operation, in a form in which the query planner's executor merges lists item by item. Given two
 * plain fields of one name it appends the second list to the first.
 */
export function separateRepeatedFields(document: DocumentNode): DocumentNode {
  const known = separated.get(document);
  if (known) return known;
  const result = visit(document, {
    SelectionSet: {
      leave(node) {
        const seen = new Set<string>();
        const selections = node.selections.map((selection) => separate(selection, seen));
        return { ...node, selections };
      },
    },
  });
  separated.set(document, result);
  return result;
}

function separate(selection: SelectionNode, seen: Set<string>): SelectionNode {
  if (selection.kind !== Kind.FIELD || !selection.selectionSet) return selection;
  const name = selection.alias?.value ?? selection.name.value;
  const repeated = seen.has(name);
  seen.add(name);
  if (!repeated) return selection;
  return {
    kind: Kind.INLINE_FRAGMENT,
    selectionSet: { kind: Kind.SELECTION_SET, selections: [selection] },
  };
}
