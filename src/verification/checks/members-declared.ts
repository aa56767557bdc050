import { maskIdNumber } from "../../codes/id-number.js";
import { evidence, says, type Check } from "../finding.js";

/** Whether the members that an application names are those that are registered. */
export const membersDeclared: Check = ({ application, household }) => {
  if (!application.persons) return [];
  const declared = application.persons.filter(({ role }) => role === "MEMBER");
  const registered = household.members.flatMap(({ identity }) => identity.records);
  if (registered.length < household.members.length) return [];
  const added = declared.filter(({ idNumber }) =>
    registered.every((record) => record.idNumber !== idNumber),
  );
  const missing = registered.filter((record) =>
    declared.every(({ idNumber }) => idNumber !== record.idNumber),
  );
  if (added.length === 0 && missing.length === 0) return [];
  const names = (people: readonly { name: string | null; idNumber: string | null }[]) =>
    people
      .map(({ name, idNumber }) => `${name ?? ""}（${maskIdNumber(idNumber ?? "")}）`)
      .join("、");
  return [
    {
      code: "MEMBERS_DIFFER" as const,
      severity: "MEDIUM" as const,
      person: null,
      declared:
        added.length === 0 ? null : says(`多报 ${names(added)}`, `not on file: ${names(added)}`),
      found:
        missing.length === 0 ? null : says(`少报 ${names(missing)}`, `left out: ${names(missing)}`),
      evidence: missing.map((record) =>
        evidence("household", null, record, record.name ?? "", record.name ?? ""),
      ),
      basis: ["REGULATION_9" as const],
      advice: {
        zh: "入户核实共同生活的成员，更正申报或家庭登记后重新核对；新成员须签署授权书。",
        en: "Visit the family, correct application or register and verify again; a new member signs a consent.",
      },
    },
  ];
};
