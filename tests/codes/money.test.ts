import fc from "fast-check";
import {
  addMoney,
  assertMoney,
  compareMoney,
  divideRound,
  formatMoney,
  multiplyByRatio,
  parseMoney,
  subtractMoney,
} from "../../src/codes/money.js";

const amounts = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).map(formatMoney);

describe("money", () => {
  it("text and 分 convert into each other exactly", () => {
    fc.assert(fc.property(amounts, (amount) => formatMoney(parseMoney(amount)) === amount));
  });

  it("addition is associative and commutative, and subtraction undoes it", () => {
    fc.assert(
      fc.property(amounts, amounts, amounts, (a, b, c) => {
        expect(addMoney(addMoney(a, b), c)).toBe(addMoney(a, addMoney(b, c)));
        expect(addMoney(a, b)).toBe(addMoney(b, a));
        expect(subtractMoney(addMoney(a, b), b)).toBe(a);
      }),
    );
  });

  it("comparison agrees with subtraction", () => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        expect(Math.sign(compareMoney(a, b))).toBe(
          subtractMoney(a, b) === "0.00" ? 0 : subtractMoney(a, b).startsWith("-") ? -1 : 1,
        );
      }),
    );
  });

  it("a quotient is at most half a 分 per part away from the amount", () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 1000 }), (amount, divisor) => {
        const back = parseMoney(divideRound(amount, divisor)) * BigInt(divisor);
        const error = back - parseMoney(amount);
        expect(2n * (error < 0n ? -error : error)).toBeLessThanOrEqual(BigInt(divisor));
      }),
    );
  });

  it("10,000 元 a year -> 833.33 元 a month", () => {
    expect(divideRound("10000.00", 12)).toBe("833.33");
  });

  it.each([
    ["0.01", "0.5", "0.01"],
    ["-0.01", "0.5", "-0.01"],
    ["10000.00", "1.5", "15000.00"],
    ["100.00", "0.333333", "33.33"],
    ["12.34", "0", "0.00"],
  ])("%s times %s -> %s, a half away from zero", (amount, ratio, product) => {
    expect(multiplyByRatio(amount, ratio)).toBe(product);
  });

  it.each(["1", "1.5", "1.005", "01.00", "-0.00", "1,000.00", "1e3", "", " 1.00", "１.00"])(
    "%j -> refused",
    (text) => {
      expect(() => assertMoney(text)).toThrow(expect.objectContaining({ code: "MONEY" }));
    },
  );

  it("no amounts -> 0.00", () => {
    expect(addMoney()).toBe("0.00");
  });

  it("a divisor that is no positive whole number -> RangeError", () => {
    expect(() => divideRound("1.00", 0)).toThrow(RangeError);
    expect(() => divideRound("1.00", 1.5)).toThrow(RangeError);
  });
});
