import {
  addMoney,
  compareMoney,
  divideRound,
  multiplyByRatio,
  type Money,
} from "../../codes/money.js";
import type { Parameters } from "../parameters/parameters.js";
import { isFullyAnswered, recordsOf, type MemberRecord, type Situation } from "../situation.js";

/** Things of one kind that members own; `complete` where the source answered in full about everybody. */
export interface Owned<Source extends "vehicles" | "realEstate" | "businesses"> {
  readonly records: readonly MemberRecord<Source>[];
  readonly count: number;
  readonly complete: boolean;
}

/** Vehicles that still belong to a member and are not exempt: scrapped, sold and mobility vehicles are left out. */
export function ownedVehicles(situation: Situation, parameters: Parameters): Owned<"vehicles"> {
  const { exemptVehicleKinds, ownedVehicleStatuses } = parameters;
  const records = recordsOf(situation, "vehicles").filter(
    ({ record: { kind, status } }) =>
      (kind === null || !exemptVehicleKinds.includes(kind)) &&
      (status === null || ownedVehicleStatuses.includes(status)),
  );
  return { records, count: records.length, complete: isFullyAnswered(situation, "vehicles") };
}

/** Dwellings, each certificate once however many members share it, and their floor area per head in ㎡. */
export interface OwnedDwellings extends Owned<"realEstate"> {
  readonly areaPerHead: string;
}

/** The dwellings that members own or share. */
export function ownedDwellings(situation: Situation): OwnedDwellings {
  const records = oncePerCertificate(
    recordsOf(situation, "realEstate").filter(({ record }) => record.usage === "DWELLING"),
  );
  const area = records.reduce(
    (sum, { record }) => addMoney(sum, twoPlaces(record.floorArea ?? "0")),
    "0.00",
  );
  return {
    records,
    count: records.length,
    complete: isFullyAnswered(situation, "realEstate"),
    areaPerHead: divideRound(area, Math.max(1, situation.household.members.length)),
  };
}

/** Whether the family owns more dwellings than the property test admits: a second one is admitted where both are small. */
export function exceedsDwellingLimit(
  { count, areaPerHead }: OwnedDwellings,
  { largestDwellingCount, secondDwellingAreaPerHead }: Parameters,
): boolean {
  if (count <= largestDwellingCount) return false;
  return (
    count > largestDwellingCount + 1 ||
    compareMoney(areaPerHead, twoPlaces(secondDwellingAreaPerHead)) >= 0
  );
}

/** Shops, offices, factories and the like, each certificate once. */
export function nonResidentialProperty(
  situation: Situation,
  { nonResidentialUsages }: Parameters,
): Owned<"realEstate"> {
  const records = oncePerCertificate(
    recordsOf(situation, "realEstate").filter(
      ({ record: { usage } }) => usage !== null && nonResidentialUsages.includes(usage),
    ),
  );
  return { records, count: records.length, complete: isFullyAnswered(situation, "realEstate") };
}

/** Roles of members in businesses that are running. */
export function runningBusinesses(
  situation: Situation,
  { runningBusinessStatuses }: Parameters,
): Owned<"businesses"> {
  const records = recordsOf(situation, "businesses").filter(
    ({ record: { status } }) => status !== null && runningBusinessStatuses.includes(status),
  );
  return { records, count: records.length, complete: isFullyAnswered(situation, "businesses") };
}

/** Deposits, securities and the cash value of insurance, of all members together, in 元. */
export interface MoneyAssets {
  /** Null where the source answered about nobody. */
  readonly total: Money | null;
  readonly perHead: Money | null;
  /** What a head may own: so many months' standard. */
  readonly linePerHead: Money;
  readonly complete: boolean;
  readonly records: readonly MemberRecord<"financialAssets">[];
}

/** The members' money assets against the line. */
export function moneyAssets(situation: Situation, parameters: Parameters): MoneyAssets {
  const { members } = situation.household;
  const answered = members.some(({ answers }) =>
    ["FOUND", "NO_RECORD"].includes(answers.financialAssets.outcome),
  );
  const records = recordsOf(situation, "financialAssets");
  const total = answered ? addMoney(...records.map(({ record }) => assetsIn(record))) : null;
  const { minimumLivingStandard, moneyAssetMonths } = parameters;
  return {
    total,
    perHead: total === null ? null : divideRound(total, Math.max(1, members.length)),
    linePerHead: divideRound(
      multiplyByRatio(minimumLivingStandard.annual, String(moneyAssetMonths)),
      12,
    ),
    complete: isFullyAnswered(situation, "financialAssets"),
    records,
  };
}

/** What one record of the provincial platform adds up to. */
export function assetsIn(record: MemberRecord<"financialAssets">["record"]): Money {
  const { deposits, securities, insurancePolicies } = record;
  return addMoney(deposits ?? "0.00", securities ?? "0.00", insurancePolicies ?? "0.00");
}

function oncePerCertificate(
  records: readonly MemberRecord<"realEstate">[],
): readonly MemberRecord<"realEstate">[] {
  const seen = new Set<string>();
  return records.filter(({ record: { certificateNumber } }) => {
    if (certificateNumber === null) return true;
    if (seen.has(certificateNumber)) return false;
    seen.add(certificateNumber);
    return true;
  });
}

/** A decimal such as "88.6" with two places, so that areas add up as exactly as money. */
function twoPlaces(decimal: string): string {
  const [whole = "0", fraction = ""] = decimal.split(".");
  return `${whole}.${fraction.slice(0, 2).padEnd(2, "0")}`;
}
