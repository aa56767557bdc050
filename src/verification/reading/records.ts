import type {
  AssistanceProgramme,
  BusinessRole,
  BusinessStatus,
  CertificateStatus,
  DisabilityCategory,
  DisabilityGrade,
  InsuranceStatus,
  InsuranceType,
  Kinship,
  MaritalStatus,
  RealEstateUsage,
  Sex,
  VehicleKind,
  VehicleStatus,
} from "../../codes/code-tables.js";
import type { Money } from "../../codes/money.js";

/*
 * The records of the household operation, in the words of the schema (schema/api.graphql says what
 * each field means). Every field may be null: not recorded, or withheld.
 */

/** Where a record comes from. */
export interface Origin {
  readonly originalSource: string;
  /** Day of which the record speaks. */
  readonly asOf: string;
  readonly inDispute: boolean;
}

/** 社会救助待遇. */
export interface AssistanceRecord {
  readonly programme: AssistanceProgramme | null;
  readonly startMonth: string | null;
  readonly endMonth: string | null;
  readonly monthlyAmount: Money | null;
  readonly gradualExitUntil: string | null;
}

/** 申报的家庭经济状况: income in 元 a year, assets in 元. */
export interface DeclarationRecord {
  readonly wageIncome: Money | null;
  readonly businessIncome: Money | null;
  readonly propertyIncome: Money | null;
  readonly transferIncome: Money | null;
  readonly otherIncome: Money | null;
  readonly financialAssets: Money | null;
  readonly vehicleCount: number | null;
  readonly dwellingCount: number | null;
  readonly declaredOn: string | null;
}

/** What the register of persons holds; of obligors only part of it is asked. */
export interface IdentityRecord {
  readonly name: string | null;
  readonly idNumber: string | null;
  readonly maskedIdNumber: string | null;
  readonly sex?: Sex | null;
  readonly birthDate?: string | null;
  readonly kinship: Kinship | null;
  readonly maritalStatus?: MaritalStatus | null;
  readonly deathDate: string | null;
  readonly cremationDate?: string | null;
}

/** 婚姻登记; the spouse is null after a divorce and where the county does not know the spouse. */
export interface MarriageRecord {
  readonly registeredOn: string | null;
  readonly spouse: SpouseRecord | null;
}

/** 配偶. */
export interface SpouseRecord {
  readonly name: string | null;
  readonly idNumber: string | null;
  readonly maskedIdNumber: string | null;
  readonly deathDate: string | null;
  readonly householdRegistration: { readonly address: string | null } | null;
  /** Households in which the spouse counts; absent where nobody asked, null in place of one outside the divisions. */
  readonly countedIn?: readonly (CountedInRecord | null)[] | null;
}

/** 户籍登记. */
export interface RegistrationRecord {
  readonly address: string | null;
  readonly movedInOn: string | null;
  readonly deregisteredOn: string | null;
}

/** 学籍. */
export interface StudentRecord {
  readonly annualTuition: Money | null;
}

/** 农业农村登记. */
export interface AgricultureRecord {
  readonly lowIncomeFarmer: boolean | null;
  readonly transferRent: Money | null;
  readonly annualSubsidies: Money | null;
  readonly collectiveDividend: Money | null;
  readonly businessEntity: string | null;
}

/** 基本医疗保险. */
export interface MedicalInsuranceRecord {
  readonly insuranceType: InsuranceType | null;
  readonly status: InsuranceStatus | null;
  readonly employer: string | null;
  readonly assistedEnrolment: boolean | null;
  readonly seriousIllness: boolean | null;
  readonly spending: { readonly outOfPocket: Money | null } | null;
}

/** 残疾登记; subsidies in 元 a month. */
export interface DisabilityRecord {
  readonly category: DisabilityCategory | null;
  readonly grade: DisabilityGrade | null;
  readonly certificateStatus: CertificateStatus | null;
  readonly validUntil: string | null;
  readonly livingSubsidy: Money | null;
  readonly nursingSubsidy: Money | null;
  readonly assistedEmployment: boolean | null;
}

/** 社会保险; amounts in 元 a month. */
export interface SocialInsuranceRecord {
  readonly contributionBase: Money | null;
  readonly monthlyPension: Money | null;
  readonly unemploymentBenefit: Money | null;
  readonly employed: boolean | null;
}

/** 住房公积金, in 元 a month. */
export interface HousingFundRecord {
  readonly monthlyContribution: Money | null;
}

/** 个人所得税, in 元 a year. */
export interface IncomeTaxRecord {
  readonly taxableIncome: Money | null;
}

/** 机动车登记. */
export interface VehicleRecord {
  readonly plateNumber: string | null;
  readonly kind: VehicleKind | null;
  readonly status: VehicleStatus | null;
}

/** 不动产登记, one entry a co-owner; floor area in ㎡. */
export interface RealEstateRecord {
  readonly certificateNumber: string | null;
  readonly usage: RealEstateUsage | null;
  readonly floorArea: string | null;
  readonly address: string | null;
}

/** 市场主体登记. */
export interface BusinessRecord {
  readonly unifiedSocialCreditCode: string | null;
  readonly name: string | null;
  readonly role: BusinessRole | null;
  readonly registeredCapital: Money | null;
  readonly status: BusinessStatus | null;
}

/** 金融资产, in 元. */
export interface FinancialAssetsRecord {
  readonly deposits: Money | null;
  readonly securities: Money | null;
  readonly insurancePolicies: Money | null;
}

/** A household in which a person counts as a co-living member. */
export interface CountedInRecord {
  readonly id: string | null;
}

/** The record that each source holds on a member. */
export interface MemberRecords {
  readonly marriage: MarriageRecord;
  readonly householdRegistration: RegistrationRecord;
  readonly student: StudentRecord;
  readonly agriculture: AgricultureRecord;
  readonly medicalInsurance: MedicalInsuranceRecord;
  readonly disability: DisabilityRecord;
  readonly socialInsurance: SocialInsuranceRecord;
  readonly housingFund: HousingFundRecord;
  readonly incomeTax: IncomeTaxRecord;
  readonly vehicles: VehicleRecord;
  readonly realEstate: RealEstateRecord;
  readonly businesses: BusinessRecord;
  readonly financialAssets: FinancialAssetsRecord;
}
