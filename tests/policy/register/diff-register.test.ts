import fc from "fast-check";
import { describeDiff } from "../../../src/policy/register/describe-diff.js";
import { diffRegister, type FieldDuties } from "../../../src/policy/register/diff-register.js";
import type { Register } from "../../../src/policy/register/register.js";
import { body, duty, registerOf } from "./fixtures.js";

const field = (
  coordinate: string,
  owner: string,
  duties: string[],
  sharing: FieldDuties["sharing"] = "CONDITIONAL",
): FieldDuties => ({ coordinate, owner, duties, sharing });

const FIELDS = [
  field("Person.name", "县甲局", ["1.1", "1.2"]),
  field("Person.card", "县乙局", ["1.1"]),
  field("Person.secret", "县甲局", ["1.1"], "NOT_SHARED"),
];

const before = registerOf([duty("1.1", ["县甲局"]), duty("1.2", ["县丙局"])]);
const diff = (after: Register, fields = FIELDS) => diffRegister(before, after, fields);

describe("access", () => {
  test("a department joins a list -> it gains what the duty needs, but nothing that is not shared", () => {
    const after = registerOf([duty("1.1", ["县甲局", "县丁局"]), duty("1.2", ["县丙局"])]);
    expect(diff(after)).toMatchObject({
      gained: [{ department: "县丁局", duty: "1.1", coordinates: ["Person.name", "Person.card"] }],
      lost: [],
      assignments: [{ duty: "1.1", added: ["县丁局"], removed: [], lead: null }],
      widens: true,
    });
  });

  test("an owner joins a list -> it gains all its own fields there", () => {
    const after = registerOf([duty("1.1", ["县甲局"]), duty("1.2", ["县丙局", "县甲局"])]);
    expect(diff(after).gained).toEqual([
      { department: "县甲局", duty: "1.2", coordinates: ["Person.name", "Person.secret"] },
    ]);
  });

  test("a department leaves a list -> it loses, and nothing widens", () => {
    const after = registerOf([duty("1.1", ["县甲局"]), duty("1.2", ["县丁局"])]);
    expect(diff(after, [])).toMatchObject({
      widens: false,
      assignments: [{ lead: { before: "县丙局", after: "县丁局" } }],
    });
    expect(diff(registerOf([duty("1.1", ["县甲局"])]))).toMatchObject({
      lost: [{ department: "县丙局", duty: "1.2", coordinates: ["Person.name"] }],
      removed: [{ duty: "1.2", title: "事项1" }],
      widens: false,
    });
  });

  test("another name of the same body -> no difference", () => {
    const names = [body("县丙局", { aliases: ["县丙委"] })];
    const old = registerOf(before.duties.slice(), names);
    const after = registerOf([duty("1.1", ["县甲局"]), duty("1.2", ["县丙委"])], names);
    expect(describeDiff(diffRegister(old, after, FIELDS))).toEqual(["no difference"]);
  });

  test("a collective gets a member -> the member gains", () => {
    const duties = [duty("1.1", ["各方"])];
    const without = registerOf(duties, [body("各方", { collective: true }), body("县丁局")]);
    const having = registerOf(duties, [
      body("各方", { collective: true, members: ["县丁局"] }),
      body("县丁局"),
    ]);
    expect(diffRegister(without, having, FIELDS).gained).toMatchObject([{ department: "县丁局" }]);
  });
});

