import { useEffect, useState } from "preact/hooks";
import type { Catalogue } from "../../policy/catalogue.js";
import { APART } from "../shared/api.js";
import { modelOf, type Model } from "./model.js";

/** The catalogue, or why it is not there yet. */
export type CatalogueState = Model | "loading" | "unreachable";

let asked: Promise<Model> | undefined;

/** The catalogue; a page asks for it once, and again after a failure. */
export function useCatalogue(): CatalogueState {
  const [state, setState] = useState<CatalogueState>("loading");
  useEffect(() => {
    asked ??= fetchCatalogue();
    asked.then(setState, () => {
      asked = undefined;
      setState("unreachable");
    });
  }, []);
  return state;
}

async function fetchCatalogue(): Promise<Model> {
  const response = await fetch("catalogue.json", { ...APART, cache: "no-cache" });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return modelOf((await response.json()) as Catalogue);
}
