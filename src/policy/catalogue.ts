import { isObjectType, type GraphQLSchema } from "graphql";
import type { GovernedField } from "./field-policy.js";
import type { Policy } from "./policy.js";
import type { Register } from "./register/register.js";

/** A data field as the catalogue has it (信息项). */
export interface CatalogueField extends GovernedField {
  /** GraphQL type of the value, `[Vehicle!]`. */
  readonly format: string;
}

/** What one department provides of one type (数据资源). */
export interface CatalogueResource {
  /** GraphQL type, `Agriculture`. */
  readonly type: string;
  /** What it holds, in a sentence. */
  readonly zh: string;
  readonly en: string;
  /** Official name of the department that provides it. */
  readonly owner: string;
  /** In the order of the schema. */
  readonly fields: readonly CatalogueField[];
}

/** A department that provides data. */
export interface CatalogueProvider {
  /** Official name. */
  readonly name: string;
  readonly english: string;
}

/** The data catalogue and all that decides who reads what: policy alone, no datum of anybody. */
export interface Catalogue {
  /** ISO date (Asia/Shanghai) on which it was made. */
  readonly date: string;
  /** Hash of the policy in force, in hex. */
  readonly policy: string;
  readonly register: Register;
  readonly providers: readonly CatalogueProvider[];
  readonly resources: readonly CatalogueResource[];
}

/** What the catalogue is made from: a department and its schema. */
export interface CatalogueSource {
  readonly identity: CatalogueProvider;
  readonly schema: GraphQLSchema;
}

/** Describes every governed field of these departments, each once, with the register that decides on it. */
export function catalogueOf(
  policy: Policy,
  sources: readonly CatalogueSource[],
  date: string,
): Catalogue {
  const resources = new Map<string, CatalogueResource>();
  const seen = new Set<string>();
  for (const { type, zh, en, coordinate, format } of describedFields(sources)) {
    const field = policy.fields.get(coordinate);
    if (field?.kind !== "governed" || seen.has(coordinate)) continue;
    seen.add(coordinate);
    const { owner } = field;
    const key = `${owner} ${type}`;
    const known = resources.get(key) ?? { type, zh, en, owner, fields: [] };
    resources.set(key, { ...known, fields: [...known.fields, { ...field, format }] });
  }
  const owners = new Set([...resources.values()].map(({ owner }) => owner));
  const providers = sources
    .map(({ identity: { name, english } }) => ({ name, english }))
    .filter(({ name }) => owners.has(name));
  const places = new Map(providers.map(({ name }, place) => [name, place]));
  const placeOf = ({ owner }: CatalogueResource): number => places.get(owner) ?? providers.length;
  return {
    date,
    policy: policy.hash,
    register: policy.register,
    providers,
    resources: [...resources.values()].sort((a, b) => placeOf(a) - placeOf(b)),
  };
}

/**
 * The catalogue's policy: decisions on data fields are those of the hub, made by the same functions.
 * It knows no other field.
 */
export function cataloguePolicy({ policy, register, resources }: Catalogue): Policy {
  const fields = resources.flatMap((resource) => resource.fields);
  return {
    hash: policy,
    register,
    fields: new Map(fields.map((field) => [field.coordinate, field])),
    inputs: new Map(),
    governedByType: new Map(),
  };
}

interface DescribedField {
  readonly type: string;
  readonly zh: string;
  readonly en: string;
  readonly coordinate: string;
  readonly format: string;
}

function describedFields(sources: readonly CatalogueSource[]): DescribedField[] {
  const types = sources.flatMap(({ schema }) => Object.values(schema.getTypeMap()));
  return types.filter(isObjectType).flatMap((type) => {
    const [zh = "", en = ""] = (type.description ?? "").split("\n\n");
    return Object.values(type.getFields()).map((field) => ({
      type: type.name,
      zh,
      en,
      coordinate: `${type.name}.${field.name}`,
      format: String(field.type),
    }));
  });
}
