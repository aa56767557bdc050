import type { DisabilityCategory, DisabilityGrade } from "../codes/code-tables.js";
import type { FamilySlot } from "./family-shapes.js";

/** Who a person is. */
export interface Identity {
  readonly slot: FamilySlot;
  readonly idNumber: string;
  readonly name: string;
  readonly birthDate: string;
  /** Full years on the county's as-of date. */
  readonly age: number;
  /** Place of residence outside the county; null of those who live in it. */
  readonly elsewhere: Place | null;
}

/** A county or district outside 浦江县. */
export interface Place {
  /** 6 digits. */
  readonly code: string;
  readonly name: string;
}

/** A person's health, as far as anything follows from it. */
export interface Condition {
  readonly disability: {
    readonly category: DisabilityCategory;
    readonly grade: DisabilityGrade;
  } | null;
  readonly seriouslyIll: boolean;
  /** True where either keeps the person from working. */
  readonly unable: boolean;
}

/** Land of a rural household, held in its head's name: areas in hundredths of a 亩, amounts in 元 a year. */
export interface Farm {
  readonly contractedArea: number;
  readonly transferredArea: number;
  readonly transferRent: number;
  readonly annualSubsidies: number;
  readonly collectiveDividend: number;
}

/** What a person lives on; whole 元. */
export interface Livelihood {
  readonly work:
    | "CHILD"
    | "STUDENT"
    | "EMPLOYEE"
    | "CASUAL_WORKER"
    | "NOT_WORKING"
    | "RETIRED_EMPLOYEE"
    | "RETIRED_RESIDENT";
  /** 元 a year. */
  readonly wage: number;
  /** 元 a month. */
  readonly pension: number;
  readonly farm: Farm | null;
  readonly reservoir: string | null;
}

/** A person drawn but not yet written into any register. */
export interface PersonDraft {
  readonly identity: Identity;
  readonly condition: Condition;
  readonly livelihood: Livelihood;
}

/** What a household as a whole lives on, in whole 元 a year. */
export interface HouseholdIncome {
  readonly wage: number;
  readonly business: number;
  readonly property: number;
  readonly transfer: number;
  readonly other: number;
}

/** All kinds of a household's income together, in whole 元 a year. */
export function totalIncome(income: HouseholdIncome): number {
  return income.wage + income.business + income.property + income.transfer + income.other;
}
