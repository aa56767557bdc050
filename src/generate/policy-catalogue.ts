import type { Policy } from "../policy/policy.js";

/**
 * Every field's and input field's policy as JSON, sorted by coordinate: what a policy change is reviewed by.
 * The fields that are not governed are in it too, because opening one also widens access.
 * JSON has no comments, so the notice is the first property.
 */
export function policyCatalogue({ fields, inputs }: Policy, notice: string): string {
  const catalogue = {
    notice,
    fields: sorted([...fields.values()]),
    inputs: sorted([...inputs.values()]),
  };
  return `${JSON.stringify(catalogue, null, 2)}\n`;
}

function sorted<T extends { readonly coordinate: string }>(declarations: readonly T[]): T[] {
  return [...declarations].sort((a, b) => (a.coordinate < b.coordinate ? -1 : 1));
}
