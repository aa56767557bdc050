import type {
  BusinessRole,
  BusinessStatus,
  CareLevel,
  CertificateStatus,
  ChildWelfareCategory,
  DisabilityCategory,
  DisabilityGrade,
  InsuranceStatus,
  InsuranceType,
  Kinship,
  LeftBehindCategory,
  MaritalStatus,
  PovertyCause,
  RealEstateUsage,
  SchoolStage,
  Sex,
  VehicleKind,
  VehicleStatus,
  VehicleUsage,
} from "../codes/code-tables.js";
import type { Money } from "../codes/money.js";

/*
 * What is true of a person of the demonstration county, in the words of the field policy. Amounts
 * are in 元 (a year, or a month where the name says so), dates `YYYY-MM-DD`; null is "none".
 */

/** 婚姻登记: the latest registration; `spouseIdNumber` is null after a divorce. */
export interface MarriageTruth {
  readonly certificateNumber: string;
  readonly registeredOn: string;
  readonly spouseIdNumber: string | null;
}

/** 儿童福利保障. */
export interface ChildWelfareTruth {
  readonly category: ChildWelfareCategory;
  readonly monthlyAllowance: Money;
}

/** 留守人员登记. */
export interface LeftBehindTruth {
  readonly category: LeftBehindCategory;
  readonly lastVisitedOn: string;
}

/** 养老服务补贴. */
export interface ElderCareTruth {
  readonly careLevel: CareLevel;
  readonly monthlySubsidy: Money;
}

/** 水库移民后期扶持. */
export interface ReservoirMigrantTruth {
  readonly reservoir: string;
  readonly annualSupport: Money;
}

/** 诊断, by ICD-10. */
export interface DiagnosisTruth {
  readonly code: string;
  readonly name: string;
  readonly diagnosedOn: string;
}

/** 年度医疗费用 of a calendar year: the three payments and the own share add up to the total. */
export interface MedicalSpendingTruth {
  readonly year: number;
  readonly total: Money;
  readonly pooledPayment: Money;
  readonly seriousIllnessPayment: Money;
  readonly medicalAssistancePayment: Money;
  readonly outOfPocket: Money;
}

/** 长期护理保险. */
export interface LongTermCareTruth {
  readonly disabilityLevel: CareLevel;
  readonly monthlyBenefit: Money;
}

/** 基本医疗保险; `employer` only of employees at work. */
export interface MedicalInsuranceTruth {
  readonly insuranceType: InsuranceType;
  readonly status: InsuranceStatus;
  readonly employer: string | null;
  readonly enrolledOn: string;
  readonly assistedEnrolment: boolean;
  readonly seriousIllness: boolean;
  readonly diagnoses: readonly DiagnosisTruth[];
  readonly spending: MedicalSpendingTruth | null;
  readonly longTermCare: LongTermCareTruth | null;
}

/** 残疾登记; a subsidy is null where none is paid. */
export interface DisabilityTruth {
  readonly category: DisabilityCategory;
  readonly grade: DisabilityGrade;
  readonly certificateNumber: string;
  readonly certificateStatus: CertificateStatus;
  readonly issuedOn: string;
  readonly validUntil: string;
  readonly livingSubsidy: Money | null;
  readonly nursingSubsidy: Money | null;
  readonly assistedEmployment: boolean;
  readonly bankAccount: string;
}

/** 农业农村登记; areas in 亩 with two places. */
export interface AgricultureTruth {
  readonly lowIncomeFarmer: boolean;
  readonly recognisedYear: number | null;
  readonly povertyCause: PovertyCause | null;
  readonly contractedArea: string;
  readonly transferredArea: string;
  readonly transferRent: Money;
  readonly annualSubsidies: Money;
  readonly collectiveDividend: Money;
  readonly machinery: readonly string[];
  readonly businessEntity: string | null;
}

/** 户籍登记. */
export interface HouseholdRegistrationTruth {
  readonly address: string;
  readonly registeredDivision: string;
  readonly movedInOn: string | null;
  readonly deregisteredOn: string | null;
}

/** 机动车登记. */
export interface VehicleTruth {
  readonly plateNumber: string;
  readonly kind: VehicleKind;
  readonly usage: VehicleUsage;
  readonly purchasePrice: Money;
  readonly registeredOn: string;
  readonly status: VehicleStatus;
}

/** 不动产登记: one owner's share (four places) of a certificate; floor area in ㎡. */
export interface RealEstateTruth {
  readonly certificateNumber: string;
  readonly usage: RealEstateUsage;
  readonly floorArea: string;
  readonly address: string;
  readonly share: string;
  readonly registeredOn: string;
}

/** 社会保险; the contribution base only of employees, the pension only of those who draw one. */
export interface SocialInsuranceTruth {
  readonly pensionStatus: InsuranceStatus;
  readonly contributionBase: Money | null;
  readonly monthlyPension: Money | null;
  readonly unemploymentBenefit: Money | null;
  readonly employed: boolean;
}

/** 住房公积金. */
export interface HousingFundTruth {
  readonly monthlyContribution: Money;
  readonly balance: Money;
}

/** 个人所得税. */
export interface IncomeTaxTruth {
  readonly taxableIncome: Money;
}

/** 市场主体登记: one role of the person; share ratio from 0 to 1 with four places, null of operators. */
export interface BusinessTruth {
  readonly unifiedSocialCreditCode: string;
  readonly name: string;
  readonly role: BusinessRole;
  readonly registeredCapital: Money;
  readonly status: BusinessStatus;
  readonly shareRatio: string | null;
}

/** 金融资产: balances in 元; null of people for whom nobody ever asked. */
export interface FinancialAssetsTruth {
  readonly deposits: Money;
  readonly securities: Money;
  readonly insurancePolicies: Money;
}

/** 学籍. */
export interface StudentTruth {
  readonly school: string;
  readonly stage: SchoolStage;
  readonly annualTuition: Money;
}

/** A person and every record there is on it; null and empty lists are "no record". */
export interface PersonTruth {
  readonly idNumber: string;
  readonly name: string;
  readonly sex: Sex;
  readonly birthDate: string;
  /** Relation to the head of the household that the truth belongs to. */
  readonly kinship: Kinship;
  readonly maritalStatus: MaritalStatus;
  /** Village of residence, 12 digits. */
  readonly division: string;
  readonly deathDate: string | null;
  readonly cremationDate: string | null;
  /** Null of the living. */
  readonly ecologicalBurial: boolean | null;
  readonly marriage: MarriageTruth | null;
  readonly childWelfare: ChildWelfareTruth | null;
  readonly leftBehind: LeftBehindTruth | null;
  readonly elderCare: ElderCareTruth | null;
  readonly reservoirMigrant: ReservoirMigrantTruth | null;
  readonly medicalInsurance: MedicalInsuranceTruth | null;
  readonly disability: DisabilityTruth | null;
  readonly agriculture: AgricultureTruth | null;
  readonly householdRegistration: HouseholdRegistrationTruth | null;
  readonly vehicles: readonly VehicleTruth[];
  readonly realEstate: readonly RealEstateTruth[];
  readonly socialInsurance: SocialInsuranceTruth | null;
  readonly housingFund: HousingFundTruth | null;
  readonly incomeTax: IncomeTaxTruth | null;
  readonly businesses: readonly BusinessTruth[];
  readonly financialAssets: FinancialAssetsTruth | null;
  readonly student: StudentTruth | null;
}