describe("an id that may mean another task", () => {
  test("another title under the same id -> retitled, which counts as widening", () => {
    const after = registerOf([
      duty("1.1", ["县甲局"], { title: "别的事" }),
      duty("1.2", ["县丙局"]),
    ]);
    expect(diff(after)).toMatchObject({
      gained: [],
      retitled: [{ duty: "1.1", before: "事项1", after: "别的事" }],
      widens: true,
    });
  });

  test("an item put before another -> the other is renumbered, by its title", () => {
    const old = registerOf([duty("1.1", ["县甲局"], { title: "旧事" })]);
    const after = registerOf([
      duty("1.1", ["县甲局"], { title: "新事" }),
      duty("2.1", ["县甲局"], { title: "旧事" }),
    ]);
    expect(diffRegister(old, after, [])).toMatchObject({
      renumbered: [{ from: "1.1", to: "2.1", title: "旧事" }],
      retitled: [{ duty: "1.1" }],
      widens: true,
    });
  });

  test("a list put before another under the same title -> renumbered, by its wording", () => {
    const old = registerOf([duty("1.1", ["县甲局"], { taskDigest: "a".repeat(16) })]);
    const after = registerOf([
      duty("1.1", ["县甲局"], { taskDigest: "b".repeat(16) }),
      duty("1.2", ["县甲局"], { taskDigest: "a".repeat(16) }),
    ]);
    expect(diffRegister(old, after, [])).toMatchObject({
      renumbered: [{ from: "1.1", to: "1.2" }],
      reworded: [{ duty: "1.1", mayBeAnother: true }],
      widens: true,
    });
  });

  test("new wording in an item with as many lists -> reworded, which widens nothing", () => {
    const old = registerOf([duty("1.1", ["县甲局"], { taskDigest: "a".repeat(16) })]);
    const after = registerOf([duty("1.1", ["县甲局"], { taskDigest: "b".repeat(16) })]);
    expect(diffRegister(old, after, [])).toMatchObject({
      reworded: [{ duty: "1.1", mayBeAnother: false }],
      widens: false,
    });
  });
});

describe("validity", () => {
  test.each([
    ["an open start", "2026-01-01", null, null, null, true],
    ["a later start", "2026-01-01", null, "2026-02-01", null, false],
    ["an earlier end", null, "2026-12-31", null, "2026-06-30", false],
    ["a later end", null, "2026-12-31", null, "2027-12-31", true],
  ])(
    "%s -> reported; widening only where it is longer",
    (_situation, from, to, newFrom, newTo, widens) => {
      const old = registerOf([duty("1.1", ["县甲局"], { validFrom: from, validTo: to })]);
      const after = registerOf([duty("1.1", ["县甲局"], { validFrom: newFrom, validTo: newTo })]);
      const result = diffRegister(old, after, FIELDS);
      expect(result.periods).toHaveLength(1);
      expect(result.widens).toBe(widens);
    },
  );
});

describe("any two registers", () => {
  const names = ["县甲局", "县乙局", "县乙委", "县丙局", "各方"];
  const departments = [
    body("县乙局", { aliases: ["县乙委"] }),
    body("各方", { collective: true, members: ["县丙局"] }),
    body("县丙局"),
  ];
  const ids = ["1.1", "1.2", "2.1"];
  const register = fc
    .uniqueArray(
      fc.record({
        id: fc.constantFrom(...ids),
        departments: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 }),
        title: fc.constantFrom("甲事", "乙事"),
        taskDigest: fc.constantFrom("a".repeat(16), "b".repeat(16), undefined),
        validTo: fc.constantFrom(null, "2026-12-31"),
      }),
      { selector: ({ id }) => id },
    )
    .map((duties) =>
      registerOf(
        duties.map(({ id, departments: list, ...more }) => duty(id, list, more)),
        departments,
      ),
    );
  const fields = fc.uniqueArray(
    fc.record({
      coordinate: fc.constantFrom("A.a", "A.b", "B.c"),
      owner: fc.constantFrom(...names.slice(0, 4)),
      sharing: fc.constantFrom(
        "UNCONDITIONAL" as const,
        "CONDITIONAL" as const,
        "NOT_SHARED" as const,
      ),
      duties: fc.subarray(ids),
    }),
    { selector: ({ coordinate }) => coordinate },
  );
  const cells = (
    changes: readonly { department: string; duty: string; coordinates: readonly string[] }[],
  ) =>
    changes
      .flatMap(({ department, duty: id, coordinates }) =>
        coordinates.map((coordinate) => `${department} ${id} ${coordinate}`),
      )
      .sort();

  test("a register and itself -> no difference, and no widening", () => {
    fc.assert(
      fc.property(register, fields, (a, declared) => {
        const same = diffRegister(a, structuredClone(a), declared);
        expect(describeDiff(same)).toEqual(["no difference"]);
        expect(same.widens).toBe(false);
      }),
    );
  });

  test("what one way gains, the other way loses", () => {
    fc.assert(
      fc.property(register, register, fields, (a, b, declared) => {
        const [there, back] = [diffRegister(a, b, declared), diffRegister(b, a, declared)];
        expect(cells(there.gained)).toEqual(cells(back.lost));
        expect(cells(there.lost)).toEqual(cells(back.gained));
        expect(there.added).toEqual(back.removed);
      }),
    );
  });
});
