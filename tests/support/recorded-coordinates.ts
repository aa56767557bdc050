import { MapperKind, mapSchema } from "@graphql-tools/utils";
import {
  execute,
  getNamedType,
  getNullableType,
  GraphQLList,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  Kind,
  parse,
  visit,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from "graphql";
import type { Policy } from "../../src/policy/policy.js";
import type { Hostile } from "./hostile-operations.js";

/**
 * Every coordinate that an operation reads or filters by, found by running it: on resolvers that
 * note where they are, over lists with one object of every possible type, without `@skip` and
 * `@include`, and once more with its variables' defaults.
 */
export function recordedCoordinates(
  schema: GraphQLSchema,
  policy: Policy,
  { query, variables }: Hostile,
): string[] {
  const fields = new Set<string>();
  const filters = new Set<string>();
  const document = visit(parse(query), {
    Directive: ({ name }) => (name.value === "skip" || name.value === "include" ? null : undefined),
  });
  const defaulted = new Set<string>();
  visit(document, {
    [Kind.VARIABLE_DEFINITION]: ({ variable, defaultValue }) => {
      if (defaultValue) defaulted.add(variable.name.value);
    },
  });
  const kept = Object.entries(variables).filter(([name]) => !defaulted.has(name));
  for (const given of [variables, Object.fromEntries(kept)]) {
    const result = execute({
      schema: withEveryType(schema),
      document,
      variableValues: given,
      typeResolver: (value) => (value as { __typename: string }).__typename,
      fieldResolver: (_source, args: Record<string, unknown>, _context, info) => {
        fields.add(`${info.parentType.name}.${info.fieldName}`);
        for (const { name, type } of info.parentType.getFields()[info.fieldName]?.args ?? []) {
          noteFilters(type, args[name], filters);
        }
        return anything(info.schema, info.returnType);
      },
    });
    if (result instanceof Promise) throw new Error("nothing here waits");
    if (result.errors) throw new Error(`the naive run failed: ${result.errors[0]?.message}`);
  }
  const reads = [...filters].flatMap((filter) => policy.inputs.get(filter)?.reads ?? [filter]);
  return [...new Set([...fields, ...reads])];
}

const widened = new WeakMap<GraphQLSchema, GraphQLSchema>();

/** The schema with a list in place of every single object of an abstract type, so that it can hold all of them. */
function withEveryType(schema: GraphQLSchema): GraphQLSchema {
  const known =
    widened.get(schema) ??
    mapSchema(schema, {
      [MapperKind.COMPOSITE_FIELD]: (config) => {
        const single = !isListType(getNullableType(config.type));
        return single && isAbstractType(getNamedType(config.type))
          ? { ...config, type: new GraphQLList(getNamedType(config.type)) }
          : config;
      },
    });
  widened.set(schema, known);
  return known;
}

function anything(schema: GraphQLSchema, type: GraphQLOutputType): unknown {
  const wanted = getNullableType(type);
  const named = getNamedType(type);
  if (isListType(wanted)) {
    return isAbstractType(named)
      ? schema.getPossibleTypes(named).map(({ name }) => ({ __typename: name }))
      : [anything(schema, wanted.ofType as GraphQLOutputType)];
  }
  if (isObjectType(named)) return {};
  return isEnumType(named) ? named.getValues()[0]?.value : 1;
}

function noteFilters(type: GraphQLInputType, value: unknown, filters: Set<string>): void {
  const named = getNamedType(type);
  if (!isInputObjectType(named) || typeof value !== "object" || value === null) return;
  for (const item of Array.isArray(value) ? (value as object[]) : [value]) {
    for (const [name, part] of Object.entries(item)) {
      filters.add(`${named.name}.${name}`);
      noteFilters(named.getFields()[name]?.type as GraphQLInputType, part, filters);
    }
  }
}
