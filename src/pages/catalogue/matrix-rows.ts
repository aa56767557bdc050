import type { CatalogueField, CatalogueResource } from "../../policy/catalogue.js";
import { accessOf, type Access, type Model } from "./model.js";

/** A field, and what each department may do with it. */
export interface MatrixRow {
  readonly resource: CatalogueResource;
  readonly field: CatalogueField;
  /** In the order of the model's departments. */
  readonly cells: readonly Access[];
}

/** Every decision on these fields, under one duty or, where it is empty, under any of a department's own. */
export function matrixRows(
  model: Model,
  resources: readonly CatalogueResource[],
  duty: string,
): MatrixRow[] {
  return resources.flatMap((resource) =>
    resource.fields.map((field) => ({
      resource,
      field,
      cells: model.departments.map((department) => accessOf(model, department, field, duty)),
    })),
  );
}
