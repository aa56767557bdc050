import {
  Kind,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import type { Limits } from "./limits.js";
import { textShape } from "./text-shape.js";

/** What a document's text comes to. */
export type DocumentShape = Readonly<Omit<Record<keyof Limits, number>, "rows">>;

/** What a selection comes to, with its fragments wherever they are spread. */
interface SelectionShape {
  readonly depth: number;
  readonly aliases: number;
  readonly selections: number;
  /** Fields of the selection itself. */
  readonly fields: number;
  /** The most fields that it or a selection below has. */
  readonly breadth: number;
}

const EMPTY: SelectionShape = { depth: 0, aliases: 0, selections: 0, fields: 0, breadth: 0 };

/**
 * Measures a document that need not be valid. Every fragment is measured once, however often it is
 * spread, so the time is proportional to the length of the text; a fragment within itself, which
 * validation refuses, counts as empty there.
 */
export function documentShape(document: DocumentNode): DocumentShape {
  const measure = new Measure(document);
  const operations = document.definitions.flatMap((node) =>
    node.kind === Kind.OPERATION_DEFINITION ? [measure.selection(node.selectionSet)] : [],
  );
  const sum = (of: (shape: SelectionShape) => number) =>
    Math.min(
      Number.MAX_SAFE_INTEGER,
      operations.reduce((total, shape) => total + of(shape), 0),
    );
  return {
    ...textShape(document.loc?.startToken),
    depth: Math.max(0, ...operations.map(({ depth }) => depth)),
    aliases: sum(({ aliases }) => aliases),
    rootFields: sum(({ fields }) => fields),
    breadth: Math.max(0, ...operations.map(({ breadth }) => breadth)),
    selections: sum(({ selections }) => selections),
    directives: directivesOf(document),
  };
}

function directivesOf(document: DocumentNode): number {
  let directives = 0;
  visit(document, {
    Directive() {
      directives += 1;
    },
  });
  return directives;
}

class Measure {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly measured = new Map<string, SelectionShape>();

  constructor(document: DocumentNode) {
    for (const node of document.definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(node.name.value, node);
    }
  }

  selection({ selections }: SelectionSetNode): SelectionShape {
    let whole = EMPTY;
    for (const selection of selections) whole = together(whole, this.one(selection));
    return { ...whole, breadth: Math.max(whole.breadth, whole.fields) };
  }

  private one(node: SelectionNode): SelectionShape {
    if (node.kind === Kind.FRAGMENT_SPREAD) return this.spread(node.name.value);
    const below = node.selectionSet ? this.selection(node.selectionSet) : EMPTY;
    const selections = below.selections + 1;
    if (node.kind === Kind.INLINE_FRAGMENT) return { ...below, selections };
    const aliased = node.alias && node.alias.value !== node.name.value ? 1 : 0;
    return {
      depth: below.depth + 1,
      aliases: below.aliases + aliased,
      selections,
      fields: 1,
      breadth: below.breadth,
    };
  }

  private spread(name: string): SelectionShape {
    let shape = this.measured.get(name);
    if (!shape) {
      this.measured.set(name, EMPTY);
      const fragment = this.fragments.get(name);
      shape = fragment ? this.selection(fragment.selectionSet) : EMPTY;
      this.measured.set(name, shape);
    }
    return { ...shape, selections: shape.selections + 1 };
  }
}

function together(one: SelectionShape, other: SelectionShape): SelectionShape {
  return {
    depth: Math.max(one.depth, other.depth),
    aliases: one.aliases + other.aliases,
    selections: one.selections + other.selections,
    fields: one.fields + other.fields,
    breadth: Math.max(one.breadth, other.breadth),
  };
}
