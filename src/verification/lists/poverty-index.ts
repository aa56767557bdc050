import type { PovertyDimensionName } from "../../codes/code-tables.js";
import { addMoney, multiplyByRatio } from "../../codes/money.js";
import type { Parameters } from "../parameters/parameters.js";

/** One dimension of the index. */
export interface DimensionScore {
  readonly dimension: PovertyDimensionName;
  /** 0.00 to 100.00: the points of the indicators that the survey found. */
  readonly score: string;
  readonly weight: string;
}

/** 多维度贫困指标 (document, item (二)). */
export interface PovertyScore {
  /** 0.00 to 100.00: the weighted sum of the dimensions, the higher the poorer. */
  readonly score: string;
  readonly dimensions: readonly DimensionScore[];
}

/**
 * Scores a home survey (家境调查) by the indicators that apply to the family, with the dimensions,
 * weights and points that the parameters state; exact to two places.
 * @throws RangeError naming every indicator that the parameters do not know
 */
export function povertyIndex(
  applying: ReadonlySet<string>,
  { povertyDimensions }: Parameters,
): PovertyScore {
  const known = new Set(
    povertyDimensions.flatMap(({ indicators }) => indicators.map(({ code }) => code)),
  );
  const unknown = [...applying].filter((code) => !known.has(code));
  if (unknown.length > 0) {
    throw new RangeError(`the home survey has no indicator ${unknown.join(", ")}`);
  }
  const dimensions = povertyDimensions.map(({ dimension, weight, indicators }) => {
    const points = indicators
      .filter(({ code }) => applying.has(code))
      .reduce((sum, indicator) => sum + indicator.points, 0);
    return { dimension, weight, score: `${points}.00` };
  });
  const parts = dimensions.map(({ score, weight }) => multiplyByRatio(score, weight));
  return { score: addMoney(...parts), dimensions };
}
