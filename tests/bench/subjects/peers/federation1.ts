import { print, visit, type DocumentNode } from "graphql";

const EXTERNAL = {
  kind: "Directive" as never,
  name: { kind: "Name" as never, value: "external" },
};

/** A department's SDL in the words of federation 1, the only ones that this gateway knows. */
export function federation1(document: DocumentNode, home: boolean): string {
  const rewritten = visit(document, {
    SchemaExtension: () => null,
    Directive: (node) =>
      ["shareable", "inaccessible"].includes(node.name.value) ? null : undefined,
    ObjectTypeDefinition(node) {
      const isEntity = node.directives?.some(({ name }) => name.value === "key");
      if (home || !isEntity) return undefined;
      return { ...node, kind: "ObjectTypeExtension" as never, description: undefined };
    },
    FieldDefinition(node, _key, _parent, _path, ancestors) {
      const owner = ancestors.at(-1) as { directives?: { name: { value: string } }[] } | undefined;
      const ofEntity = owner?.directives?.some(({ name }) => name.value === "key");
      if (home || !ofEntity || node.name.value !== "ref") return undefined;
      return { ...node, description: undefined, directives: [EXTERNAL] };
    },
  }) as DocumentNode;
  return print(rewritten);
}
