import { operationsOf } from "./operations-of.js";

/** The manifest that `hub operations publish` takes. */
export const plugin = (_schema, documents) => {
  const operations = operationsOf(documents);
  const manifest = { format: "apollo-persisted-query-manifest", version: 1, operations };
  return `${JSON.stringify(manifest, null, 2)}\n`;
};
