import {
  AssistanceProgramme,
  BusinessStatus,
  DisabilityCategory,
  DisabilityGrade,
  PovertyDimensionName,
  RealEstateUsage,
  VehicleKind,
  VehicleStatus,
} from "../../codes/code-tables.js";
import type { CodeTable } from "../../codes/code-table.js";
import type { Bilingual } from "../../verification/bilingual.js";
import type {
  ExcludedIncome,
  ParameterName,
  ParameterValues,
} from "../../verification/parameters/parameter-values.js";
import type { SourceName } from "../../verification/reading/sources.js";
import type { IncomeKind } from "../../verification/situation.js";
import type { Wording } from "../language.js";
import { itemName, sourceName } from "./labels.js";

type Writers = {
  readonly [Name in ParameterName]?: (value: ParameterValues[Name], words: Wording) => string;
};

type Disability = ParameterValues["noLabourDisabilities"][number];

const EXCLUDED: Readonly<Record<ExcludedIncome, Bilingual>> = {
  PREFERENTIAL_TREATMENT: { zh: "优抚待遇", en: "preferential treatment" },
  HONORARY_AWARD: { zh: "荣誉奖励", en: "honorary awards" },
  FUNERAL_AND_SURVIVOR_PAYMENT: { zh: "丧葬费、抚恤金", en: "funeral and survivor payments" },
  FAMILY_PLANNING_SUPPORT: { zh: "计划生育扶助", en: "family-planning support" },
  DISABILITY_LIVING_SUBSIDY: { zh: "困难残疾人生活补贴", en: "disability living subsidy" },
  DISABILITY_NURSING_SUBSIDY: { zh: "重度残疾人护理补贴", en: "disability nursing subsidy" },
  MINIMUM_SOCIAL_CONTRIBUTION: { zh: "最低社会保险费", en: "minimum social contributions" },
  INJURY_COMPENSATION: { zh: "工伤（人身伤害）赔偿", en: "injury compensation" },
};

const SPENDING: Readonly<Record<ParameterValues["necessarySpending"][number], Bilingual>> = {
  MEDICAL_OUT_OF_POCKET: { zh: "自付医疗费用", en: "out-of-pocket medical costs" },
  TUITION: { zh: "学费", en: "tuition" },
};

/** The values that are more than a number, each in words. */
const WRITERS: Writers = {
  minimumLivingStandard: ({ monthly, annual }, words) =>
    words.say(`每月 ${monthly}（每年 ${annual}）`, `${monthly} a month (${annual} a year)`),
  exemptVehicleKinds: listOf(VehicleKind),
  ownedVehicleStatuses: listOf(VehicleStatus),
  nonResidentialUsages: listOf(RealEstateUsage),
  runningBusinessStatuses: listOf(BusinessStatus),
  lowIncomeFarmerProgrammes: listOf(AssistanceProgramme),
  assistedEnrolmentProgrammes: listOf(AssistanceProgramme),
  livingSubsidyProgrammes: listOf(AssistanceProgramme),
  disabilitySubsidyExcludedBy: listOf(AssistanceProgramme),
  incomeTolerances: (tolerances, words) =>
    pairs(tolerances, (kind: IncomeKind) => itemName(kind, words), words),
  excludedIncome: (kinds, words) =>
    join(
      kinds.map((kind) => words.of(EXCLUDED[kind])),
      words,
    ),
  employmentDisregard: ({ months, standardMultiple }, words) =>
    words.say(
      `${months} 个月，每月不超过标准的 ${standardMultiple} 倍`,
      `${months} months, up to ${standardMultiple} times the standard a month`,
    ),
  necessarySpending: (kinds, words) =>
    join(
      kinds.map((kind) => words.of(SPENDING[kind])),
      words,
    ),
  excludingProgrammes: (all, words) =>
    all
      .map((two) => two.map((one) => termOf(AssistanceProgramme, one, words)).join(" / "))
      .join(words.say("；", "; ")),
  nursingSubsidyAmounts: (all, words) =>
    all
      .map(({ monthly, ...of }) => `${disability(of, words)} ${monthly}`)
      .join(words.say("；", "; ")),
  noLabourDisabilities: (all, words) =>
    all.map((one) => disability(one, words)).join(words.say("；", "; ")),
  noLabourAges: ({ below, from }, words) =>
    words.say(`未满 ${below}，年满 ${from}`, `below ${below}, from ${from} on`),
  sourceMaximumAgeDays: (days, words) =>
    pairs(days, (source: SourceName) => sourceName(source, words), words),
  priceSubsidy: ({ consumerPriceRisePercent, foodPriceRisePercent, programmes }, words) =>
    words.say(
      `居民消费价格 ${consumerPriceRisePercent}，食品价格 ${foodPriceRisePercent}；${listOf(AssistanceProgramme)(programmes, words)}`,
      `consumer prices ${consumerPriceRisePercent}, food ${foodPriceRisePercent}; ${listOf(AssistanceProgramme)(programmes, words)}`,
    ),
  povertyDimensions: (dimensions, words) =>
    dimensions
      .map(({ dimension, weight, indicators }) => {
        const points = indicators.map((one) => `${words.of(one)} ${one.points}`);
        const name = termOf(PovertyDimensionName, dimension, words);
        return words.say(
          `${name}（权重 ${weight}）：${points.join("、")}`,
          `${name} (weight ${weight}): ${points.join(", ")}`,
        );
      })
      .join(words.say("；", "; ")),
};

/** A parameter's value in words; a plain number or decimal as it is. */
export function parameterValue(name: ParameterName, value: unknown, words: Wording): string {
  const writer = WRITERS[name] as ((value: unknown, words: Wording) => string) | undefined;
  if (writer) return writer(value, words);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function listOf<Key extends string>(table: CodeTable<Key>) {
  return (keys: readonly Key[], words: Wording) =>
    join(
      keys.map((key) => termOf(table, key, words)),
      words,
    );
}

function termOf<Key extends string>(table: CodeTable<Key>, key: Key, words: Wording): string {
  return words.of(table.entries[key]);
}

function pairs<Key extends string>(
  values: Readonly<Partial<Record<Key, string | number>>>,
  name: (key: Key) => string,
  words: Wording,
): string {
  const all = Object.entries(values) as [Key, string | number][];
  return join(
    all.map(([key, value]) => `${name(key)} ${value}`),
    words,
  );
}

function disability({ category, grades }: Disability, words: Wording): string {
  const names = grades.map((grade) => termOf(DisabilityGrade, grade, words));
  return `${termOf(DisabilityCategory, category, words)} ${join(names, words)}`;
}

const join = (parts: readonly string[], words: Wording) => parts.join(words.say("、", ", "));
