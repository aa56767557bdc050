import "reflect-metadata";
import {
  GraphQLObjectType,
  GraphQLSchema,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLObjectType as ObjectType,
} from "graphql";
import { buildSchema } from "type-graphql";
import { columnUses, propertyUses, type ColumnUse, type PropertyUse } from "./column-rights.js";
import { collectPolicies, type Declarations } from "./collect-policies.js";
import type { RequestContext } from "./context.js";
import type { DepartmentDefinition, EntityDefinition } from "./define.js";
import { federationFields } from "./federation-fields.js";
import { guardConsent } from "./guard-consent.js";
import { guardKeys } from "./guard-keys.js";
import { guardJurisdiction } from "./guard-jurisdiction.js";
import { GOVERNANCE, type Governance } from "./governed.js";
import type { DepartmentIdentity } from "./identity.js";
import type { ProvenanceRow } from "./provenance.js";
import { resolveDirectly } from "./direct-resolvers.js";
import { noteKeyedQueries } from "./lookup-fields.js";
import { shielded } from "./shield.js";
import { subgraphSdl } from "./subgraph-sdl.js";

/** A department as an Apollo Federation 2 subgraph. */
export interface Subgraph {
  readonly definition: DepartmentDefinition;
  readonly identity: DepartmentIdentity;
  /** The department's own schema with resolvers, without federation's fields. */
  readonly schema: GraphQLSchema;
  /** The same with `_entities` and `_service`. */
  readonly federatedSchema: GraphQLSchema;
  /** The federated schema behind the shield: what a router asks. */
  readonly shieldedSchema: GraphQLSchema;
  /** The SDL that is composed into the supergraph. */
  readonly sdl: string;
  readonly declarations: Declarations;
  readonly columns: readonly ColumnUse[];
  /** What its services answer. */
  readonly properties: readonly PropertyUse[];
}

/**
 * Builds a department's subgraph from its definition.
 * @throws PolicyError when a field has no policy.
 */
export async function buildSubgraph(definition: DepartmentDefinition): Promise<Subgraph> {
  const schema = await buildSchema({
    resolvers: [...definition.resolvers] as never,
    orphanedTypes: [...definition.types] as never,
    skipCheck: true,
    validate: false,
  });
  resolveDirectly(schema, definition.resolvers);
  await noteKeyedQueries(schema);
  const columns = columnUses(schema, definition);
  const properties = propertyUses(schema, definition);
  attachProvenance(schema, definition.identity);
  attachReferences(schema, definition.entities);
  refuseOpenPersons(schema, definition);
  guardJurisdiction(schema, definition.entities);
  guardConsent(schema, definition.subjects);
  guardKeys(schema, definition);
  const federatedSchema = federate(schema, definition);
  return {
    definition,
    identity: definition.identity,
    schema,
    federatedSchema,
    shieldedSchema: shielded(federatedSchema),
    sdl: subgraphSdl(schema, definition.composedDirectives),
    declarations: collectPolicies(schema),
    columns,
    properties,
  };
}

/** A record's provenance is made of the record's own columns. */
function attachProvenance(schema: GraphQLSchema, department: DepartmentIdentity): void {
  for (const type of objectTypes(schema)) {
    const field = type.getFields()["provenance"];
    if (!field) continue;
    field.resolve = (row: ProvenanceRow) => ({
      department: department.name,
      originalSource: row.originalSource,
      asOf: row.asOf,
      fetchedAt: row.fetchedAt,
      inDispute: row.inDispute,
    });
  }
}

/** An entity's reference is sealed for the caller who asks. */
function attachReferences(
  schema: GraphQLSchema,
  entities: Readonly<Record<string, EntityDefinition>>,
): void {
  for (const [name, entity] of Object.entries(entities)) {
    const type = schema.getType(name);
    if (!isObjectType(type)) throw new Error(`entity ${name} is no object type of the schema`);
    const reference = type.getFields()["ref"];
    if (!reference) throw new Error(`entity ${name} does not extend SealedEntity`);
    const seal: GraphQLFieldResolver<never, RequestContext> = (source, _args, context) =>
      context.seal(name, entity.key(source));
    reference.resolve = seal as GraphQLFieldResolver<unknown, unknown>;
  }
}

/** What concerns a person is found by a sealed reference alone. */
function refuseOpenPersons(
  schema: GraphQLSchema,
  { openEntities = {}, entities }: DepartmentDefinition,
): void {
  for (const name of Object.keys(openEntities)) {
    const type = schema.getType(name);
    const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
    const isPersonal = fields.some(({ extensions }) => {
      const governance = extensions[GOVERNANCE] as Governance | undefined;
      return governance?.kind === "governed" && governance.sensitivity !== "NONE";
    });
    if (isPersonal || Object.hasOwn(entities, name)) {
      throw new Error(`entity ${name} holds personal data: its keys may not travel unsealed`);
    }
  }
}

function federate(schema: GraphQLSchema, definition: DepartmentDefinition): GraphQLSchema {
  const config = schema.toConfig();
  const query = config.query?.toConfig();
  return new GraphQLSchema({
    ...config,
    query: new GraphQLObjectType({
      name: "Query",
      ...query,
      fields: { ...query?.fields, ...federationFields(schema, definition) },
    }),
    types: config.types.filter((type) => type.name !== "Query"),
  });
}

function objectTypes(schema: GraphQLSchema): ObjectType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type): type is ObjectType => isObjectType(type) && !type.name.startsWith("__"),
  );
}
