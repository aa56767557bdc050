import { changeConsents } from "../support/consents.js";
import type { Answer } from "../support/hubs.js";
import { CIVIL_AFFAIRS, type issueCounty } from "./issue-county.js";

/** What may not be reported. */
export function issueRefusals({
  database,
  next,
  known,
  ofGrade,
  report,
  kept,
}: ReturnType<typeof issueCounty>): void {
  describe("refused as reading is, and nothing is kept", () => {
    const nothingKept = async (answer: Promise<Answer>) => {
      const before = await kept();
      const { status, errors } = await answer;
      expect(await kept()).toBe(before);
      return [status, errors[0]?.extensions] as const;
    };

    test("a field that the duty does not need -> the duties that would allow it", async () => {
      const { idNumber } = known();
      const input = { ...ofGrade(idNumber), coordinate: "Vehicle.status" };
      expect(await nothingKept(report(input))).toEqual([
        403,
        {
          code: "FIELD_NOT_AUTHORIZED",
          coordinate: "Vehicle.status",
          duty: "2.3",
          grantedBy: ["1.2"],
        },
      ]);
      const told = { ...ofGrade(idNumber), record: [{ field: "bankAccount", value: "1" }] };
      expect((await nothingKept(report(told)))[1]).toMatchObject({
        code: "FIELD_NOT_AUTHORIZED",
        coordinate: "Disability.bankAccount",
      });
    });

    test("a person elsewhere, and one without consent", async () => {
      const { person, idNumber } = next();
      const elsewhere = { ...CIVIL_AFFAIRS, jurisdiction: ["330727"] };
      expect((await nothingKept(report(ofGrade(idNumber), elsewhere)))[1]).toEqual({
        code: "OUT_OF_JURISDICTION",
      });
      await changeConsents(database(), person, { state: "REVOKED" });
      expect((await nothingKept(report(ofGrade(idNumber))))[1]).toMatchObject({
        code: "CONSENT_REQUIRED",
      });
    });

    test.each<[string, object, string]>([
      ["nobody", { idNumber: "11010519491231002X" }, "input.idNumber"],
      ["a person and a household", { householdId: "H330726000011" }, "input"],
      ["no field of a record", { coordinate: "Query.departments" }, "input.coordinate"],
      [
        "a record named by what is no data",
        { record: [{ field: "provenance", value: "x" }] },
        "input.record",
      ],
      ["no evidence", { evidence: [] }, "input.evidence"],
      ["nothing it should be", { shouldBe: " " }, "input.shouldBe"],
      ["a record that is not there", { coordinate: "ChildWelfare.category" }, "input.record"],
      ["the wrong kind of owner", { coordinate: "Assistance.startMonth" }, "input.idNumber"],
    ])("%s", async (_name, change, argument) => {
      const input = { ...ofGrade(known().idNumber), ...change };
      expect((await nothingKept(report(input)))[1]).toMatchObject({
        code: "BAD_USER_INPUT",
        argument,
      });
    });
  });
}
