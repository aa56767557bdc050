/**
 * Tests run as the hub does: by Node itself, TypeScript through the same loader (see package.json). The
 * files of a worker share what they import, as requests of one hub do; each asks a hub of its own.
 */
export default {
  runner: "jest-light-runner/child-process",
  roots: ["<rootDir>/tests"],
  globalSetup: "<rootDir>/tests/support/global-setup.js",
  globalTeardown: "<rootDir>/tests/support/global-teardown.js",
  setupFilesAfterEnv: ["<rootDir>/tests/support/time-limits.ts"],
  // What is imported goes through the loader, and through nothing of Jest.
  transform: {},
  testMatch: ["**/*.test.ts"],
  // The bench is no test; the others are run by npm run test:use (jest.use.config.js).
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/tests/(bench|browser|docs|examples)/"],
  // Most of a run is waiting for databases and processes.
  maxWorkers: "100%",
};
