import type {
  AssistanceProgramme,
  IncomeBand,
  Kinship,
  PovertyDimensionName,
  SingleHouseholdGround,
  VerificationOutcome,
} from "../codes/code-tables.js";
import type { Money } from "../codes/money.js";
import type { PersonTruth } from "./person-truth.js";
import type { PlantedCase } from "./planted/planted-case.js";
import type { SourceDays } from "./source-days.js";

/** 社会救助待遇; `endMonth` is null while it lasts, the amount null where none is paid. */
export interface AssistanceTruth {
  readonly programme: AssistanceProgramme;
  readonly startMonth: string;
  readonly endMonth: string | null;
  readonly monthlyAmount: Money | null;
  readonly gradualExitUntil: string | null;
}

/** 申报的家庭经济状况: income of all members in 元 a year, assets in 元. */
export interface DeclarationTruth {
  readonly wageIncome: Money;
  readonly businessIncome: Money;
  readonly propertyIncome: Money;
  readonly transferIncome: Money;
  readonly otherIncome: Money;
  readonly financialAssets: Money;
  readonly vehicleCount: number;
  readonly dwellingCount: number;
  readonly declaredOn: string;
}

/** 多维度贫困分项: score from 0 to 100 with two places, weight with four; the weights make 1. */
export interface PovertyDimensionTruth {
  readonly dimension: PovertyDimensionName;
  readonly score: string;
  readonly weight: string;
}

/** 多维度贫困指标: the weighted sum of its dimensions, two places. */
export interface PovertyIndexTruth {
  readonly score: string;
  readonly dimensions: readonly PovertyDimensionTruth[];
  readonly surveyedOn: string;
}

/** 单独列户纳入低保: the member admitted, and why. */
export interface SingleHouseholdAdmissionTruth {
  readonly idNumber: string;
  readonly ground: SingleHouseholdGround;
  readonly admittedOn: string;
}

/** 最近一次核对结论. */
export interface VerificationSummaryTruth {
  readonly number: string;
  readonly outcome: VerificationOutcome;
  readonly incomeBand: IncomeBand;
  readonly completedOn: string;
  readonly validUntil: string;
}

/** 授权书: what one person agreed to; in force from `validFrom` to `validTo` (null: until exit) unless revoked. */
export interface ConsentTruth {
  readonly idNumber: string;
  readonly duties: readonly string[];
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly revokedOn: string | null;
}

/** A person who is a member here and whose own records belong to another household's truth. */
export interface SharedMemberTruth {
  readonly idNumber: string;
  readonly name: string;
  readonly kinship: Kinship;
}

/** What is true of a household of the demonstration county. */
export interface HouseholdFacts {
  /** `H330726` and the household's number in six digits. */
  readonly id: string;
  /** 9 digits. */
  readonly township: string;
  /** 12 digits. */
  readonly village: string;
  readonly headCount: number;
  /** Day (Asia/Shanghai) of which the truth speaks. */
  readonly asOf: string;
  /** Null where the household was never verified. */
  readonly incomeBand: IncomeBand | null;
  readonly members: readonly PersonTruth[];
  readonly sharedMembers: readonly SharedMemberTruth[];
  /** 非共同生活赡抚扶养人, kinship as seen from the head. */
  readonly obligors: readonly PersonTruth[];
  /** People whom the registers know through a member, in no household: the dead, spouses elsewhere. */
  readonly otherPersons: readonly PersonTruth[];
  readonly assistance: readonly AssistanceTruth[];
  /** Null where the household never applied for anything. */
  readonly declaration: DeclarationTruth | null;
  readonly povertyIndex: PovertyIndexTruth | null;
  readonly singleHouseholdAdmission: readonly SingleHouseholdAdmissionTruth[];
  readonly latestVerification: VerificationSummaryTruth | null;
  readonly consents: readonly ConsentTruth[];
  /** Until when each source speaks of this household. */
  readonly sources: SourceDays;
}

/** A household of the demonstration county as it is handed out. */
export interface HouseholdTruth extends HouseholdFacts {
  /** Everybody whose records belong to this truth: members, obligors, others. */
  readonly persons: readonly PersonTruth[];
  /** The case planted here; null in a household that is in order. */
  readonly planted: PlantedCase | null;
}
