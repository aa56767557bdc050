import {
  assignedDepartments,
  canonicalName,
  consentRequired,
  dutiesOf,
  findDuty,
  isAssigned,
  isInForce,
  registeredNames,
} from "../../../src/policy/register/register.js";
import { body, duty, registerOf } from "./fixtures.js";

const relief = duty("1.1", ["县甲委", "有关部门", "县丙局"]);
const survey = duty("1.2", ["有关部门"]);
const subsidy = duty("2.1", ["县甲局", "县甲委", "县新局"]);
const bodies = [
  body("县甲局", { aliases: ["县甲委"] }),
  body("县乙局"),
  body("县丙局"),
  body("有关部门", { aliases: ["相关部门"], collective: true, members: ["县乙局", "县甲委"] }),
];
const register = registerOf([relief, survey, subsidy], bodies, {
  purposes: [
    { id: "1.1", purposeZh: "核对", purposeEn: "check", consentRequired: true },
    { id: "1.2", purposeZh: "调查", purposeEn: "survey", consentRequired: false },
  ],
});

describe("names", () => {
  test("an alias -> the official name; a stranger -> undefined", () => {
    expect(canonicalName(register, "县甲委")).toBe("县甲局");
    expect(canonicalName(register, "县甲局")).toBe("县甲局");
    expect(canonicalName(register, "县外局")).toBeUndefined();
  });

  test("a name that only the document has -> stands for itself", () => {
    expect(canonicalName(register, "县新局")).toBe("县新局");
    expect(isAssigned(register, subsidy, "县新局")).toBe(true);
  });

  test("names as written -> each once, in order of first appearance", () => {
    expect(registeredNames(register)).toEqual(["县甲委", "有关部门", "县丙局", "县甲局", "县新局"]);
  });
});

describe("who answers for a duty", () => {
  test("a collective with members -> the members in its place, each body once", () => {
    expect(assignedDepartments(register, relief)).toEqual(["县甲局", "县乙局", "县丙局"]);
  });

  test("two names of one body in a list -> the body once", () => {
    expect(assignedDepartments(register, subsidy)).toEqual(["县甲局", "县新局"]);
  });

  test("a collective without members -> nobody", () => {
    const none = registerOf([survey], [body("有关部门", { collective: true })]);
    expect(assignedDepartments(none, survey)).toEqual([]);
    expect(isAssigned(none, survey, "有关部门")).toBe(false);
  });

  test.each([
    ["the official name", "县甲局", true],
    ["an alias", "县甲委", true],
    ["a member of the collective", "县乙局", true],
    ["the collective's own name", "有关部门", false],
    ["the collective's alias", "相关部门", false],
    ["a stranger", "县外局", false],
  ])("%s -> %s is assigned: %s", (_situation, name, assigned) => {
    expect(isAssigned(register, relief, name)).toBe(assigned);
  });

  test("a department's duties -> in the register's order, under any of its names", () => {
    expect(dutiesOf(register, "县甲委").map(({ id }) => id)).toEqual(["1.1", "1.2", "2.1"]);
    expect(dutiesOf(register, "有关部门")).toEqual([]);
  });
});

describe("a duty", () => {
  test("by its id -> itself; an id that is not there -> undefined", () => {
    expect(findDuty(register, "1.2")).toBe(survey);
    expect(findDuty(register, "9.9")).toBeUndefined();
  });

  test.each([
    [null, null, true],
    ["2026-05-01", null, true],
    ["2026-05-02", null, false],
    [null, "2026-05-01", true],
    [null, "2026-04-30", false],
  ])("valid from %s to %s -> in force on 2026-05-01: %s", (validFrom, validTo, inForce) => {
    expect(isInForce(duty("1.1", [], { validFrom, validTo }), "2026-05-01")).toBe(inForce);
  });

  test("consent -> as its purpose says, and needed where nobody has stated the purpose", () => {
    expect(["1.1", "1.2", "2.1"].map((id) => consentRequired(register, id))).toEqual([
      true,
      false,
      true,
    ]);
  });
});
