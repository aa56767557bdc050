import { isInputObjectType, isInterfaceType, isObjectType, type GraphQLSchema } from "graphql";

/** A type or field whose name or description has what was looked for. */
export interface SchemaMatch {
  /** `Person`, `Person.name`. */
  readonly coordinate: string;
  /** The type to look into. */
  readonly type: string;
  readonly description: string | null | undefined;
}

/** Matches that one search shows. */
const SHOWN = 20;

/** The first types and fields of a schema that match, those by name before those by description. */
export function searchSchema(schema: GraphQLSchema, text: string): SchemaMatch[] {
  const sought = text.toLowerCase();
  const all = Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith("__"))
    .flatMap((type): SchemaMatch[] => {
      const { name, description } = type;
      const hasFields = isObjectType(type) || isInterfaceType(type) || isInputObjectType(type);
      const fields = hasFields ? Object.values(type.getFields()) : [];
      return [
        { coordinate: name, type: name, description },
        ...fields.map((field) => ({
          coordinate: `${name}.${field.name}`,
          type: name,
          description: field.description,
        })),
      ];
    });
  const byName = all.filter(({ coordinate }) => coordinate.toLowerCase().includes(sought));
  const byText = all.filter((match) => match.description?.toLowerCase().includes(sought));
  return [...new Set([...byName, ...byText])].slice(0, SHOWN);
}
