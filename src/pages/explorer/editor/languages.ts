import { autocompletion } from "@codemirror/autocomplete";
import { json, jsonParseLinter } from "@codemirror/lang-json";
import { linter } from "@codemirror/lint";
import type { Extension } from "@codemirror/state";
import { graphql } from "cm6-graphql";
import type { GraphQLSchema } from "graphql";
import type { Language } from "../../shared/bilingual.js";
import { described } from "../described.js";

/** Queries on a schema: what it does not have is marked, what it has is offered with its description. */
export function queryLanguage(schema: GraphQLSchema, language: Language): Extension {
  return [
    autocompletion(),
    graphql(schema, {
      onCompletionInfoRender({ documentation }) {
        if (!documentation) return null;
        const text = document.createElement("div");
        text.textContent = described(documentation)[language];
        return text;
      },
    }),
  ];
}

/** Values as JSON; an empty text stands for none. */
export const VALUES: Extension = [
  json(),
  linter((view) => (view.state.doc.toString().trim() === "" ? [] : jsonParseLinter()(view))),
];

/** An answer, as JSON. */
export const ANSWER: Extension = json();
