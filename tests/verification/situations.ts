import type { Application } from "../../src/verification/application.js";
import type {
  FoundHousehold,
  FoundMember,
  FoundPerson,
  MemberAnswers,
  SourceAnswer,
} from "../../src/verification/reading/found.js";
import { loadParameters } from "../../src/verification/parameters/load-parameters.js";
import { parametersOn } from "../../src/verification/parameters/parameters.js";
import type {
  AssistanceRecord,
  DeclarationRecord,
  IdentityRecord,
  MemberRecords,
  RegistrationRecord,
} from "../../src/verification/reading/records.js";
import { makeSituation, type Situation } from "../../src/verification/situation.js";
import { outcomeOfError } from "../../src/verification/reading/source-outcome.js";
import { MEMBER_SOURCES, type MemberSource } from "../../src/verification/reading/sources.js";

/** Day on which every situation here is looked at. */
export const DATE = "2026-10-31";

export const PARAMETERS = parametersOn(loadParameters(), DATE);

const ORIGIN = { originalSource: "来源单位", asOf: "2026-10-20", inDispute: false };

/** Valid numbers that belong to nobody here: a man of 1980, a woman of 1982, a boy of 2014, a girl of 2016. */
export const NUMBERS = [
  "330726198001010013",
  "330726198203040042",
  "330726201405060015",
  "330726201607080021",
].map(withCheckDigit);

/** A record with its origin. */
export function found<Item extends object>(
  ...records: readonly (Item & { readonly asOf?: string })[]
): SourceAnswer<Item> {
  return {
    outcome: "FOUND",
    reason: null,
    records: records.map(({ asOf, ...record }) => ({
      ...(record as unknown as Item),
      provenance: { ...ORIGIN, asOf: asOf ?? ORIGIN.asOf },
    })),
    withheld: [],
  };
}

export const NO_RECORD: SourceAnswer<never> = {
  outcome: "NO_RECORD",
  reason: null,
  records: [],
  withheld: [],
};

/** A source that answered with an error. */
export function failed(reason: string): SourceAnswer<never> {
  return { outcome: outcomeOfError(reason), reason, records: [], withheld: [] };
}

/** What a test says of a member; everything else is in order and without a record. */
export type MemberFacts = Partial<IdentityRecord> & {
  readonly answers?: { readonly [Source in MemberSource]?: SourceAnswer<MemberRecords[Source]> };
  readonly countedIn?: FoundMember["countedIn"];
  readonly unseen?: string;
};

/** A declaration of a family that has nothing. */
export const NOTHING_DECLARED: DeclarationRecord = {
  wageIncome: "0.00",
  businessIncome: "0.00",
  propertyIncome: "0.00",
  transferIncome: "0.00",
  otherIncome: "0.00",
  financialAssets: "0.00",
  vehicleCount: 0,
  dwellingCount: 1,
  declaredOn: "2026-08-01",
};

/** What a test says of a household. */
export interface Facts {
  readonly members?: readonly MemberFacts[];
  readonly obligors?: readonly {
    readonly registration?: Partial<RegistrationRecord>;
    readonly unseen?: string;
  }[];
  readonly relief?: readonly Partial<AssistanceRecord>[];
  /** Null: nothing was declared. */
  readonly declared?: Partial<DeclarationRecord> | null;
  readonly household?: Partial<FoundHousehold>;
  readonly application?: Partial<Application>;
}

/** A situation in order but for what is said. */
export function situation(facts: Facts = {}): Situation {
  const { members = [{}], obligors = [], relief = [], declared = {} } = facts;
  const household: FoundHousehold = {
    id: "H330726000001",
    township: "330726003",
    village: "330726003201",
    provenance: ORIGIN,
    withheld: [],
    assistance: relief.length === 0 ? NO_RECORD : found(...relief.map(reliefRecord)),
    declaration: declared === null ? NO_RECORD : found({ ...NOTHING_DECLARED, ...declared }),
    members: members.map(makeMember),
    obligors: obligors.map(makeObligor),
    ...facts.household,
  };
  const application: Application = {
    householdId: household.id,
    programme: null,
    duty: "1.2",
    case: "CASE-1",
    ...facts.application,
  };
  return makeSituation(application, household);
}

function reliefRecord(relief: Partial<AssistanceRecord>): AssistanceRecord {
  return {
    programme: "MINIMUM_LIVING",
    startMonth: "2025-01",
    endMonth: null,
    monthlyAmount: "500.00",
    gradualExitUntil: null,
    ...relief,
  };
}

function makeMember(facts: MemberFacts, index: number): FoundMember {
  const { answers = {}, countedIn = null, unseen, ...identity } = facts;
  const idNumber = NUMBERS[index] ?? "";
  const all = Object.fromEntries(
    MEMBER_SOURCES.map((source) => [source, unseen ? failed(unseen) : NO_RECORD]),
  ) as unknown as MemberAnswers;
  const record: IdentityRecord = {
    name: ["张建国", "李秀英", "张子轩", "张雨桐"][index] ?? "",
    idNumber,
    maskedIdNumber: `${idNumber.slice(0, 6)}********${idNumber.slice(-4)}`,
    sex: index % 2 === 0 ? "MALE" : "FEMALE",
    birthDate: `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`,
    kinship: (["HEAD", "WIFE", "SON", "DAUGHTER"] as const)[index] ?? "OTHER",
    maritalStatus: index < 2 ? "MARRIED" : "NEVER_MARRIED",
    deathDate: null,
    cremationDate: null,
    ...identity,
  };
  return {
    role: "MEMBER",
    place: index + 1,
    identity: unseen ? failed(unseen) : found(record),
    answers: { ...all, ...answers } as MemberAnswers,
    countedIn,
  };
}

function makeObligor(
  { registration, unseen }: NonNullable<Facts["obligors"]>[number],
  index: number,
): FoundPerson {
  const idNumber = withCheckDigit("330726200501010050");
  const identity: IdentityRecord = {
    name: "张伟",
    idNumber,
    maskedIdNumber: `330726********${idNumber.slice(-4)}`,
    kinship: "SON",
    deathDate: null,
  };
  const record = { address: null, movedInOn: null, deregisteredOn: null, ...registration };
  return {
    role: "OBLIGOR",
    place: index + 1,
    identity: unseen ? failed(unseen) : found(identity),
    answers: { householdRegistration: unseen ? failed(unseen) : found(record) },
  };
}

function withCheckDigit(number: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, place) => total + weight * Number(number[place]), 0);
  return number.slice(0, 17) + "10X98765432".charAt(sum % 11);
}
