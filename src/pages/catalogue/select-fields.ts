import type { CatalogueField, CatalogueResource } from "../../policy/catalogue.js";
import type { PageState } from "./fragment.js";
import { accessOf, type Model } from "./model.js";

/** The resources with the fields that the state's search and filters leave; one without any is left out. */
export function selectFields(model: Model, state: PageState): CatalogueResource[] {
  const { q = "", owner = "", sharing = "", sensitivity = "", duty = "", reader = "" } = state;
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const isSelected = (resource: CatalogueResource, field: CatalogueField): boolean =>
    (owner === "" || field.owner === owner) &&
    (sharing === "" || field.sharing === sharing) &&
    (sensitivity === "" || field.sensitivity === sensitivity) &&
    isInQuestion(model, field, duty, reader) &&
    hasWords(resource, field, words);
  return model.catalogue.resources
    .map((resource) => ({
      ...resource,
      fields: resource.fields.filter((field) => isSelected(resource, field)),
    }))
    .filter(({ fields }) => fields.length > 0);
}

/** With a reader: what it may read, under the duty where one is chosen; with a duty alone: what the duty needs. */
function isInQuestion(model: Model, field: CatalogueField, duty: string, reader: string): boolean {
  if (reader !== "") return accessOf(model, reader, field, duty).duties.length > 0;
  return duty === "" || field.duties.includes(duty);
}

function hasWords(resource: CatalogueResource, field: CatalogueField, words: readonly string[]) {
  const { type, zh, en } = resource;
  const text = [type, zh, en, field.zh, field.en, field.coordinate, field.originalSource]
    .join("\n")
    .toLowerCase();
  return words.every((word) => text.includes(word));
}
