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
