import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { schemaCommand } from "../../src/cli/schema.js";
import { PROJECT_ROOT } from "../../src/generate/project-root.js";
import { OperationRegistry } from "../../src/operations/operation-registry.js";
import { readManifest } from "../../src/operations/read-manifest.js";
import { registryOf } from "../identity/http/client-system.js";
import { newKeys } from "../identity/support.js";
import { changeConsents } from "../support/consents.js";
import { startTestHub, type TestHub } from "../support/hubs.js";
import { programs, run, type Program } from "./programs.js";
import { openUnreliableDepartment, type UnreliableDepartment } from "./unreliable-department.js";

const EXAMPLE = join(PROJECT_ROOT, "examples/disability-benefits");
const FEDERATION = { department: "县残联", duty: "2.3" };
const HOUSEHOLD = "H330726000001";
const CLIENT = "disability-benefits";
const FOUND = {
  first: "  戴睿  残疾等级：GRADE_4  医保：NORMAL  个人自付（元/年）：693.00",
  second: "  黄雨宁  残疾等级：GRADE_4  医保：NORMAL  个人自付（元/年）：无记录",
  third:
    "  戴雨宁  残疾等级：无记录  医保：无权读取（CONSENT_REQUIRED）  个人自付（元/年）：无权读取（CONSENT_REQUIRED）",
};
const summary = (...lines: readonly string[]) => `家庭 ${HOUSEHOLD}\n${lines.join("\n")}\n`;

describe("the systems of examples/, as a department runs them", () => {
  let hub: TestHub;
  let insurance: UnreliableDepartment;
  let directory: string;
  let environment: Record<string, string>;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "examples-"));
    insurance = await openUnreliableDepartment();
    hub = await startTestHub({
      environment: {
        MEDICAL_INSURANCE_URL: insurance.url,
        HUB_SOURCE_TIMEOUT_MS: "1000",
        HUB_SOURCE_REST_MS: "1",
      },
    });
    const { main } = hub.running.databases;
    const keys = await newKeys();
    await registryOf(hub.running).add({
      id: CLIENT,
      kind: "system",
      key: keys.open,
      department: FEDERATION.department,
      duties: [FEDERATION.duty],
      jurisdiction: ["330726"],
    });
    const manifest = await readFile(join(EXAMPLE, "manifest.json"), "utf8");
    await new OperationRegistry(main).publish(FEDERATION, readManifest(manifest));
    const query = `{ household(id: "${HOUSEHOLD}") { members { name idNumber } } }`;
    const { data } = await hub.ask({ department: "县民政局", duty: "1.2" }, query);
    const person = hub.sealing.personKey(data.household.members[2].idNumber);
    for (const database of [main, await insurance.serve("medical-insurance", hub)]) {
      await changeConsents(database, person, { state: "REVOKED" });
    }
    const key = join(directory, "key.jwk");
    await writeFile(key, JSON.stringify(keys.secret));
    environment = {
      HUB_URL: hub.url,
      HUB_CLIENT_ID: CLIENT,
      HUB_CLIENT_KEY: key,
      HUB_LONGEST_WAIT: "0",
    };
  }, 120_000);
  afterAll(async () => {
    await hub?.close();
    await insurance?.close();
    await rm(directory, { recursive: true });
  });

  const there = programs.filter(({ runs }) => runs);
  const review = (program: Program, household = HOUSEHOLD) =>
    run(program, environment, ["review", "CASE-1", household]);
  const reviews = (household?: string) =>
    Promise.all(there.map((program) => review(program, household)));
  const each = (text: string) => there.map(() => text);

  test("every source answers -> found, no record and not authorised are told apart", async () => {
    insurance.be("answers");
    expect(await reviews()).toEqual(each(summary(...Object.values(FOUND))));
    expect(await reviews("H330726999999")).toEqual(each("家庭 H330726999999\n  无记录\n"));
  });

  test("a source fails throughout -> it is named at its fields alone", async () => {
    insurance.be("always fails");
    const failed = "医保：未答复（县医保局）  个人自付（元/年）：未答复（县医保局）";
    const lines = Object.values(FOUND).map((line) => line.replace(/医保.*/, failed));
    expect(await reviews()).toEqual(each(summary(...lines)));
  });

  describe.each(programs)("in $language", (program) => {
    (program.runs ? test : test.skip)(
      "a source is too slow once -> its part alone is asked again and filled in",
      async () => {
        insurance.be("hangs");
        const statements = await hub.statementsOf(async () => {
          expect(await review(program)).toBe(summary(...Object.values(FOUND)));
        });
        const onDisabilities = statements.filter((sql) => sql.includes("disability"));
        expect(onDisabilities).toHaveLength(1);
      },
    );
  });

  test("one wrong value reported by all with one key -> one issue", async () => {
    insurance.be("answers");
    const words = [HOUSEHOLD, "Household.headCount", "3", "4", "户口簿-1", "KEY-1"];
    const answers = [];
    for (const program of there) {
      answers.push(await run(program, environment, ["report", "CASE-1", ...words]));
    }
    expect(answers[0]).toMatch(/^\S+ 县民政局 \d{4}-\d\d-\d\d\n$/);
    expect(new Set(answers).size).toBe(1);
    const otherwise = words.map((word) => (word === "4" ? "5" : word));
    for (const program of there) {
      const again = run(program, environment, ["report", "CASE-1", ...otherwise]);
      await expect(again).rejects.toThrow("IDEMPOTENCY_CONFLICT");
    }
  });

  test("a key that is not the client's -> no token, and nothing is asked", async () => {
    const other = join(directory, "other.jwk");
    const { secret } = await newKeys();
    await writeFile(other, JSON.stringify(secret));
    const given = { ...environment, HUB_CLIENT_KEY: other };
    for (const program of there) {
      const asked = run(program, given, ["review", "CASE-1", HOUSEHOLD]);
      await expect(asked).rejects.toThrow(/no token.*invalid_client/);
    }
  });
});

describe("what the example is generated from and into", () => {
  test("the contract is what hub schema prints", async () => {
    const out = jest.spyOn(process.stdout, "write").mockReturnValue(true);
    const words = ["--department", FEDERATION.department, "--duty", FEDERATION.duty];
    await schemaCommand().parseAsync(words, { from: "user" });
    const printed = out.mock.calls.map(([chunk]) => String(chunk)).join("");
    out.mockRestore();
    expect(await readFile(join(EXAMPLE, "contract.graphql"), "utf8")).toBe(printed);
  });

  test("generated files and their sources are those of the last npm run generate", async () => {
    const sums = await readFile(join(EXAMPLE, "generated/SHA256SUMS"), "utf8");
    const sha256 = async (file: string) =>
      createHash("sha256")
        .update(await readFile(join(EXAMPLE, file)))
        .digest("hex");
    const lines = sums.trim().split("\n");
    expect(lines).toHaveLength(9);
    for (const line of lines) {
      const [sum, file = ""] = line.split("  ");
      expect([file, await sha256(file)]).toEqual([file, sum]);
    }
  });
});
