import { printSchemaWithDirectives } from "@graphql-tools/utils";
import { Kind, parse, print, visit, type DocumentNode, type GraphQLSchema } from "graphql";
import type { ComposedDirective } from "./define.js";

const FEDERATION = "https://specs.apollo.dev/federation/v2.9";

/** Federation's directives that every department imports, and those that it imports where it uses them. */
const IMPORTED = ["@key", "@shareable", "@inaccessible"];
const IMPORTED_IN_USE = [
  "@extends",
  "@external",
  "@interfaceObject",
  "@override",
  "@provides",
  "@requires",
  "@tag",
];

/**
 * The Federation 2 SDL of a department: its types as declared, the links to the federation spec and
 * to those of its own directives, no empty Query.
 */
export function subgraphSdl(
  schema: GraphQLSchema,
  composed: readonly ComposedDirective[] = [],
): string {
  const printed = parse(printSchemaWithDirectives(schema));
  const document: DocumentNode = {
    ...printed,
    definitions: printed.definitions.filter(
      (definition) =>
        definition.kind !== Kind.SCHEMA_DEFINITION &&
        !(definition.kind === Kind.OBJECT_TYPE_DEFINITION && !definition.fields?.length),
    ),
  };
  const definitions = composed.map(({ definition }) => `${definition}\n\n`).join("");
  return `${links(document, composed)}\n\n${definitions}${print(document)}\n`;
}

function links(document: DocumentNode, composed: readonly ComposedDirective[]): string {
  const used = directivesIn(document);
  const imported = [...IMPORTED, ...IMPORTED_IN_USE.filter((name) => used.has(name))];
  if (composed.length > 0) imported.push("@composeDirective");
  return [
    "extend schema",
    ...linkTo(FEDERATION, imported),
    ...composed.flatMap(({ url, name }) => [
      ...linkTo(url, [name]),
      `  @composeDirective(name: "${name}")`,
    ]),
  ].join("\n");
}

function linkTo(url: string, names: readonly string[]): string[] {
  const list = names.map((name) => `"${name}"`).join(", ");
  return ["  @link(", `    url: "${url}"`, `    import: [${list}]`, "  )"];
}

function directivesIn(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, { Directive: ({ name }) => void names.add(`@${name.value}`) });
  return names;
}
