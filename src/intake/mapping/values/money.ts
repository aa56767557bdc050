import { assertMoney, type Money } from "../../../codes/money.js";
import { CellError } from "../cell-error.js";
import type { CellValue } from "../cell-value.js";
import { inTwoLanguages } from "../in-two-languages.js";
import { narrowed, widened } from "../narrowed.js";
import { decimalParts } from "../decimal-parts.js";

const EXPECTED = inTwoLanguages("以元为单位的金额，如 1234.50", "an amount in yuan, as in 1234.50");

/** Digits before the point that a column of money holds. */
const MOST_DIGITS = 12;

/** An amount in 元 that is never negative. */
export const money: CellValue<Money> = amounts(false);

/** An amount in 元 that may be negative: a loss. */
export const signedMoney: CellValue<Money> = amounts(true);

function amounts(mayBeNegative: boolean): CellValue<Money> {
  return {
    read(text, correct) {
      if (/^(0|[1-9]\d{0,11})\.\d\d$/.test(text)) return text;
      const plain = narrowed(text, correct);
      const bare = plain.replace(/^(-?)(¥|RMB|CNY)/i, "$1").replace(/元$/, "");
      const parts = decimalParts(bare);
      if (!parts) throw notAnAmount(bare);
      if (parts.fraction.length > 2) {
        throw new CellError(
          "MONEY_PLACES",
          inTwoLanguages("金额最多两位小数", "an amount has two decimal places at most"),
          `${parts.sign}${parts.whole}.${parts.fraction.slice(0, 2)}`,
        );
      }
      if (parts.whole.length > MOST_DIGITS) {
        throw new CellError(
          "MONEY_RANGE",
          inTwoLanguages("金额超过万亿元", "the amount is more than a column holds"),
          EXPECTED,
        );
      }
      const unsigned = `${parts.whole}.${parts.fraction.padEnd(2, "0")}`;
      const amount = unsigned === "0.00" ? unsigned : `${parts.sign}${unsigned}`;
      assertMoney(amount);
      if (amount.startsWith("-") && !mayBeNegative) {
        throw new CellError(
          "MONEY_NEGATIVE",
          inTwoLanguages("金额不能为负数", "the amount cannot be negative"),
          inTwoLanguages("不小于 0 的金额", "an amount of at least 0"),
        );
      }
      if (amount !== plain) correct("AMOUNT_FORM");
      return amount;
    },
    write: (value) => value,
    alternatives: (value) => [
      `￥${value}`,
      ` ${value}`,
      widened(value),
      ...(value.endsWith("0") ? [value.replace(/\.?0+$/, "")] : []),
      ...(/^\d{4,}\./.test(value) ? [value.replace(/\B(?=(\d{3})+\.)/g, ",")] : []),
    ],
  };
}

function notAnAmount(text: string): CellError {
  const inTenThousands = /^\d+(\.\d+)?万$/.test(text);
  return new CellError(
    "MONEY",
    inTenThousands
      ? inTwoLanguages(
          "金额应以元为单位，不是万元",
          "the amount is to be in yuan, not in ten thousands",
        )
      : inTwoLanguages("不是金额", "this is no amount of money"),
    EXPECTED,
  );
}
