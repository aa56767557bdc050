import type {
  AgricultureRecord,
  BusinessRecord,
  DisabilityRecord,
  MedicalInsuranceRecord,
  RealEstateRecord,
  RegistrationRecord,
  SocialInsuranceRecord,
  SpouseRecord,
  VehicleRecord,
} from "../../../src/verification/reading/records.js";
import { found, type Facts, type MemberFacts } from "../situations.js";

/* Records of the sources that are in order by themselves, but for what a case changes. */

export const vehicle = (change: Partial<VehicleRecord> = {}): VehicleRecord => ({
  plateNumber: "浙G00001",
  kind: "CAR",
  status: "NORMAL",
  ...change,
});

export const estate = (change: Partial<RealEstateRecord> = {}): RealEstateRecord => ({
  certificateNumber: "浙（2018）浦江县不动产权第0000001号",
  usage: "DWELLING",
  floorArea: "80",
  address: "浦江县浦阳街道人民东路1号",
  ...change,
});

export const business = (change: Partial<BusinessRecord> = {}): BusinessRecord => ({
  unifiedSocialCreditCode: "91330726MA00000001",
  name: "浦江某某贸易有限公司",
  role: "SHAREHOLDER",
  registeredCapital: "500000.00",
  status: "ACTIVE",
  ...change,
});

export const land = (change: Partial<AgricultureRecord> = {}): AgricultureRecord => ({
  lowIncomeFarmer: true,
  transferRent: null,
  annualSubsidies: null,
  collectiveDividend: null,
  businessEntity: null,
  ...change,
});

export const insured = (change: Partial<MedicalInsuranceRecord> = {}): MedicalInsuranceRecord => ({
  insuranceType: "RESIDENT",
  status: "NORMAL",
  employer: null,
  assistedEnrolment: true,
  seriousIllness: false,
  spending: null,
  ...change,
});

export const disabled = (change: Partial<DisabilityRecord> = {}): DisabilityRecord => ({
  category: "PHYSICAL",
  grade: "GRADE_2",
  certificateStatus: "VALID",
  validUntil: "2030-01-01",
  livingSubsidy: null,
  nursingSubsidy: null,
  assistedEmployment: false,
  ...change,
});

export const social = (change: Partial<SocialInsuranceRecord> = {}): SocialInsuranceRecord => ({
  contributionBase: null,
  monthlyPension: null,
  unemploymentBenefit: null,
  employed: false,
  ...change,
});

export const registered = (change: Partial<RegistrationRecord> = {}): RegistrationRecord => ({
  address: "浦江县浦阳街道杨田村12号",
  movedInOn: null,
  deregisteredOn: null,
  ...change,
});

export const spouse = (change: Partial<SpouseRecord> = {}): SpouseRecord => ({
  name: "王芳",
  idNumber: "330726198505050028",
  maskedIdNumber: "330726********0028",
  deathDate: null,
  householdRegistration: null,
  ...change,
});

export const marriage = (change: Partial<SpouseRecord> = {}) =>
  found({ registeredOn: "2008-05-01", spouse: spouse(change) });

export const countedIn = (...ids: string[]): MemberFacts => ({
  countedIn: found(...ids.map((id) => ({ id }))),
});

export const owns = (
  answers: MemberFacts["answers"],
  rest: Omit<Facts, "members"> = {},
): Facts => ({
  members: [{ answers: answers ?? {} }],
  ...rest,
});

export const RECIPIENT = { relief: [{}] };
export const ADMITTED = { relief: [{ programme: "SINGLE_HOUSEHOLD" as const }] };
export const FUNDS = { deposits: "0.00", securities: "0.00", insurancePolicies: "0.00" };
