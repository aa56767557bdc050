import { multiplyByRatio, type Money } from "../../codes/money.js";
import { evidence } from "../finding.js";
import { foundWages } from "./found-wages.js";
import type { FoundMember, Sourced } from "../reading/found.js";
import type { IncomeItem, IncomeItemName } from "./income-item.js";
import type { ExcludedIncome } from "../parameters/parameter-values.js";
import type { Parameters } from "../parameters/parameters.js";
import { placeOf, type IncomeKind, type Situation } from "../situation.js";
import type { MemberSource } from "../reading/sources.js";

/** The sources that know each kind of income; business and other income stand in no register. */
export const INCOME_SOURCES: Readonly<Record<IncomeKind, readonly MemberSource[]>> = {
  wage: ["incomeTax", "socialInsurance", "housingFund", "medicalInsurance"],
  business: [],
  property: ["agriculture"],
  transfer: ["socialInsurance", "agriculture"],
  other: [],
};

/** Every piece of income of the members that a register knows, counted or excluded, in 元 a year. */
export function foundIncome(situation: Situation, parameters: Parameters): readonly IncomeItem[] {
  const excluded = new Set<string>(parameters.excludedIncome satisfies readonly ExcludedIncome[]);
  const items = situation.household.members.flatMap((member) => [
    ...fromLand(member),
    ...fromSocialInsurance(member),
    ...fromDisability(member),
  ]);
  return [
    ...foundWages(situation, parameters),
    ...items.map((item) => ({ ...item, counted: !excluded.has(item.name) })),
  ];
}

function fromLand(member: FoundMember): IncomeItem[] {
  return member.answers.agriculture.records.flatMap((record) => {
    const item = itemsOf("agriculture", member, record);
    return [
      ...item("property", "LAND_RENT", record.transferRent, "1", "土地流转收入", "land rent"),
      ...item(
        "property",
        "COLLECTIVE_DIVIDEND",
        record.collectiveDividend,
        "1",
        "集体经济分红",
        "collective dividend",
      ),
      ...item(
        "transfer",
        "AGRICULTURAL_SUBSIDIES",
        record.annualSubsidies,
        "1",
        "惠农补贴",
        "agricultural subsidies",
      ),
    ];
  });
}

function fromSocialInsurance(member: FoundMember): IncomeItem[] {
  return member.answers.socialInsurance.records.flatMap((record) => {
    const item = itemsOf("socialInsurance", member, record);
    return [
      ...item("transfer", "PENSION", record.monthlyPension, "12", "养老金", "pension"),
      ...item(
        "transfer",
        "UNEMPLOYMENT_BENEFIT",
        record.unemploymentBenefit,
        "12",
        "失业保险金",
        "unemployment benefit",
      ),
    ];
  });
}

function fromDisability(member: FoundMember): IncomeItem[] {
  return member.answers.disability.records.flatMap((record) => {
    const item = itemsOf("disability", member, record);
    return [
      ...item(
        "transfer",
        "DISABILITY_LIVING_SUBSIDY",
        record.livingSubsidy,
        "12",
        "困难残疾人生活补贴",
        "disability living subsidy",
      ),
      ...item(
        "transfer",
        "DISABILITY_NURSING_SUBSIDY",
        record.nursingSubsidy,
        "12",
        "重度残疾人护理补贴",
        "disability nursing subsidy",
      ),
    ];
  });
}

/** Items of one record: an amount `times` a year, none where there is no amount. */
function itemsOf(source: MemberSource, member: FoundMember, record: Sourced<unknown>) {
  return (
    kind: IncomeKind,
    name: IncomeItemName,
    amount: Money | null,
    times: "1" | "12",
    zh: string,
    en: string,
  ): IncomeItem[] => {
    if (amount === null || amount === "0.00") return [];
    const [perZh, perEn] = times === "1" ? ["元/年", "yuan a year"] : ["元/月", "yuan a month"];
    const shown = evidence(
      source,
      member,
      record,
      `${zh} ${amount} ${perZh}`,
      `${en} of ${amount} ${perEn}`,
    );
    return [
      {
        kind,
        name,
        person: placeOf(member),
        amount: multiplyByRatio(amount, times),
        counted: true,
        evidence: [shown],
      },
    ];
  };
}
