import { DisabilityCategory, DisabilityGrade } from "../../codes/code-tables.js";
import { nursingSubsidyOf } from "../means/disability.js";
import { amounts, evidence, says, type Check, type Finding } from "../finding.js";
import { placeOf, programmesOn, recordsOf, type MemberRecord } from "../situation.js";

/** Nursing subsidy against category, grade and programme; living subsidy against the programme. */
export const disabilitySubsidies: Check = (situation, parameters, date) => {
  if (situation.household.assistance.reason !== null) return [];
  const drawn = programmesOn(situation, date);
  const excluded = parameters.disabilitySubsidyExcludedBy.some((one) => drawn.has(one));
  const inDifficulty = parameters.livingSubsidyProgrammes.some((one) => drawn.has(one));
  return recordsOf(situation, "disability").flatMap((found) => {
    const { record } = found;
    const findings: Finding[] = [];
    if (record.nursingSubsidy !== null) {
      const entitled = excluded ? null : nursingSubsidyOf(record, parameters);
      if (entitled === null) findings.push(nursing(found));
    }
    if (record.livingSubsidy !== null && (excluded || !inDifficulty)) findings.push(living(found));
    return findings;
  });
};

function nursing({ member, record }: MemberRecord<"disability">): Finding {
  const { category, grade } = record;
  const zh = `${category ? DisabilityCategory.entries[category].zh : "类别不详"}${grade ? DisabilityGrade.entries[grade].zh : ""}`;
  const en = `${category ? DisabilityCategory.entries[category].en : "unknown"} disability, ${grade ? DisabilityGrade.entries[grade].en : "grade unknown"}`;
  return {
    code: "NURSING_SUBSIDY_DOES_NOT_FIT",
    severity: "MEDIUM",
    person: placeOf(member),
    declared: amounts(record.nursingSubsidy ?? "0.00", "元/月"),
    found: says(zh, en),
    evidence: [evidence("disability", member, record, zh, en)],
    basis: ["SUBSIDIES_2015", "DOCUMENT_3_2", "DOCUMENT_2_3"],
    advice: {
      zh: "按现残疾类别、等级和救助类别重新审定护理补贴；单独列户的一并复核是否仍为重度残疾。",
      en: "Settle the subsidy anew by category, grade and programme; for a household of its own, see whether the disability is still severe.",
    },
  };
}

function living({ member, record }: MemberRecord<"disability">): Finding {
  return {
    code: "LIVING_SUBSIDY_DOES_NOT_FIT",
    severity: "MEDIUM",
    person: placeOf(member),
    declared: amounts(record.livingSubsidy ?? "0.00", "元/月"),
    found: says("家庭未享受对应的救助类别", "the household draws no programme that gives it"),
    evidence: [
      evidence("disability", member, record, "困难残疾人生活补贴", "disability living subsidy"),
    ],
    basis: ["SUBSIDIES_2015", "DOCUMENT_3_2"],
    advice: {
      zh: "核实家庭救助状态，不再符合的自次月起停发；系统未同步的更新救助登记。",
      en: "Check the household's relief: stop the subsidy with next month where it ended, or bring the register up to date.",
    },
  };
}
