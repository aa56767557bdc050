import { printSchemaWithDirectives } from "@graphql-tools/utils";
import { Kind, parse, print, type DocumentNode, type GraphQLSchema } from "graphql";

const LINK = `extend schema
  @link(
    url: "https://specs.apollo.dev/federation/v2.9"
    import: ["@key", "@shareable", "@inaccessible"]
  )`;

/** The Federation 2 SDL of a department: its types as declared, the link to the federation spec, no empty Query. */
export function subgraphSdl(schema: GraphQLSchema): string {
  const printed = parse(printSchemaWithDirectives(schema));
  const document: DocumentNode = {
    ...printed,
    definitions: printed.definitions.filter(
      (definition) =>
        definition.kind !== Kind.SCHEMA_DEFINITION &&
        !(definition.kind === Kind.OBJECT_TYPE_DEFINITION && !definition.fields?.length),
    ),
  };
  return `${LINK}\n\n${print(document)}\n`;
}
