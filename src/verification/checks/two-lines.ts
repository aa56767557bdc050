import { AssistanceProgramme } from "../../codes/code-tables.js";
import { evidence, says, type Check } from "../finding.js";
import { programmesOn, recordsOf, reliefOn } from "../situation.js";

/** The list of low-income farmers against relief (两线合一); a household that agriculture does not know is none of its business. */
export const twoLines: Check = (situation, { lowIncomeFarmerProgrammes }, date) => {
  const records = recordsOf(situation, "agriculture").filter(
    ({ record }) => record.lowIncomeFarmer !== null,
  );
  if (records.length === 0 || situation.household.assistance.reason !== null) return [];
  const farmer = records.some(({ record }) => record.lowIncomeFarmer === true);
  const drawn = [...programmesOn(situation, date)];
  const relieved = drawn.some((programme) => lowIncomeFarmerProgrammes.includes(programme));
  const unanswered = situation.household.members.some(
    ({ answers }) => answers.agriculture.reason !== null,
  );
  if (farmer === relieved || (!farmer && unanswered)) return [];
  const programmes = drawn.map((programme) => AssistanceProgramme.entries[programme]);
  return [
    {
      code: farmer
        ? ("LOW_INCOME_FARMER_WITHOUT_RELIEF" as const)
        : ("RELIEF_WITHOUT_LOW_INCOME_FARMER" as const),
      severity: "LOW" as const,
      person: null,
      declared: says(
        programmes.map(({ zh }) => zh).join("、") || "未享受救助",
        programmes.map(({ en }) => en).join(", ") || "no relief",
      ),
      found: farmer
        ? says("列入低收入农户", "on the list of low-income farmers")
        : says("未列入低收入农户", "not on the list of low-income farmers"),
      evidence: [
        ...records.map(({ member, record }) => {
          const [zh, en] = record.lowIncomeFarmer ? ["低收入农户", "yes"] : ["非低收入农户", "no"];
          return evidence("agriculture", member, record, zh, `low-income farmer: ${en}`);
        }),
        ...reliefOn(situation, date).map((relief) =>
          evidence("assistance", null, relief, "在享救助", "relief drawn"),
        ),
      ],
      basis: ["DOCUMENT_2_1" as const],
      advice: farmer
        ? {
            zh: "主动上门核查：符合条件的帮助申请低保或低保边缘，不符合的商农业农村部门调整名单。",
            en: "Visit the family: help it apply where it is entitled, or settle the list with agriculture.",
          }
        : {
            zh: "将该户推送农业农村部门，列入低收入农户后享受帮扶政策。",
            en: "Pass the household to agriculture, so that it is listed and gets that support.",
          },
    },
  ];
};
