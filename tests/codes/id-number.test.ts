import fc from "fast-check";
import { CodeError } from "../../src/codes/code-error.js";
import { idNumberForms } from "../../src/codes/id-number-forms.js";
import {
  assertIdNumber,
  idNumberCheckDigit,
  maskIdNumber,
  parseIdNumber,
} from "../../src/codes/id-number.js";

const days = fc
  .date({ min: new Date("1850-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const idNumbers = fc
  .tuple(fc.integer({ min: 110000, max: 659999 }), days, fc.integer({ min: 0, max: 999 }))
  .map(([division, birthDate, sequence]) => {
    const first17 = `${division}${birthDate.replaceAll("-", "")}${String(sequence).padStart(3, "0")}`;
    return { idNumber: first17 + idNumberCheckDigit(first17), birthDate, sequence };
  });

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    return error instanceof CodeError ? error.code : String(error);
  }
  return undefined;
}

describe("GB 11643 citizen ID number", () => {
  it("the standard's own example -> birth date, sex, check digit X", () => {
    expect(idNumberCheckDigit("11010519491231002")).toBe("X");
    expect(parseIdNumber("11010519491231002X")).toEqual({
      idNumber: "11010519491231002X",
      birthDate: "1949-12-31",
      sex: "FEMALE",
    });
  });

  it("every form that a system may have written down is read as the same number", () => {
    expect(idNumberForms("11010519491231002X")).toEqual([
      "11010519491231002X",
      "11010519491231002x",
      "110105491231002",
    ]);
    expect(idNumberForms("110105201512310023")).toEqual(["110105201512310023"]);
    fc.assert(
      fc.property(idNumbers, ({ idNumber }) => {
        const read = idNumberForms(idNumber).map((form) => parseIdNumber(form).idNumber);
        expect(new Set(read)).toEqual(new Set([idNumber]));
      }),
    );
  });

  it("any composed number is valid and says its birth date and sex", () => {
    fc.assert(
      fc.property(idNumbers, ({ idNumber, birthDate, sequence }) => {
        const sex = sequence % 2 === 1 ? "MALE" : "FEMALE";
        expect(parseIdNumber(idNumber)).toEqual({ idNumber, birthDate, sex });
      }),
    );
  });

  it("any one digit changed -> refused", () => {
    const change = fc.tuple(idNumbers, fc.nat({ max: 16 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(change, ([{ idNumber }, place, step]) => {
        const digit = (Number(idNumber[place]) + step) % 10;
        const changed = idNumber.slice(0, place) + digit + idNumber.slice(place + 1);
        expect(codeOf(() => parseIdNumber(changed))).toMatch(/^ID_NUMBER_/);
      }),
    );
  });

  it.each([
    ["full-width digits", "１１０１０５１９４９１２３１００２Ｘ"],
    ["a lower-case x", "11010519491231002x"],
    ["blanks inside and around", "　110105 19491231 002X \n"],
    ["the 15-digit form", "110105491231002"],
  ])("%s -> the official 18 characters", (_, text) => {
    expect(parseIdNumber(text).idNumber).toBe("11010519491231002X");
  });

  it.each([
    ["a wrong check digit", "110105194912310021", "ID_NUMBER_CHECK_DIGIT"],
    ["30 February", "330726199002300011", "ID_NUMBER_BIRTH_DATE"],
    ["the year 1700", "330726170001010011", "ID_NUMBER_BIRTH_DATE"],
    ["a letter inside", "33072619900A010011", "ID_NUMBER_FORM"],
    ["17 characters", "33072619900101001", "ID_NUMBER_FORM"],
    ["nothing", "", "ID_NUMBER_FORM"],
  ])("%s -> refused without repeating the number", (_, text, code) => {
    expect(codeOf(() => parseIdNumber(text))).toBe(code);
    if (text) expect(() => parseIdNumber(text)).not.toThrow(text);
  });

  it("the strict form takes no blanks and no small x", () => {
    expect(codeOf(() => assertIdNumber("11010519491231002x"))).toBe("ID_NUMBER_FORM");
    expect(codeOf(() => assertIdNumber("11010519491231002X "))).toBe("ID_NUMBER_FORM");
  });

  it("masked -> first 6 and last 4 shown", () => {
    expect(maskIdNumber("11010519491231002X")).toBe("110105********002X");
  });
});
