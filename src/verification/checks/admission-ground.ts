import { admissionGroundOf } from "../means/disability.js";
import { evidence, says, type Check } from "../finding.js";
import { reliefOn } from "../situation.js";

/** Whether, while a single-household admission is drawn, any member still has one of the document's grounds. */
export const admissionGround: Check = (situation, _parameters, date) => {
  const relief = reliefOn(situation, date).filter(
    ({ programme }) => programme === "SINGLE_HOUSEHOLD",
  );
  const { members } = situation.household;
  if (relief.length === 0 || members.length === 0) return [];
  const grounds = members.map((member) => admissionGroundOf(member, date));
  if (grounds.some((ground) => ground !== null)) return [];
  const known = members.flatMap((member) =>
    member.answers.disability.records.map((record) =>
      evidence("disability", member, record, "残疾登记", "disability on record"),
    ),
  );
  return [
    {
      code: "ADMISSION_WITHOUT_GROUND" as const,
      severity: "HIGH" as const,
      person: null,
      declared: says("享受单独列户低保", "draws as a household of its own"),
      found: says(
        "成员中无重病患者、一二级残疾人或成年三四级精神智力残疾人",
        "no member is seriously ill, disabled in grade 1 or 2, or an adult with a mental or intellectual disability in grade 3 or 4",
      ),
      evidence: [
        ...relief.map((record) =>
          evidence("assistance", null, record, "单独列户低保", "single-household admission"),
        ),
        ...known,
      ],
      basis: ["DOCUMENT_2_3" as const],
      advice: {
        zh: "复核单独列户成员的病情和残疾等级；不再符合的，按家庭整体情况重新认定。",
        en: "Review the admitted member's illness and grade; where no ground is left, assess the family as a whole.",
      },
    },
  ];
};
