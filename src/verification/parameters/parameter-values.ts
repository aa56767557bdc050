import { z } from "zod";
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
import { assertMoney } from "../../codes/money.js";
import { SOURCES } from "../reading/sources.js";

const money = z.string().refine(isMoney, "not an amount of money with two places");
const decimal = z.string().regex(/^\d{1,9}(\.\d{1,6})?$/, "not a decimal number");
const count = z.number().int().min(0);
const oneOf = <Key extends string>(table: CodeTable<Key>) => z.enum(table.keys as [Key, ...Key[]]);
const programme = oneOf(AssistanceProgramme);
const bilingual = { zh: z.string().min(1), en: z.string().min(1) };

/** What income or support of a family stays out of account. */
export const EXCLUDED_INCOME = [
  "PREFERENTIAL_TREATMENT",
  "HONORARY_AWARD",
  "FUNERAL_AND_SURVIVOR_PAYMENT",
  "FAMILY_PLANNING_SUPPORT",
  "DISABILITY_LIVING_SUBSIDY",
  "DISABILITY_NURSING_SUBSIDY",
  "MINIMUM_SOCIAL_CONTRIBUTION",
  "INJURY_COMPENSATION",
] as const;
export type ExcludedIncome = (typeof EXCLUDED_INCOME)[number];

const disabilityOf = z.object({
  category: oneOf(DisabilityCategory),
  grades: z.array(oneOf(DisabilityGrade)).min(1),
});

const indicator = z.object({ code: z.string().regex(/^[A-Z_]+$/), ...bilingual, points: count });

const dimension = z.object({
  dimension: oneOf(PovertyDimensionName),
  weight: decimal,
  indicators: z.array(indicator).min(1),
});

/**
 * The shape of every parameter's value. What a parameter means, its unit and where it comes from
 * stand beside its values in `schema/verification/parameters.json`.
 */
export const PARAMETER_VALUES = {
  minimumLivingStandard: z.object({ monthly: money, annual: money }),
  marginalRatio: decimal,
  expenditureLineRatio: decimal,
  extremePovertyLineRatio: decimal,
  moneyAssetMonths: count,
  largestDwellingCount: count,
  secondDwellingAreaPerHead: decimal,
  exemptVehicleKinds: z.array(oneOf(VehicleKind)),
  ownedVehicleStatuses: z.array(oneOf(VehicleStatus)),
  nonResidentialUsages: z.array(oneOf(RealEstateUsage)),
  runningBusinessStatuses: z.array(oneOf(BusinessStatus)),
  incomeTolerances: z.object({
    wage: money,
    business: money,
    property: money,
    transfer: money,
    other: money,
  }),
  moneyAssetTolerance: money,
  excludedIncome: z.array(z.enum(EXCLUDED_INCOME)),
  employmentDisregard: z.object({ months: count, standardMultiple: decimal }),
  minimumWage: money,
  housingFundRatePercent: count.min(1),
  necessarySpending: z.array(z.enum(["MEDICAL_OUT_OF_POCKET", "TUITION"])),
  excludingProgrammes: z.array(z.tuple([programme, programme])),
  lowIncomeFarmerProgrammes: z.array(programme),
  assistedEnrolmentProgrammes: z.array(programme),
  assistedEnrolmentGraceMonths: count,
  livingSubsidyProgrammes: z.array(programme),
  livingSubsidyAmount: money,
  nursingSubsidyAmounts: z.array(disabilityOf.extend({ monthly: money })),
  disabilitySubsidyExcludedBy: z.array(programme),
  noLabourDisabilities: z.array(disabilityOf),
  noLabourAges: z.object({ below: count, from: count }),
  temporaryReliefTimesAYear: count,
  recentSplitDays: count,
  deathGraceDays: count,
  gradualExitYears: count,
  declarationMaximumMonths: count,
  verificationStartWorkingDays: count,
  verificationDecisionDays: count,
  verificationExtendedDays: count,
  reportOverdueDays: count,
  reportValidityMonths: count,
  dataIssueReplyWorkingDays: count,
  sourceMaximumAgeDays: z.record(z.enum(Object.keys(SOURCES) as [keyof typeof SOURCES]), count),
  priceSubsidy: z.object({
    consumerPriceRisePercent: decimal,
    foodPriceRisePercent: decimal,
    programmes: z.array(programme),
  }),
  povertyDimensions: z.array(dimension),
} as const;

export type ParameterName = keyof typeof PARAMETER_VALUES;

/** The values in force on a day, by name. */
export type ParameterValues = {
  readonly [Name in ParameterName]: z.infer<(typeof PARAMETER_VALUES)[Name]>;
};

function isMoney(text: string): boolean {
  try {
    assertMoney(text);
    return true;
  } catch {
    return false;
  }
}
