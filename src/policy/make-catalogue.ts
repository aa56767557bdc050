import { isObjectType, type GraphQLSchema } from "graphql";
import type { Catalogue, CatalogueProvider, CatalogueResource } from "./catalogue.js";
import type { Policy } from "./policy.js";

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
