import { MapperKind, mapSchema, pruneSchema } from "@graphql-tools/utils";
import { isAbstractType, type GraphQLSchema } from "graphql";
import { readableCoordinates, type Standing } from "./decide.js";
import type { Policy } from "./policy.js";

/**
 * The schema of one department and duty: what it may not read is not there, nor a type only reached
 * through it.
 * @param entities types that are also reached from elsewhere, and so by no field of this schema
 */
export function visibleSchema(
  schema: GraphQLSchema,
  policy: Policy,
  standing: Standing,
  entities: readonly string[] = [],
): GraphQLSchema {
  const readable = readableCoordinates(policy, standing);
  const filtered = mapSchema(schema, {
    [MapperKind.COMPOSITE_FIELD]: (config, field, type) =>
      objectTypes(schema, type).every((name) => readable.has(`${name}.${field}`)) ? config : null,
    [MapperKind.INPUT_OBJECT_FIELD]: (config, field, type) => {
      const reads = policy.inputs.get(`${type}.${field}`)?.reads ?? [];
      return reads.every((coordinate) => readable.has(coordinate)) ? config : null;
    },
  });
  return pruneSchema(filtered, { skipPruning: ({ name }) => entities.includes(name) });
}

/** An abstract type's field can be read where it can be read of every type behind it. */
function objectTypes(schema: GraphQLSchema, name: string): readonly string[] {
  const type = schema.getType(name);
  return isAbstractType(type) ? schema.getPossibleTypes(type).map((each) => each.name) : [name];
}

/** Visible schemas, built once for each department and duty and kept for the most recent of them. */
export class VisibleSchemas {
  private readonly kept = new Map<string, GraphQLSchema>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly policy: Policy,
    private readonly capacity = 64,
  ) {}

  for(standing: Standing): GraphQLSchema {
    const key = `${standing.department}|${standing.duty}|${standing.date}`;
    const visible = this.kept.get(key) ?? visibleSchema(this.schema, this.policy, standing);
    this.kept.delete(key);
    this.kept.set(key, visible);
    const oldest = this.kept.keys().next().value;
    if (this.kept.size > this.capacity && oldest !== undefined) this.kept.delete(oldest);
    return visible;
  }
}
