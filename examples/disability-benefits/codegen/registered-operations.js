import { operationsOf } from "./operations-of.js";

const SUFFIX = { query: "Query", mutation: "Mutation" };

/** A constant for each operation: its hash, with the types of its answer and its variables. */
export const plugin = (_schema, documents) => ({
  prepend: ['import type { RegisteredOperation } from "../src/registered-operation.js";'],
  content: operationsOf(documents)
    .map(({ id, name, type }) => {
      const types = `${name}${SUFFIX[type]}`;
      return `
export const ${name}: RegisteredOperation<${types}, ${types}Variables> = {
  name: "${name}",
  hash: "${id}",
};`;
    })
    .join("\n"),
});
