/** Minutes each; `npm run test:long` runs them with all the others. */
const LONG = [
  "tests/attacks/walls.test.ts",
  "tests/audit/command.test.ts",
  "tests/hub/killed.test.ts",
  "tests/property/leaks.test.ts",
];

/** Tests are TypeScript ES modules; run with NODE_OPTIONS=--experimental-vm-modules (see package.json). */
export default {
  testEnvironment: "node",
  roots: ["<rootDir>/tests"],
  testMatch: ["**/*.test.ts"],
  testPathIgnorePatterns: [
    "/node_modules/",
    "<rootDir>/tests/bench/",
    ...(process.env["LONG"] ? [] : LONG),
  ],
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
};
