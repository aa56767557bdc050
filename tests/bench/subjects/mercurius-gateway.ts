import gateway from "@mercuriusjs/gateway";
import fastify from "fastify";
import { parse, print, visit, type DocumentNode } from "graphql";
import { callerHeaders, departmentUrls, readSubgraph } from "./peers/supergraph.js";
import { serve } from "./serve.js";

/** The department where persons and households are at home; federation 1 wants the others to extend them. */
const HOME = "civil-affairs";

/** Mercurius' gateway, before the same departments. */
await serve(async () => {
  const app = fastify();
  const services = [];
  for (const [slug, url] of departmentUrls()) {
    services.push({
      name: slug,
      url,
      schema: federation1(parse(await readSubgraph(slug)), slug === HOME),
      rewriteHeaders: (headers: Record<string, string> | undefined) =>
        callerHeaders((name) => headers?.[name]),
    });
  }
  await app.register(gateway as never, { gateway: { services } });
  return app.listen({ host: "127.0.0.1", port: 0 });
});

/** A department's SDL in the words of federation 1, the only ones that this gateway knows. */
function federation1(document: DocumentNode, home: boolean): string {
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
      const owner = ancestors.at(-2) as { directives?: { name: { value: string } }[] } | undefined;
      const ofEntity = owner?.directives?.some(({ name }) => name.value === "key");
      if (home || !ofEntity || node.name.value !== "ref") return undefined;
      return { ...node, description: undefined, directives: [EXTERNAL] };
    },
  }) as DocumentNode;
  return print(rewritten);
}

const EXTERNAL = {
  kind: "Directive" as never,
  name: { kind: "Name" as never, value: "external" },
};
