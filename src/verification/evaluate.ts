import type { FindingCode } from "./finding-code.js";

/** A case planted in a demonstration county, as far as an evaluation needs it. */
export interface PlantedExpectation {
  readonly kind: string;
  readonly householdId: string;
  /** Another household that the case touches, and which is not in order either. */
  readonly otherHouseholdId?: string | undefined;
  /** False of decoys: what looks wrong at first sight and is in order. */
  readonly expectsFinding: boolean;
}

/** What a verification said of one household. */
export interface EvaluatedReport {
  readonly householdId: string;
  readonly codes: readonly FindingCode[];
}

/** How good the checks are on a county whose errors are known. */
export interface Evaluation {
  /** Part of the planted errors that were found; 1 where nothing was planted. */
  readonly recall: number;
  /** Part of the households in order, decoys included, that got a finding. */
  readonly falsePositiveRate: number;
  readonly planted: number;
  readonly found: number;
  readonly households: number;
  /** The planted errors that were not found. */
  readonly missed: readonly { readonly kind: string; readonly householdId: string }[];
  /** The households in order that got a finding. */
  readonly falsePositives: readonly {
    readonly householdId: string;
    /** The decoy planted there; null where there is none. */
    readonly decoy: string | null;
    readonly codes: readonly FindingCode[];
  }[];
}

/** The findings that find a planted error; another finding in the same household does not count. */
const FINDS: Readonly<Record<string, readonly FindingCode[]>> = {
  COUNTED_IN_ANOTHER_HOUSEHOLD: ["COUNTED_IN_ANOTHER_HOUSEHOLD"],
  PERSON_IN_TWO_HOUSEHOLDS: ["COUNTED_IN_ANOTHER_HOUSEHOLD"],
  EXCLUDING_PROGRAMMES: ["EXCLUDING_PROGRAMMES"],
  DECLARED_SINGLE_SPOUSE_EXISTS: ["DECLARED_SINGLE_SPOUSE_EXISTS"],
  MEMBER_LEFT_OUT: ["SPOUSE_LEFT_OUT"],
  RECENT_SPLIT: ["RECENT_SPLIT"],
  NAME_DOES_NOT_FIT_ID_NUMBER: ["RECORD_DOES_NOT_FIT_ID_NUMBER"],
  DEAD_STILL_PAID: ["DEAD_STILL_COUNTED"],
  DEREGISTERED_STILL_PAID: ["DEREGISTERED_STILL_COUNTED"],
  ALIVE_MARKED_DEAD: ["ALIVE_MARKED_DEAD"],
  VEHICLE_UNDECLARED: ["VEHICLE_UNDECLARED"],
  SECOND_DWELLING_UNDECLARED: ["DWELLING_UNDECLARED"],
  SHOP_UNDECLARED: ["NON_RESIDENTIAL_PROPERTY"],
  BUSINESS_LEGAL_REPRESENTATIVE: ["RUNNING_BUSINESS"],
  BUSINESS_SHAREHOLDER: ["RUNNING_BUSINESS"],
  DEPOSITS_ABOVE_LINE: ["MONEY_ASSETS_ABOVE_LINE"],
  UNEMPLOYED_BUT_EMPLOYEE_INSURANCE: ["EMPLOYED_NO_WAGE_DECLARED"],
  UNEMPLOYED_BUT_CONTRIBUTIONS: ["EMPLOYED_NO_WAGE_DECLARED"],
  UNEMPLOYED_BUT_INCOME_TAX: ["EMPLOYED_NO_WAGE_DECLARED"],
  UNEMPLOYED_BUT_HOUSING_FUND: ["EMPLOYED_NO_WAGE_DECLARED"],
  PENSION_UNDECLARED: ["TRANSFER_INCOME_UNDERDECLARED"],
  DIVIDEND_UNDECLARED: ["PROPERTY_INCOME_UNDERDECLARED"],
  RENT_UNDECLARED: ["PROPERTY_INCOME_UNDERDECLARED"],
  SUBSIDIES_UNDECLARED: ["TRANSFER_INCOME_UNDERDECLARED"],
  LOW_INCOME_FARMER_WITHOUT_RELIEF: ["LOW_INCOME_FARMER_WITHOUT_RELIEF"],
  RELIEF_WITHOUT_LOW_INCOME_FARMER: ["RELIEF_WITHOUT_LOW_INCOME_FARMER"],
  ASSISTED_ENROLMENT_WITHOUT_PROGRAMME: ["ASSISTED_ENROLMENT_WITHOUT_PROGRAMME"],
  PROGRAMME_WITHOUT_ASSISTED_ENROLMENT: ["PROGRAMME_WITHOUT_ASSISTED_ENROLMENT"],
  CERTIFICATE_EXPIRED: ["CERTIFICATE_NOT_VALID"],
  CERTIFICATE_REGRADED: ["NURSING_SUBSIDY_DOES_NOT_FIT", "ADMISSION_WITHOUT_GROUND"],
  SOURCE_STALE: ["SOURCE_STALE"],
};

/**
 * Holds the reports of a demonstration county against its planted cases. A planted error is found
 * where its household has a finding of its kind; a kind that is not known here by any finding.
 */
export function evaluate(
  reports: readonly EvaluatedReport[],
  planted: readonly PlantedExpectation[],
): Evaluation {
  const codesOf = new Map(reports.map(({ householdId, codes }) => [householdId, codes]));
  const errors = planted.filter(({ expectsFinding }) => expectsFinding);
  const missed = errors.filter(({ kind, householdId }) => {
    const codes = codesOf.get(householdId) ?? [];
    return !codes.some((code) => FINDS[kind]?.includes(code) ?? true);
  });
  const notInOrder = new Set(
    errors.flatMap(({ householdId, otherHouseholdId }) => [householdId, otherHouseholdId]),
  );
  const decoys = new Map(planted.map(({ householdId, kind }) => [householdId, kind]));
  const inOrder = reports.filter(({ householdId }) => !notInOrder.has(householdId));
  const falsePositives = inOrder.filter(({ codes }) => codes.length > 0);
  return {
    recall: part(errors.length - missed.length, errors.length, 1),
    falsePositiveRate: part(falsePositives.length, inOrder.length, 0),
    planted: errors.length,
    found: errors.length - missed.length,
    households: reports.length,
    missed: missed.map(({ kind, householdId }) => ({ kind, householdId })),
    falsePositives: falsePositives.map(({ householdId, codes }) => ({
      householdId,
      decoy: decoys.get(householdId) ?? null,
      codes,
    })),
  };
}

function part(some: number, all: number, ofNone: number): number {
  return all === 0 ? ofNone : some / all;
}
