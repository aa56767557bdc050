import {
  getNamedType,
  isAbstractType,
  isInputObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
} from "graphql";
import type { Policy } from "../../src/policy/policy.js";
import type { Hostile } from "./hostile-operations.js";

/**
 * Every coordinate that an operation names or filters by, each once: written against graphql's own
 * TypeInfo and over the whole document, so that it shares nothing with what the hub decides by.
 * Good for documents with one operation, all of whose fragments are used.
 */
export function touchedCoordinates(
  schema: GraphQLSchema,
  policy: Policy,
  { query, variables }: Hostile,
): string[] {
  const touched = new Set<string>();
  const filters = new Set<string>();
  const info = new TypeInfo(schema);
  const document = parse(query);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field({ name }) {
        const parent = info.getParentType();
        if (!parent || name.value.startsWith("__")) return;
        const types = isAbstractType(parent) ? schema.getPossibleTypes(parent) : [parent];
        for (const type of types) touched.add(`${type.name}.${name.value}`);
      },
      ObjectField({ name }) {
        const parent = getNamedType(info.getParentInputType() as GraphQLInputType);
        if (parent) filters.add(`${parent.name}.${name.value}`);
      },
      VariableDefinition({ variable, type }) {
        const declared = typeFromAST(schema, type as never) as GraphQLInputType | undefined;
        if (declared) collect(declared, variables[variable.name.value], filters);
      },
    }),
  );
  for (const filter of filters) {
    for (const read of policy.inputs.get(filter)?.reads ?? [filter]) touched.add(read);
  }
  return [...touched];
}

function collect(type: GraphQLInputType, value: unknown, filters: Set<string>): void {
  const named = getNamedType(type);
  if (!isInputObjectType(named) || typeof value !== "object" || value === null) return;
  for (const item of Array.isArray(value) ? value : [value]) {
    for (const [name, part] of Object.entries(item as object)) {
      filters.add(`${named.name}.${name}`);
      const field = named.getFields()[name];
      if (field) collect(field.type, part, filters);
    }
  }
}
