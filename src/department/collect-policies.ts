import { isInputObjectType, isObjectType, type GraphQLSchema } from "graphql";
import type { FieldPolicy, InputPolicy } from "../policy/field-policy.js";
import { PolicyError } from "../policy/policy.js";
import { GOVERNANCE, type Governance } from "./governed.js";

/** What a department's schema declares about its fields. */
export interface Declarations {
  readonly fields: readonly FieldPolicy[];
  readonly inputs: readonly InputPolicy[];
}

/**
 * Reads the policies that stand beside a schema's fields.
 * @throws PolicyError naming every field and input field that has none.
 */
export function collectPolicies(schema: GraphQLSchema): Declarations {
  const fields: FieldPolicy[] = [];
  const inputs: InputPolicy[] = [];
  const missing: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__")) continue;
    if (isObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        const coordinate = `${type.name}.${field.name}`;
        const governance = field.extensions[GOVERNANCE] as Governance | undefined;
        if (governance) fields.push(policyOf(coordinate, type.name, governance));
        else missing.push(`${coordinate} has no policy: add @Governed, @Follows, @Duties or @Open`);
      }
    }
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        const coordinate = `${type.name}.${field.name}`;
        const reads = field.extensions["reads"] as readonly string[] | undefined;
        if (reads) inputs.push({ coordinate, reads });
        else missing.push(`${coordinate} does not say what it filters by: add @Reads`);
      }
    }
  }
  if (missing.length > 0) throw new PolicyError(missing);
  return { fields, inputs };
}

function policyOf(coordinate: string, type: string, governance: Governance): FieldPolicy {
  switch (governance.kind) {
    case "open":
      return { kind: "open", coordinate };
    case "follows":
      return {
        kind: "follows",
        coordinate,
        type: governance.type === "self" ? type : governance.type,
      };
    case "duties":
      return { kind: "duties", coordinate, duties: idsIn(governance.duties) };
    case "governed":
      return {
        kind: "governed",
        coordinate,
        owner: governance.owner,
        originalSource: governance.source ?? governance.owner,
        zh: governance.zh,
        en: governance.en,
        unit: governance.unit ?? null,
        sharing: governance.sharing ?? "CONDITIONAL",
        sensitivity: governance.sensitivity,
        mask: governance.mask ?? null,
        duties: idsIn(governance.duties),
      };
  }
}

const idsIn = (text: string): string[] => text.split(/\s+/).filter((id) => id.length > 0);
