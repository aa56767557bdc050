import { isFormula, withoutFormula } from "../../src/intake/reading/formula.js";
import { KeyRegister } from "../../src/intake/reading/key-register.js";

describe("formulas", () => {
  it.each([
    "=1+2",
    "=cmd|' /C calc'!A0",
    '  =HYPERLINK("http://a")',
    "@SUM(A1)",
    "+A1",
    "-2+3",
    "-1+cmd|' /C calc'!A0",
    "＝1+2",
    "＋A1",
    "\t=1",
  ])("%j -> one, and shown as text", (cell) => {
    expect(isFormula(cell)).toBe(true);
    expect(withoutFormula(cell)).toBe(`'${cell}`);
  });

  it.each(["-5", "-1,234.50", "+86 138-0000-0000", "－５", "-12.5%", "人民路=1号", "", "0"])(
    "%j -> none",
    (cell) => {
      expect(isFormula(cell)).toBe(false);
      expect(withoutFormula(cell)).toBe(cell);
    },
  );

  it("a dash before Chinese characters -> text, which a spreadsheet would still try to run", () => {
    expect(isFormula("-无")).toBe(false);
    expect(withoutFormula("-无")).toBe("'-无");
  });
});

it("of 200,000 keys much alike, each is known again by its own line", () => {
  const register = new KeyRegister();
  const keys = Array.from(
    { length: 200_000 },
    (_, index) => `3307261990${index}\u001f${index % 7}`,
  );
  for (const [index, key] of keys.entries()) {
    if (register.firstLine(key, index + 1) !== null) throw new Error(`${key} was not new`);
  }
  for (const [index, key] of keys.entries()) {
    if (register.firstLine(key, 1) !== index + 1) throw new Error(`${key} was forgotten`);
  }
  expect(register.firstLine("another", 7)).toBeNull();
});
