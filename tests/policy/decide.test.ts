import fc from "fast-check";
import { blueprint, type Blueprint } from "../../src/index.js";
import { decideField, grantingDuties, readableCoordinates } from "../../src/policy/decide.js";
import { accessMatrix } from "../../src/policy/matrix.js";
import type { Register } from "../../src/policy/register/register.js";

const DATE = "2026-11-24";

let plan: Blueprint;
beforeAll(async () => {
  plan = await blueprint();
});

/** The rule as the contract words it, written a second time. */
function mayRead(register: Register, field: Governed, department: string, duty: string): boolean {
  const body = (name: string) =>
    register.departments.find((known) => known.name === name || known.aliases.includes(name));
  const list = register.duties.find(({ id }) => id === duty)?.departments ?? [];
  const asked = body(department);
  const listed = list.some((name) => body(name) === asked && asked?.collective === false);
  const owner = body(field.owner) === asked;
  return listed && (owner || (field.sharing !== "NOT_SHARED" && field.duties.includes(duty)));
}

interface Governed {
  readonly owner: string;
  readonly sharing: string;
  readonly duties: readonly string[];
}

describe("a decision", () => {
  test("agrees with the rule for every department, duty and field", () => {
    const { policy } = plan;
    let cells = 0;
    for (const cell of accessMatrix(policy, DATE)) {
      const field = policy.fields.get(cell.coordinate);
      const expected = mayRead(policy.register, field as never, cell.department, cell.duty);
      if (cell.allowed !== expected) throw new Error(`differs: ${JSON.stringify(cell)}`);
      cells += 1;
    }
    expect(cells).toBeGreaterThan(44 * 47 * 140);
  });

  test("on any department, duty and coordinate is deny unless the policy says otherwise", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (department, duty, coordinate) => {
        const verdict = decideField(plan.policy, { department, duty, date: DATE }, coordinate);
        expect(verdict.allowed).toBe(false);
      }),
    );
  });

  test.each([
    ["县民政局", "1.2", "Vehicle.plateNumber", true, "DUTY_NEEDS_FIELD"],
    ["县大数据局", "1.2", "Vehicle.plateNumber", true, "OWNER"],
    ["县残联", "2.3", "Vehicle.plateNumber", false, "FIELD_NOT_NEEDED"],
    ["县残联", "1.2", "Person.name", false, "DUTY_NOT_ASSIGNED"],
    ["县残联", "2.3", "Disability.bankAccount", true, "OWNER"],
    ["县民政局", "2.3", "Disability.bankAccount", false, "NOT_SHARED"],
    ["县发改局", "3.1", "Person.name", true, "DUTY_NEEDS_FIELD"],
    ["县社会救助工作联席会议成员单位", "1.1", "Person.name", false, "DUTY_NOT_ASSIGNED"],
    ["县民政局", "99.1", "Person.name", false, "DUTY_UNKNOWN"],
    ["县民政局", "1.2", "Person.secret", false, "FIELD_UNKNOWN"],
  ])("%s under %s on %s -> %s, %s", (department, duty, coordinate, allowed, reason) => {
    const standing = { department, duty, date: DATE };
    expect(decideField(plan.policy, standing, coordinate)).toEqual({ allowed, reason });
  });

  test("names the duties that would allow what is refused", () => {
    expect(grantingDuties(plan.policy, "县残联", DATE, "Disability.certificateNumber")).toEqual(
      plan.policy.register.duties
        .filter(({ departments }) => departments.includes("县残联"))
        .map(({ id }) => id),
    );
    expect(grantingDuties(plan.policy, "县民政局", DATE, "Declaration.wageIncome")).toContain(
      "1.2",
    );
    expect(grantingDuties(plan.policy, "县教育局", DATE, "Declaration.wageIncome")).toEqual([]);
  });

  test("on what follows a type is allowed with any governed field of it", () => {
    const readable = (department: string, duty: string) =>
      readableCoordinates(plan.policy, { department, duty, date: DATE });
    expect(readable("县医保局", "13.2").has("Query.person")).toBe(true);
    expect(readable("县医保局", "13.2").has("Disability.provenance")).toBe(true);
    expect(readable("县医保局", "13.2").has("Vehicle.provenance")).toBe(false);
    expect(readable("县金融办", "13.4").has("Query.person")).toBe(false);
    expect(readable("县金融办", "13.4").has("Query.viewer")).toBe(true);
  });
});
