import fc from "fast-check";
import { Kinship, Sex } from "../../src/codes/code-tables.js";
import { creditCodeCheckDigit } from "../../src/codes/credit-code.js";
import { idNumberCheckDigit } from "../../src/codes/id-number.js";
import { formatMoney } from "../../src/codes/money.js";
import { CellError } from "../../src/intake/mapping/cell-error.js";
import type { CellValue, Correction } from "../../src/intake/mapping/cell-value.js";
import * as values from "../../src/intake/mapping/values/index.js";

/** What a cell is read as, with what was put right; the error's code where it cannot be. */
function read(value: CellValue, cell: string) {
  const corrections: Correction[] = [];
  try {
    return [value.read(cell, (correction) => corrections.push(correction)), ...corrections];
  } catch (error) {
    if (!(error instanceof CellError)) throw error;
    return error.code;
  }
}

const sex = values.coded(Sex, { MALE: ["男"], FEMALE: ["女"] });
const kinship = values.coded(Kinship);
const area = values.decimal(2, 100_000);

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(""));
const dates = fc
  .date({ min: new Date("1900-03-01"), max: new Date("2149-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const idNumbers = fc.tuple(dates, digits(3)).map(([date, sequence]) => {
  const first17 = `330726${date.replaceAll("-", "").replace(/^21/, "20")}${sequence}`;
  return first17 + idNumberCheckDigit(first17);
});
const creditCodes = digits(9).map((nine) => {
  const first17 = `91330726${nine}`;
  return first17 + creditCodeCheckDigit(first17);
});
const words = fc
  .array(fc.constantFrom(..."浦江县仙华街道水晶厂号A1（）·〇𠮷"), { minLength: 1, maxLength: 12 })
  .map((all) => all.join(""));
const names = fc
  .array(fc.constantFrom(..."王金水女子阿卜买〇䶮𠮷"), { minLength: 2, maxLength: 4 })
  .map((all) => all.join(""));
const places = (most: number, count: number) =>
  fc.integer({ min: 0, max: most }).map((number) => (number / 10 ** count).toFixed(count));

const EVERY: readonly (readonly [string, CellValue, fc.Arbitrary<unknown>])[] = [
  ["idNumber", values.idNumber, idNumbers],
  [
    "name",
    values.name,
    fc.oneof(
      names,
      names.map((one) => `${one}·${one}`),
    ),
  ],
  ["text", values.text, words],
  ["coded", sex, fc.constantFrom(...Sex.keys)],
  ["coded by two digits", kinship, fc.constantFrom(...Kinship.keys)],
  ["money", values.money, fc.bigInt({ min: 0n, max: 10n ** 14n - 1n }).map(formatMoney)],
  [
    "signedMoney",
    values.signedMoney,
    fc.bigInt({ min: -(10n ** 14n) + 1n, max: 10n ** 14n - 1n }).map(formatMoney),
  ],
  ["decimal", area, places(9_999_999, 2)],
  ["share", values.share, places(10_000, 4)],
  ["whole", values.whole(0, 99), fc.integer({ min: 0, max: 99 })],
  ["year", values.year, fc.integer({ min: 1900, max: 2100 })],
  ["day", values.day, dates],
  ["yearMonth", values.yearMonth, dates.map((date) => date.slice(0, 7))],
  ["yesNo", values.yesNo, fc.boolean()],
  ["division", values.division(), fc.constantFrom("330726", "330726003", "330726003200")],
  ["division of a town", values.division(9), fc.constant("330726003")],
  ["plateNumber", values.plateNumber, digits(5).map((five) => `浙G${five}`)],
  ["creditCode", values.creditCode, creditCodes],
  [
    "disabilityCertificate",
    values.disabilityCertificate,
    fc.tuple(idNumbers, fc.constantFrom("11", "43B1", "74")).map((parts) => parts.join("")),
  ],
  ["texts", values.texts, fc.array(fc.constantFrom("微耕机", "水泵", "割灌机"), { maxLength: 3 })],
  [
    "identifier",
    values.identifier(/^H\d{12}$/, "H330726000039"),
    digits(12).map((one) => `H${one}`),
  ],
];

describe.each(EVERY)("%s", (_, value, arbitrary) => {
  it("what is written is read as the same value, nothing being put right", () => {
    fc.assert(
      fc.property(arbitrary, (one) => {
        expect(read(value, value.write(one))).toEqual([one]);
      }),
    );
  });

  it("every other form is read as the same value, and counted", () => {
    fc.assert(
      fc.property(arbitrary, (one) => {
        for (const form of value.alternatives?.(one) ?? []) {
          expect([form, read(value, form)]).toEqual([
            form,
            expect.arrayContaining([one, expect.any(String)]),
          ]);
        }
      }),
    );
  });
});

describe("cells of real files", () => {
  it.each<[string, CellValue, string, unknown]>([
    [
      "a 15-digit ID number",
      values.idNumber,
      "330726520304001",
      ["330726195203040012", "ID_NUMBER_15"],
    ],
    ["an ID number in a power of ten", values.idNumber, "3.30726E+17", "NUMBER_ROUNDED"],
    ["a wrong check digit", values.idNumber, "110105194912310021", "ID_NUMBER_CHECK_DIGIT"],
    ["a compatibility ideograph", values.name, "\uf9e1四", ["李四", "VARIANT_CHARACTER"]],
    ["a circle for 〇", values.name, "王○", ["王〇", "VARIANT_CHARACTER"]],
    ["another middle dot", values.name, "阿卜杜•买买提", ["阿卜杜·买买提", "VARIANT_CHARACTER"]],
    ["a name set wide", values.name, "王　芳", ["王芳", "BLANKS"]],
    ["a foreign name", values.name, "Jean-Luc O'Neil", ["Jean-Luc O'Neil"]],
    ["a traditional character", values.name, "張三", ["張三"]],
    ["a lost character", values.name, "王?", "NAME_CHARACTER"],
    ["a character of somebody's own", values.name, "王\ue000", "CHARACTER_UNKNOWN"],
    ["full-width digits in an address", values.text, "人民路１２号", ["人民路12号", "FULL_WIDTH"]],
    ["full-width brackets, which belong", values.text, "浙（2020）第1号", ["浙（2020）第1号"]],
    ["01, which is no head", kinship, "01", ["SELF"]],
    ["1, which is no code", kinship, "1", "CODE_UNKNOWN"],
    ["another term", sex, "男", ["MALE", "CODE_FORM"]],
    ["thousands and a sign", values.money, "￥1,234.5", ["1234.50", "FULL_WIDTH", "AMOUNT_FORM"]],
    ["misplaced thousands", values.money, "12,34.00", "MONEY"],
    ["tenths of a cent", values.money, "1.234", "MONEY_PLACES"],
    ["a negative amount", values.money, "-5", "MONEY_NEGATIVE"],
    ["a loss", values.signedMoney, "－5", ["-5.00", "FULL_WIDTH", "AMOUNT_FORM"]],
    ["tens of thousands", values.money, "1.2万", "MONEY"],
    ["a day that is none", values.day, "2025/2/30", "DATE"],
    ["a day and a time", values.day, "2025-03-05 13:20:00", ["2025-03-05", "DATE_FORM"]],
    ["an Excel serial date", values.day, "45000", ["2023-03-15", "EXCEL_SERIAL_DATE"]],
    ["month 13", values.yearMonth, "202513", "DATE"],
    ["January or October", values.yearMonth, "2025.1", "YEAR_MONTH"],
    ["a day for a month", values.yearMonth, "2025年3月5日", ["2025-03", "MONTH_FORM"]],
    ["a half as a fraction", values.share, "1/2", ["0.5000", "AMOUNT_FORM"]],
    ["a percentage without its sign", values.share, "50", "SHARE"],
    [
      "a township's statistical code",
      values.division(9),
      "330726003000",
      ["330726003", "CODE_FORM"],
    ],
    ["a village where a town is due", values.division(9), "330726003200", "DIVISION_CODE"],
    ["the letter O on a plate", values.plateNumber, "浙GO1234", "PLATE_NUMBER"],
    ["nothing at all, said so", values.texts, "无", [[]]],
  ])("%s", (_, value, cell, expected) => {
    expect(read(value, cell)).toEqual(expected);
  });

  it("an error says what would be right, in both languages", () => {
    const error = (() => {
      try {
        return sex.read("3", () => undefined);
      } catch (thrown) {
        return thrown as CellError;
      }
    })();
    expect(error).toMatchObject({
      message: expect.stringMatching(/代码表.*\/.*code table/),
      expected: expect.stringContaining("1 男性；2 女性"),
    });
  });
});
