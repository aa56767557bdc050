import {
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLString,
  GraphQLUnionType,
  isObjectType,
  type GraphQLFieldConfigMap,
  type GraphQLSchema,
} from "graphql";
import type { FieldPolicy } from "../policy/field-policy.js";
import { visibleSchema } from "../policy/visible-schema.js";
import type { RequestContext } from "./context.js";
import type { DepartmentDefinition, EntityDefinition } from "./define.js";
import { referenceRefused } from "./source-unavailable.js";
import { subgraphSdl } from "./subgraph-sdl.js";

/** Federation's own fields are open on purpose: what they lead to is not. */
export const FEDERATION_POLICIES: readonly FieldPolicy[] = [
  { kind: "open", coordinate: "Query._entities" },
  { kind: "open", coordinate: "Query._service" },
  { kind: "open", coordinate: "_Service.sdl" },
];

interface Representation {
  readonly __typename?: unknown;
  readonly ref?: unknown;
}

/** What of a department's definition federation's fields need. */
type Definition = Pick<
  DepartmentDefinition,
  "entities" | "openEntities" | "composedDirectives" | "identity"
>;

/**
 * The two fields that Apollo Federation asks of a subgraph. An entity is found only by a reference
 * that was sealed for this caller, duty and case; any other is an error, not "no record". One that
 * concerns no person is found by its keys. The SDL is the one that the caller may see.
 * @see https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/reference/subgraph-spec
 */
export function federationFields(
  schema: GraphQLSchema,
  { entities, openEntities = {}, composedDirectives, identity }: Definition,
): GraphQLFieldConfigMap<unknown, RequestContext> {
  const names = [...Object.keys(entities), ...Object.keys(openEntities)];
  const types = names.map((name) => schema.getType(name)).filter(isObjectType);
  const service = new GraphQLObjectType({
    name: "_Service",
    fields: { sdl: { type: new GraphQLNonNull(GraphQLString) } },
  });
  const fields: GraphQLFieldConfigMap<unknown, RequestContext> = {
    _service: {
      type: new GraphQLNonNull(service),
      resolve: (_source, _args, { caller, rules }) => ({
        sdl: subgraphSdl(visibleSchema(schema, rules.policy(), caller, names), composedDirectives),
      }),
    },
  };
  if (types.length === 0) return fields;
  const any = new GraphQLScalarType({ name: "_Any" });
  const entity = new GraphQLUnionType({ name: "_Entity", types });
  fields["_entities"] = {
    type: new GraphQLNonNull(new GraphQLList(entity)),
    args: {
      representations: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(any))) },
    },
    resolve: (_source, { representations }, context) =>
      (representations as readonly Representation[]).map((representation) => {
        const type = String(representation.__typename);
        const open = Object.hasOwn(openEntities, type) ? openEntities[type] : undefined;
        if (open) return naming(type, open.find({ ...representation }, context));
        return findEntity(representation, entities, context) ?? referenceRefused(identity);
      }),
  };
  return fields;
}

/** What a reference leads to; undefined for one that is forged, expired, or not for this caller here. */
function findEntity(
  representation: Representation,
  entities: Readonly<Record<string, EntityDefinition>>,
  context: RequestContext,
): unknown {
  const type = String(representation.__typename);
  const entity = Object.hasOwn(entities, type) ? entities[type] : undefined;
  const key = entity ? context.unseal(type, representation.ref) : null;
  if (!entity || key === null) return undefined;
  context.concern(type, key);
  return naming(type, entity.find(key, context));
}

function naming(type: string, found: unknown): unknown {
  return found instanceof Promise
    ? found.then((source) => named(type, source))
    : named(type, found);
}

/** The union is told apart by the type that was asked for. */
function named(type: string, source: unknown): unknown {
  return source === null || source === undefined ? null : { ...source, __typename: type };
}
