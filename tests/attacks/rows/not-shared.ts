import { assignedDepartments } from "../../../src/policy/register/register.js";
import type { Asking, TestHub } from "../../support/hubs.js";
import { means } from "./asking.js";

/** The fields that only their owner reads, by owner. */
const FIELDS: Readonly<Record<string, string>> = {
  县医保局: "medicalInsurance { diagnoses { code name diagnosedOn } }",
  县残联: "disability { bankAccount }",
};

/** What its owner shares with nobody. */
export function describeNotShared(hub: () => TestHub): void {
  const { ask, idNumberOf, rows } = means(hub);

  describe("a field that is not shared", () => {
    let person: string;
    beforeAll(async () => {
      const [found] = await rows<{ person: string }>(
        `select person from medical_insurance.diagnosis
           join disabled_federation.disability using (person) limit 1`,
      );
      person = `person(idNumber: "${await idNumberOf(found!.person)}")`;
    });
    const assigned = (wanted: (department: string) => boolean): Asking[] => {
      const { register } = hub().plan.policy;
      return register.duties.flatMap((duty) =>
        assignedDepartments(register, duty)
          .filter(wanted)
          .slice(0, 1)
          .map((department) => ({ department, duty: duty.id })),
      );
    };

    test.each(Object.entries(FIELDS))(
      "%s reads it under each of its duties",
      async (owner, fields) => {
        const own = assigned((department) => department === owner);
        expect(own.length).toBeGreaterThan(4);
        for (const asking of own) {
          const { status, errors, text } = await ask(asking, `{ ${person} { ${fields} } }`);
          expect([asking.duty, status, errors]).toEqual([asking.duty, 200, []]);
          expect(text).toMatch(/"(code|bankAccount)":"\w/);
        }
      },
    );

    test("nobody else does, under any duty, and no duty of theirs would allow it", async () => {
      const others = assigned((department) => !Object.hasOwn(FIELDS, department));
      expect(others.length).toBeGreaterThan(40);
      const query = `{ ${person} { ${Object.values(FIELDS).join(" ")} } }`;
      for (const asking of others) {
        const { status, data, errors } = await ask(asking, query);
        expect([status, data]).toEqual([403, undefined]);
        const refused = errors.map(({ extensions }) => [
          extensions["coordinate"],
          extensions["grantedBy"],
        ]);
        expect(refused).toEqual(
          expect.arrayContaining([
            ["MedicalInsurance.diagnoses", []],
            ["Diagnosis.code", []],
            ["Diagnosis.name", []],
            ["Diagnosis.diagnosedOn", []],
            ["Disability.bankAccount", []],
          ]),
        );
      }
    });
  });
}
