import { departments } from "../resolvers/index.js";
import type { DatabaseSource } from "./database/sources.js";
import { migrationSource } from "./department/migration-source.js";
import { buildSubgraph, type Subgraph } from "./department/subgraph.js";
import { FEDERATION_POLICIES } from "./department/federation-fields.js";
import type { Composition } from "./gateway/compose.js";
import type { FieldPolicy } from "./policy/field-policy.js";
import { createPolicy, type Policy } from "./policy/policy.js";
import { loadRegister } from "./policy/register/load-register.js";
import type { DepartmentDefinition } from "./department/define.js";
import type { Register } from "./policy/register/register.js";

/** What the hub is made of, before any database or port is touched. */
export interface Blueprint {
  /** The departments and, last, the hub itself. */
  readonly subgraphs: readonly Subgraph[];
  /** The hub's own, the last of them. */
  readonly hub: Subgraph;
  readonly policy: Policy;
  readonly composition: Composition;
}

/** What all departments are, in order, without the hub itself. */
export const departmentDefinitions: readonly DepartmentDefinition[] = departments;

/** Slugs of all departments, in order, without the hub itself. */
export const departmentSlugs: readonly string[] = departments.map(({ identity }) => identity.slug);

/** The databases of all departments and what they are migrated by, in order. */
export const departmentSources: readonly DatabaseSource[] = departments.map(migrationSource);

/**
 * Builds the departments, joins them with the register, composes them. What only this needs is loaded
 * here: commands that ask for the departments alone are large otherwise.
 * @throws PolicyError, RegisterError or CompositionError, naming every mistake.
 */
export async function blueprint(
  definitions: readonly DepartmentDefinition[] = departments,
  register: Register = loadRegister(),
  urls: (slug: string) => string = defaultUrl,
): Promise<Blueprint> {
  const { compose } = await import("./gateway/compose.js");
  const { hub } = await import("./hub/index.js");
  const { DESK_POLICIES } = await import("./intake/desk/desk-fields.js");
  const subgraphs: Subgraph[] = [];
  for (const definition of definitions) subgraphs.push(await buildSubgraph(definition));
  const own = await buildSubgraph(hub);
  subgraphs.push(own);
  const policy = createPolicy(
    register,
    [
      ...FEDERATION_POLICIES,
      ...DESK_POLICIES,
      ...subgraphs.flatMap(({ declarations }) => declarations.fields),
    ],
    subgraphs.flatMap(({ declarations }) => declarations.inputs),
  );
  return { subgraphs, hub: own, policy, composition: compose(subgraphs, urls) };
}

/** Where the composed supergraph expects a department unless told otherwise. */
export function defaultUrl(slug: string): string {
  return `http://${slug}:4001/graphql`;
}

/** What the departments declare about their fields, before it is held against a register. */
export async function departmentDeclarations(): Promise<FieldPolicy[]> {
  const fields: FieldPolicy[] = [];
  for (const definition of departments) {
    fields.push(...(await buildSubgraph(definition)).declarations.fields);
  }
  return fields;
}
