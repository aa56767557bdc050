import { loadRegister } from "../../../src/policy/register/load-register.js";
import type { RegisterError } from "../../../src/policy/register/register-error.js";
import { formatRegister } from "../../../src/policy/register/write-register.js";
import { body, directoryWith, duty, registerOf, thrownBy } from "./fixtures.js";

const sound = registerOf([duty("1.1", ["县甲局"])], [body("县甲局")]);

function load(files: Record<string, unknown>) {
  const data = {
    "departments.json": { departments: sound.departments },
    "duties.json": { purposes: [] },
    ...files,
  };
  const texts = Object.entries(data).map(([name, content]) => [name, JSON.stringify(content)]);
  return loadRegister(
    directoryWith({ "register.json": formatRegister(sound), ...Object.fromEntries(texts) }),
  );
}

const problemsOf = (files: Record<string, unknown>): readonly string[] =>
  (thrownBy(() => load(files)) as RegisterError).problems;

describe("a register's files", () => {
  test("sound -> the register that was written", () => {
    expect(load({})).toEqual(sound);
  });

  test("the project's own -> loads, with a purpose for every duty", () => {
    const { duties, purposes } = loadRegister();
    expect(purposes.map(({ id }) => id)).toEqual(duties.map(({ id }) => id));
  });

  test("no files -> every one is named", () => {
    expect((thrownBy(() => loadRegister(directoryWith({}))) as RegisterError).problems).toEqual([
      "register.json: is missing",
      "departments.json: is missing",
      "duties.json: is missing",
    ]);
  });

  test("mistakes in several files -> all of them at once, each with its place", () => {
    const problems = problemsOf({
      "departments.json": { departments: [{ name: "县甲局", alias: ["县甲委"] }] },
      "duties.json": {
        purposes: [{ id: "x", purposeZh: "", purposeEn: "a", consentRequired: "no" }],
      },
    });
    expect(problems.filter((problem) => problem.startsWith("departments.json"))).toHaveLength(1);
    expect(problems.filter((problem) => problem.startsWith("duties.json"))).toHaveLength(3);
  });

  test.each([
    ["an alias of itself", [body("县甲局", { aliases: ["县甲局"] })]],
    [
      "an alias used twice",
      [body("县甲局", { aliases: ["丙"] }), body("县乙局", { aliases: ["丙"] })],
    ],
    ["an alias that is another's name", [body("县甲局", { aliases: ["县乙局"] }), body("县乙局")]],
    ["a name twice", [body("县甲局"), body("县甲局")]],
    [
      "a collective that is its own member",
      [body("各方", { collective: true, members: ["各方"] })],
    ],
    [
      "a collective that is its own member by an alias",
      [body("各方", { aliases: ["大家"], collective: true, members: ["大家"] })],
    ],
    ["a member that is not there", [body("各方", { collective: true, members: ["县丙局"] })]],
    [
      "a member that is a collective",
      [body("各方", { collective: true, members: ["大家"] }), body("大家", { collective: true })],
    ],
    [
      "a member twice, under two names",
      [
        body("县甲局", { aliases: ["县甲委"] }),
        body("各方", { collective: true, members: ["县甲局", "县甲委"] }),
      ],
    ],
    ["members of a single body", [body("县甲局", { members: ["县乙局"] }), body("县乙局")]],
  ])("%s -> refused, with one line", (_situation, departments) => {
    expect(problemsOf({ "departments.json": { departments } })).toEqual([
      expect.stringMatching(/^departments\.json: /),
    ]);
  });

  test("a purpose for a duty that is not there, and one twice -> refused", () => {
    const purpose = (id: string) => ({
      id,
      purposeZh: "甲",
      purposeEn: "a",
      consentRequired: false,
    });
    expect(problemsOf({ "duties.json": { purposes: ["1.1", "1.1", "7.7"].map(purpose) } })).toEqual(
      [
        "duties.json: duty 1.1 has more than one purpose",
        "duties.json: duty 7.7 is not in the document; remove its purpose",
      ],
    );
  });

  test("a duty twice, one under a wrong id, one that ends before it begins -> refused", () => {
    const duties = [
      duty("1.1", ["县甲局"]),
      duty("1.1", ["县甲局"]),
      duty("1.2", ["县甲局"], { list: 3 }),
      duty("1.4", ["县甲局"], { validFrom: "2026-02-01", validTo: "2026-01-01" }),
    ];
    const { document } = sound;
    expect(problemsOf({ "register.json": { generated: "", document, duties } })).toEqual([
      "register.json: duty 1.1 is there more than once",
      "register.json: duty 1.2 is list 3 of item 1",
      "register.json: duty 1.4 ends before it begins",
    ]);
  });
});
