import base from "./jest.config.js";

/** What people do with the hub: its pages in a browser, the commands of its documents, the examples. */
export default {
  ...base,
  roots: ["browser", "docs", "examples"].map((folder) => `<rootDir>/tests/${folder}`),
  testPathIgnorePatterns: ["/node_modules/"],
};
