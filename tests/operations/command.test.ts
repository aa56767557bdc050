import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { operationsCommand } from "../../src/cli/operations.js";
import type { Caller } from "../../src/identity/caller.js";
import { OperationDoor, type BoundCallers } from "../../src/operations/operation-door.js";
import { operationHash } from "../../src/operations/operation-hash.js";
import { readManifest } from "../../src/operations/read-manifest.js";
import { ownData } from "../support/own-data.js";
import { copyTemplate } from "../support/templates.js";
import { manifestOf } from "./manifests.js";

const directory = ownData();
beforeAll(async () => {
  await copyTemplate("pglite", directory());
});

/** Runs `hub operations …` in this process and answers what it printed. */
async function operations(...words: readonly string[]): Promise<string> {
  const out = jest.spyOn(process.stdout, "write").mockReturnValue(true);
  try {
    await operationsCommand().parseAsync([...words], { from: "user" });
    return out.mock.calls.map(([chunk]) => String(chunk)).join("");
  } finally {
    out.mockRestore();
  }
}

const FEDERATION = ["--department", "县残联", "--duty", "2.3"];
const NAMES = "query Names($id: ID!) { household(id: $id) { members { name age } } }";
const VEHICLES =
  "query Vehicles($id: ID!) { household(id: $id) { members { vehicles { kind } } } }";
const ID_NUMBERS = "query IdNumbers($id: ID!) { household(id: $id) { members { idNumber } } }";
const LITERAL = '{ person(idNumber: "11010519491231002X") { name } }';

async function publish(manifest: string, ...more: readonly string[]): Promise<string> {
  const file = join(directory(), "manifest.json");
  await writeFile(file, manifest);
  return operations("publish", ...FEDERATION, file, ...more);
}

test("publish, list, withdraw -> the operations as they are", async () => {
  const hash = operationHash(NAMES);
  expect(await publish(manifestOf(NAMES))).toBe(`${hash} query Names\n`);
  const registered = {
    department: "县残联",
    duty: "2.3",
    hash,
    name: "Names",
    type: "query",
    text: NAMES,
    publishedAt: expect.any(String),
  };
  const listed = JSON.parse(await operations("list", "--json"));
  expect(listed).toEqual({ ...registered, withdrawnAt: null });
  expect(JSON.parse(await publish(manifestOf(NAMES), "--json"))).toMatchObject({ hash });
  expect(JSON.parse(await operations("list", "--json"))).toEqual(listed);
  expect(await operations("withdraw", ...FEDERATION, hash)).toBe(`${hash} is withdrawn\n`);
  expect(await operations("list")).toMatch(
    new RegExp(`县残联 +2.3 +${hash} +query +Names +2\\S+ +2\\S+\n$`),
  );
  await expect(operations("withdraw", ...FEDERATION, hash)).rejects.toThrow("not registered");
  await publish(manifestOf(NAMES));
  expect(await operations("list")).toMatch(/query +Names +2\S+\n$/);
});

test("publish what the duty does not need -> each coordinate named with the duties that do, nothing stored", async () => {
  const before = await operations("list", "--json");
  await expect(
    publish(manifestOf("query Ages { duties { id } }", ID_NUMBERS, VEHICLES)),
  ).rejects.toMatchObject({
    code: "OPERATIONS_REFUSED",
    problems: [
      expect.stringMatching(/^IdNumbers: Person.idNumber .* duty 2.3 \(grantedBy: .*\)$/),
      "Vehicles: Person.vehicles may not be read under duty 2.3 (grantedBy: none)",
      "Vehicles: Vehicle.kind may not be read under duty 2.3 (grantedBy: none)",
    ],
  });
  expect(await operations("list", "--json")).toBe(before);
});

test("publish fields that are not there and ID numbers in the text -> refused, saying why", async () => {
  const manifest = manifestOf("query A { viewer { shoeSize } }", `query B ${LITERAL}`);
  await expect(publish(manifest)).rejects.toMatchObject({
    problems: [expect.stringMatching(/^A: .*shoeSize/), expect.stringMatching(/^B: .*variable/)],
  });
});

test("for a department or duty that is not there or not its own -> refused", async () => {
  const file = join(directory(), "manifest.json");
  await writeFile(file, manifestOf(NAMES));
  const as = (department: string, duty: string) =>
    operations("publish", "--department", department, "--duty", duty, file);
  await expect(as("县外星局", "2.3")).rejects.toThrow("县外星局 is not in the register");
  await expect(as("县残联", "99.9")).rejects.toThrow("duty 99.9 is not in the register");
  await expect(as("县残联", "1.2")).rejects.toThrow("not assigned to 县残联");
});

describe("a manifest", () => {
  const [entry] = JSON.parse(manifestOf(NAMES)).operations;
  const withEntry = (changed: object) => {
    const manifest = JSON.parse(manifestOf(NAMES));
    return JSON.stringify({ ...manifest, operations: [{ ...entry, ...changed }] });
  };
  const withBody = (body: string) => withEntry({ id: operationHash(body), body });

  test.each([
    ["that is not JSON", "{", "the manifest is not JSON"],
    [
      "of another format",
      manifestOf(NAMES).replace("apollo-", "other-"),
      expect.stringMatching(/^manifest format/),
    ],
    ["with another id", withEntry({ id: "1" }), expect.stringMatching(/its id is not the SHA-256/)],
    ["with another name", withEntry({ name: "Other" }), expect.stringMatching(/name or type/)],
    ["of two operations in one", withBody(`${NAMES} query B { duties { id } }`), expect.anything()],
    ["of a type definition", withBody(`${NAMES} type T { a: Int }`), expect.anything()],
    ["of no GraphQL", withBody("query Names {"), expect.stringMatching(/Syntax Error/)],
  ])("%s -> refused", (_what, manifest, problem) => {
    const read = () => readManifest(manifest);
    expect(read).toThrow(expect.objectContaining({ problems: [problem] }));
  });
});

describe("who is bound to registered operations", () => {
  const kinds: Caller["kind"][] = ["system", "developer", null, "vouched"];
  const registered = { has: async () => false, textOf: async () => undefined };
  test.each<[BoundCallers, Caller["kind"][]]>([
    ["everyone", ["system", "developer", null]],
    ["systems", ["system"]],
    ["nobody", []],
  ])("%s -> %j", async (setting, bound) => {
    const door = new OperationDoor(setting, registered);
    const refused = [];
    for (const kind of kinds) {
      const caller = { department: "县残联", duty: "2.3", kind } as Caller;
      const admitted = door.admit(caller, { text: NAMES, hash: undefined });
      if ((await admitted.catch(({ code }) => code)) !== NAMES) refused.push(kind);
    }
    expect(refused).toEqual(bound);
  });

  test("what comes with the hub -> let through to the letter, as a text alone, and for people alone", async () => {
    const door = new OperationDoor("everyone", registered, new Set([NAMES]));
    const code = (text?: string, hash?: string, kind: Caller["kind"] = "developer") =>
      door
        .admit({ department: "县残联", duty: "2.3", kind } as Caller, { text, hash })
        .catch((error) => error.code);
    expect(await code(NAMES)).toBe(NAMES);
    expect(await code(NAMES, undefined, "system")).toBe("OPERATION_NOT_REGISTERED");
    expect(await code(`${NAMES} `)).toBe("OPERATION_NOT_REGISTERED");
    expect(await code(undefined, operationHash(NAMES))).toBe("OPERATION_NOT_REGISTERED");
  });
});
