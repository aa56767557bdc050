import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { registerCommand } from "../../../src/cli/register.js";
import type { FieldDuties } from "../../../src/policy/register/diff-register.js";
import { loadRegister } from "../../../src/policy/register/load-register.js";
import { directoryWith } from "./fixtures.js";

const HEAD = "关于甲\n一、总则\n（一）先做。";
const OLD = `${HEAD}做甲。（县甲局）做乙。（县乙局）`;
const NARROW = `${HEAD}做甲。（县甲局）做乙。（县丁局）`;
const WIDE = `${HEAD}做甲。（县甲局、县丙局）做乙。（县乙局）`;
const MOVED = `${HEAD}做丙。（县甲局）做甲。（县甲局）做乙。（县乙局）`;

const FIELDS: FieldDuties[] = [
  { coordinate: "Person.name", owner: "县甲局", sharing: "CONDITIONAL", duties: ["1.1"] },
];
const DEPARTMENTS = JSON.stringify({
  departments: ["县甲局", "县乙局", "县丙局", "县丁局"].map((name) => ({ name })),
});

/** A directory with hand-kept data and documents, and a way to run the command on it. */
function workplace(purposes: object[] = []) {
  const directory = directoryWith({
    "departments.json": DEPARTMENTS,
    "duties.json": JSON.stringify({ purposes }),
    "old.txt": OLD,
    "narrow.txt": NARROW,
    "wide.txt": WIDE,
    "moved.txt": MOVED,
    "none.txt": "没有",
  });
  const run = async (action: string, ...args: string[]) => {
    const result = { out: "", err: "", code: "" };
    const command = registerCommand({ fieldDuties: async () => FIELDS });
    for (const part of [command, ...command.commands]) {
      part.exitOverride().configureOutput({
        writeOut: (text) => (result.out += text),
        writeErr: (text) => (result.err += text),
      });
    }
    const files = args.map((arg) => (arg.endsWith(".txt") ? join(directory, arg) : arg));
    try {
      await command.parseAsync([action, ...files, "--directory", directory], { from: "user" });
    } catch (error) {
      result.code = (error as { code: string }).code;
    }
    return result;
  };
  return { directory, run };
}

describe("hub register import", () => {
  test("the first document -> a register that loads, and nothing left beside it", async () => {
    const { directory, run } = workplace();
    const { out, err, code } = await run("import", "old.txt", "--valid-from", "2026-01-01");
    expect([err, code]).toEqual(["", ""]);
    expect(out).toMatch(/2 lists\n/);
    expect(loadRegister(directory).duties[0]).toMatchObject({ id: "1.1", validFrom: "2026-01-01" });
    expect(readdirSync(directory).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  test("the same document again -> the same bytes", async () => {
    const { directory, run } = workplace();
    const file = join(directory, "register.json");
    await run("import", "old.txt");
    const first = readFileSync(file, "utf8");
    expect((await run("import", "old.txt")).out).toContain("no difference");
    expect(readFileSync(file, "utf8")).toBe(first);
  });

  test("a document that narrows access -> imported without more ado", async () => {
    const { directory, run } = workplace();
    await run("import", "wide.txt");
    expect((await run("import", "old.txt")).code).toBe("");
    expect(loadRegister(directory).duties[0]?.departments).toEqual(["县甲局"]);
  });

  test("a document that widens access -> refused with what would be gained, the register untouched", async () => {
    const { directory, run } = workplace();
    await run("import", "old.txt");
    const { out, err, code } = await run("import", "wide.txt");
    expect([out, code]).toEqual(["", "ACCESS_WIDENED"]);
    expect(err).toContain("县丙局\n  1.1 gains Person.name\n");
    expect(loadRegister(directory).duties[0]?.departments).toEqual(["县甲局"]);
  });

  test("the same with --accept-widening -> imported", async () => {
    const { directory, run } = workplace();
    await run("import", "old.txt");
    expect((await run("import", "wide.txt", "--accept-widening")).code).toBe("");
    expect(loadRegister(directory).duties[0]?.departments).toEqual(["县甲局", "县丙局"]);
  });

  test("a document that renumbers -> refused, though nobody gains a field", async () => {
    const { run } = workplace();
    await run("import", "old.txt");
    const { err, code } = await run("import", "moved.txt");
    expect(code).toBe("ACCESS_WIDENED");
    expect(err).toMatch(/^renumbered.*\n {2}1\.1 -> 1\.2 /);
  });

  test("a purpose for a duty that the document dropped -> refused, naming the file to correct", async () => {
    const purpose = { id: "1.3", purposeZh: "甲", purposeEn: "a", consentRequired: false };
    const { directory, run } = workplace([purpose]);
    expect((await run("import", "old.txt")).code).toBe("REGISTER_INVALID");
    expect(readdirSync(directory)).not.toContain("register.json");
    expect((await run("import", "moved.txt")).code).toBe("");
  });

  test("a document without a list -> its code", async () => {
    expect((await workplace().run("import", "none.txt")).code).toBe("NO_LIST");
  });

  test("--json -> one line of JSON, written or refused", async () => {
    const { run } = workplace();
    expect(JSON.parse((await run("import", "old.txt", "--json")).out)).toMatchObject({
      written: true,
      lists: 2,
      diff: null,
    });
    expect(JSON.parse((await run("import", "wide.txt", "--json")).out)).toMatchObject({
      written: false,
      diff: { gained: [{ department: "县丙局", duty: "1.1", coordinates: ["Person.name"] }] },
    });
  });

  test.each([
    [["--status", "final"]],
    [["--valid-from", "1 May"]],
    [["--valid-from", "2026-02-30"]],
  ])("%j -> refused before anything is read", async (args) => {
    expect((await workplace().run("import", "old.txt", ...args)).code).toBe(
      "commander.invalidArgument",
    );
  });
});

describe("hub register diff", () => {
  test("two documents -> by department and duty, the fields gained and lost", async () => {
    const { run } = workplace();
    expect((await run("diff", "old.txt", "wide.txt")).out).toContain(
      "县丙局\n  1.1 gains Person.name\n",
    );
    expect((await run("diff", "wide.txt", "old.txt")).out).toContain(
      "县丙局\n  1.1 loses Person.name\n",
    );
  });

  test("one document -> compared with the register in force, which stays", async () => {
    const { directory, run } = workplace();
    await run("import", "old.txt");
    const { out } = await run("diff", "wide.txt", "--json");
    expect(JSON.parse(out)).toMatchObject({ widens: true, gained: [{ department: "县丙局" }] });
    expect(loadRegister(directory).duties[0]?.departments).toEqual(["县甲局"]);
  });

  test("one document and no register in force -> REGISTER_INVALID", async () => {
    expect((await workplace().run("diff", "old.txt")).code).toBe("REGISTER_INVALID");
  });
});
