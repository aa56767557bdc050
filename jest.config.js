/** Tests are TypeScript ES modules; run with NODE_OPTIONS=--experimental-vm-modules (see package.json). */
export default {
  testEnvironment: "node",
  roots: ["<rootDir>/tests"],
  globalSetup: "<rootDir>/tests/support/global-setup.js",
  globalTeardown: "<rootDir>/tests/support/global-teardown.js",
  testMatch: ["**/*.test.ts"],
  // The bench is no test; the others are run by npm run test:use (jest.use.config.js).
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/tests/(bench|browser|docs|examples)/"],
  extensionsToTreatAsEsm: [".ts"],
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": "$1" },
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      {
        jsc: {
          target: "es2022",
          parser: { syntax: "typescript", decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: false,
            useDefineForClassFields: false,
          },
        },
        module: { type: "es6" },
        sourceMaps: "inline",
      },
    ],
  },
  // Most of a run is waiting for databases and processes.
  maxWorkers: "100%",
  testTimeout: 60_000,
  // Modules of finished files stay in a worker's memory; one that collects garbage all the time is slow.
  workerIdleMemoryLimit: "1500MB",
};
