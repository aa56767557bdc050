import { ESLint } from "eslint";
import { fileURLToPath } from "node:url";

const eslint = new ESLint({ cwd: fileURLToPath(new URL("../../", import.meta.url)) });

/** What the project's own lint configuration says of the layers in an invented file. */
async function violations(filePath: string, source: string): Promise<string[]> {
  const results = await eslint.lintText(source, { filePath });
  const messages = results.flatMap((result) => result.messages);
  expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  return messages.flatMap(({ ruleId, messageId }) =>
    ruleId === "hub/layers" ? [messageId ?? ""] : [],
  );
}

const value = (from: string) => `import { something } from "${from}";`;
const type = (from: string) => `import type { Something } from "${from}";`;
const DEPARTMENT_FILE = "resolvers/forestry/resolvers/person.ts";

describe("the layers", () => {
  it.each([
    ["another department", value("../../agriculture/rows.js")],
    ["another department's types", type("../../agriculture/rows.js")],
    ["the list of departments", value("../../index.js")],
    ["the gateway", value("../../../src/gateway/compose.js")],
    ["the gateway's types", type("../../../src/gateway/compose.js")],
    ["identity", value("../../../src/identity/caller.js")],
    ["a database adapter", value("../../../src/database/postgres.js")],
    ["a database adapter's types", type("../../../src/database/postgres.js")],
    ["the configuration", value("../../../src/config.js")],
    ["the composition root", value("../../../src/index.js")],
    ["the gateway, when called", 'await import("../../../src/gateway/compose.js");'],
    ["the gateway, re-exported", 'export * from "../../../src/gateway/compose.js";'],
    [
      "one name of the gateway, re-exported",
      'export { a } from "../../../src/gateway/compose.js";',
    ],
    ["the gateway, as a type in place", 'let a: import("../../../src/gateway/compose.js").A;'],
  ])("a department importing %s -> refused", async (_what, source) => {
    expect(await violations(DEPARTMENT_FILE, source)).toEqual(["import"]);
  });

  it.each([
    ["the county", "../../../src/county/seed-projection.js"],
    ["the policy", "../../../src/policy/field-policy.js"],
    ["the database port", "../../../src/database/database.js"],
  ])("a department importing %s -> types only", async (_what, from) => {
    expect(await violations(DEPARTMENT_FILE, value(from))).toEqual(["importType"]);
    expect(await violations(DEPARTMENT_FILE, type(from))).toEqual([]);
    expect(await violations(DEPARTMENT_FILE, `import { type A } from "${from}";`)).toEqual([]);
    expect(await violations(DEPARTMENT_FILE, `import { type A, b } from "${from}";`)).toEqual([
      "importType",
    ]);
  });

  it.each([
    "../tables.js",
    "../../../src/department/governed.js",
    "../../../src/codes/money.js",
    "../../../src/errors.js",
    "../../../src/intake/mapping/file-mapping.js",
    "../../../src/database/column-types.js",
    "type-graphql",
  ])("a department importing %s -> allowed", async (from) => {
    expect(await violations(DEPARTMENT_FILE, value(from))).toEqual([]);
  });

  it.each([
    ["src/gateway/invented.ts", "../../resolvers/index.js"],
    ["src/cli/invented.ts", "../../resolvers/agriculture/index.js"],
    ["src/start-hub.ts", "../resolvers/index.js"],
    ["src/department/invented.ts", "../gateway/compose.js"],
    ["src/department/invented.ts", "../cli/fail.js"],
    ["src/department/invented.ts", "../index.js"],
    ["src/policy/invented.ts", "../department/define.js"],
    ["src/operations/invented.ts", "../gateway/compose.js"],
    ["src/policy/register/invented.ts", "../../gateway/compose.js"],
    ["src/policy/invented.ts", "../identity/caller.js"],
    ["src/policy/invented.ts", "../database/database.js"],
    ["src/policy/invented.ts", "../cli/fail.js"],
    ["src/codes/invented.ts", "../errors.js"],
    ["src/verification/invented.ts", "../department/context.js"],
    ["src/verification/checks/invented.ts", "../../county/household-truth.js"],
    ["src/verification/invented.ts", "../gateway/compose.js"],
    ["src/county/invented.ts", "../verification/parameters/parameters.js"],
    ["src/report-pages/invented.ts", "../gateway/http-server.js"],
    ["src/gateway/limits/invented.ts", "../../database/database.js"],
    ["src/gateway/limits/invented.ts", "../server.js"],
    ["src/report-pages/invented.ts", "../database/database.js"],
    ["src/verification/invented.ts", "../report-pages/verification-code/check-code.js"],
    ["src/intake/mapping/invented.ts", "../reading/open-file.js"],
    ["src/intake/reading/invented.ts", "../../database/database.js"],
  ])("%s importing %s -> refused, as a type too", async (file, from) => {
    expect(await violations(file, value(from))).toEqual(["import"]);
    expect(await violations(file, type(from))).toEqual(["import"]);
  });

  it("a page importing a part of the hub -> types only", async () => {
    const from = "../../errors.js";
    expect(await violations("src/pages/cases/invented.tsx", value(from))).toEqual(["importType"]);
    expect(await violations("src/pages/cases/invented.tsx", type(from))).toEqual([]);
  });

  it.each([
    ["src/pages/cases/invented.tsx", "../../codes/money.js"],
    ["src/index.ts", "../resolvers/index.js"],
    ["resolvers/index.ts", "./agriculture/index.js"],
    ["src/department/invented.ts", "../policy/field-policy.js"],
    ["src/policy/invented.ts", "../codes/calendar.js"],
    ["src/codes/invented.ts", "./money.js"],
    ["src/verification/checks/invented.ts", "../../codes/money.js"],
    ["src/report-pages/invented.ts", "../verification/report/report.js"],
    ["src/gateway/limits/invented.ts", "../../policy/policy.js"],
    ["tests/invented.test.ts", "../resolvers/agriculture/index.js"],
  ])("%s importing %s -> allowed", async (file, from) => {
    expect(await violations(file, value(from))).toEqual([]);
  });
});

describe("the environment", () => {
  it.each([
    'process.env["PORT"];',
    'process["env"].PORT;',
    "globalThis.process.env;",
    "const { env } = process;",
    'import { env } from "node:process";',
  ])("%s in a department, the gateway or the log -> refused", async (source) => {
    for (const file of [DEPARTMENT_FILE, "src/gateway/invented.ts", "src/log.ts"]) {
      expect(await violations(file, source)).toEqual(["environment"]);
    }
  });

  it.each([
    "src/config.ts",
    "src/cli/invented.ts",
    "src/generate/invented.ts",
    "drizzle.config.ts",
  ])("process.env in %s -> allowed", async (file) => {
    expect(await violations(file, 'process.env["PORT"];')).toEqual([]);
  });
});
