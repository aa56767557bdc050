import type { AssistanceProgramme } from "../../codes/code-tables.js";
import type { Parameters } from "../parameters/parameters.js";

/** A household as duty 2.1 may read it. */
export interface TwoLinesRow {
  readonly householdId: string;
  /** 9 digits. */
  readonly township: string;
  /** Whether agriculture lists it; null where agriculture has no record of it, as of families in town. */
  readonly lowIncomeFarmer: boolean | null;
  /** Programmes in force. */
  readonly programmes: readonly AssistanceProgramme[];
}

/** How the two lists stand to one another in one township. */
export interface TwoLinesCount {
  readonly township: string;
  readonly onBoth: number;
  readonly farmersWithoutRelief: number;
  readonly reliefWithoutFarmer: number;
}

/** 两线合一: the list of low-income farmers against minimum living and marginal families. */
export interface TwoLinesReconciliation {
  readonly farmersWithoutRelief: readonly string[];
  readonly reliefWithoutFarmer: readonly string[];
  readonly townships: readonly TwoLinesCount[];
}

/** Reconciles the two lists (document, item (二)); ids and townships come in order. */
export function reconcileTwoLines(
  rows: readonly TwoLinesRow[],
  { lowIncomeFarmerProgrammes }: Parameters,
): TwoLinesReconciliation {
  const known = rows
    .filter(({ lowIncomeFarmer }) => lowIncomeFarmer !== null)
    .map((row) => ({
      ...row,
      relieved: row.programmes.some((programme) => lowIncomeFarmerProgrammes.includes(programme)),
    }))
    .sort((one, other) => (one.householdId < other.householdId ? -1 : 1));
  const farmers = known.filter((row) => row.lowIncomeFarmer === true && !row.relieved);
  const relieved = known.filter((row) => row.lowIncomeFarmer === false && row.relieved);
  const both = known.filter((row) => row.lowIncomeFarmer === true && row.relieved);
  const townships = [...new Set(known.map(({ township }) => township))].sort();
  const countIn = (list: readonly TwoLinesRow[], township: string) =>
    list.filter((row) => row.township === township).length;
  return {
    farmersWithoutRelief: farmers.map(({ householdId }) => householdId),
    reliefWithoutFarmer: relieved.map(({ householdId }) => householdId),
    townships: townships.map((township) => ({
      township,
      onBoth: countIn(both, township),
      farmersWithoutRelief: countIn(farmers, township),
      reliefWithoutFarmer: countIn(relieved, township),
    })),
  };
}
