import type { IncomeBand } from "../../codes/code-tables.js";
import { compareMoney, divideRound, multiplyByRatio, type Money } from "../../codes/money.js";
import type { Parameters } from "../parameters/parameters.js";

/** The marginal line in 元 a month and head: the ratio of the year's standard, so that 1.5 x 10,000 is 1,250.00. */
export function marginalLine({ minimumLivingStandard, marginalRatio }: Parameters): Money {
  return monthlyLine(minimumLivingStandard.annual, marginalRatio);
}

/** A multiple of the standard in 元 a month and head. */
export function lineOf({ minimumLivingStandard }: Parameters, ratio: string): Money {
  return monthlyLine(minimumLivingStandard.annual, ratio);
}

/**
 * The band of a month's income per head (浙江省社会救助条例, articles 9 and 13). Income and lines are
 * both rounded to 分 before they are compared: 10,000.00 a year is 833.33 a month, and so within a
 * standard of 833.33.
 */
export function bandOf(monthlyPerHead: Money, parameters: Parameters): IncomeBand {
  if (compareMoney(monthlyPerHead, parameters.minimumLivingStandard.monthly) <= 0) {
    return "WITHIN_STANDARD";
  }
  return compareMoney(monthlyPerHead, marginalLine(parameters)) <= 0
    ? "WITHIN_MARGINAL_LINE"
    : "ABOVE_MARGINAL_LINE";
}

function monthlyLine(annual: Money, ratio: string): Money {
  return divideRound(multiplyByRatio(annual, ratio), 12);
}
