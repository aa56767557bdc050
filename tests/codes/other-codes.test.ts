import fc from "fast-check";
import { codeTable } from "../../src/codes/code-table.js";
import * as codeTables from "../../src/codes/code-tables.js";
import { assertCreditCode, creditCodeCheckDigit } from "../../src/codes/credit-code.js";
import {
  makeDisabilityCertificate,
  parseDisabilityCertificate,
} from "../../src/codes/disability-certificate.js";
import { assertDivisionCode, isWithin } from "../../src/codes/division-code.js";
import { COUNTY_CODE, TOWNSHIPS } from "../../src/codes/divisions-330726.js";

const CREDIT_CHARACTERS = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"];

describe("GB 32100 unified social credit code", () => {
  it("the standard's own example -> 3", () => {
    expect(creditCodeCheckDigit("91350100M000100Y4")).toBe("3");
    expect(() => assertCreditCode("91350100M000100Y43")).not.toThrow();
  });

  it("any one character changed -> refused", () => {
    const change = fc.tuple(fc.nat({ max: 17 }), fc.constantFrom(...CREDIT_CHARACTERS));
    fc.assert(
      fc.property(change, ([place, character]) => {
        const code = "91350100M000100Y43";
        fc.pre(code[place] !== character);
        const changed = code.slice(0, place) + character + code.slice(place + 1);
        expect(() => assertCreditCode(changed)).toThrow(
          expect.objectContaining({ code: expect.stringMatching(/^CREDIT_CODE_/) }),
        );
      }),
    );
  });

  it.each(["91350100I000100Y43", "91350100M000100Y4", "91350100m000100Y43"])(
    "%s -> no form",
    (text) => {
      expect(() => assertCreditCode(text)).toThrow(
        expect.objectContaining({ code: "CREDIT_CODE_FORM" }),
      );
    },
  );
});

describe("GB/T 2260 division code", () => {
  it("county, town and village codes pass, other lengths do not", () => {
    for (const code of ["330726", "330726003", "330726003200"]) assertDivisionCode(code);
    for (const code of ["3307", "33072600", "033072", "33072600320A", ""]) {
      expect(() => assertDivisionCode(code)).toThrow(
        expect.objectContaining({ code: "DIVISION_CODE" }),
      );
    }
  });

  it.each([
    ["330726003200", ["330726"], true],
    ["330726003200", ["330726003"], true],
    ["330726003200", ["330726001", "330726003"], true],
    ["330726003200", ["330700"], true],
    ["330726003200", ["330000"], true],
    ["330726003200", ["330726001"], false],
    ["330726", ["330726003"], false],
    ["330726003200", [], false],
    ["330726003200", [""], false],
  ])("%s in %j -> %s", (code, prefixes, within) => {
    expect(isWithin(code, prefixes)).toBe(within);
  });

  it("the county has 3 streets, 7 towns and 5 townships with villages under them, none twice", () => {
    const ends = TOWNSHIPS.map(({ name }) => name.replace(/^.*(街道|镇|乡)$/, "$1"));
    expect(ends.filter((end) => end === "街道")).toHaveLength(3);
    expect(ends.filter((end) => end === "镇")).toHaveLength(7);
    expect(ends.filter((end) => end === "乡")).toHaveLength(5);
    const codes = TOWNSHIPS.flatMap(({ code, villages }) => {
      expect(isWithin(code, [COUNTY_CODE])).toBe(true);
      for (const village of villages) {
        assertDivisionCode(village.code);
        expect(isWithin(village.code, [code])).toBe(true);
        expect(village.name).toMatch(/(村|社区)$/);
      }
      return villages.map((village) => village.code);
    });
    expect(new Set(codes).size).toBe(244);
    expect(codes).toHaveLength(244);
  });
});

describe("disability certificate number", () => {
  it("made of ID number, category and grade -> read back", () => {
    expect(makeDisabilityCertificate("11010519491231002X", "4", "3")).toBe("11010519491231002X43");
    expect(parseDisabilityCertificate("11010519491231002x 43b2")).toEqual({
      certificateNumber: "11010519491231002X43B2",
      idNumber: "11010519491231002X",
      categoryCode: "4",
      gradeCode: "3",
      reissue: 2,
    });
  });

  it.each([
    ["11010519491231002X", "DISABILITY_CERTIFICATE_FORM"],
    ["11010519491231002X83", "DISABILITY_CERTIFICATE_CODE"],
    ["11010519491231002X45", "DISABILITY_CERTIFICATE_CODE"],
    ["11010519491231002143", "ID_NUMBER_CHECK_DIGIT"],
  ])("%s -> %s", (text, code) => {
    expect(() => parseDisabilityCertificate(text)).toThrow(expect.objectContaining({ code }));
  });
});

describe("code tables", () => {
  it("every table finds each of its values by its code, and has terms in both languages", () => {
    const tables = Object.values(codeTables);
    expect(tables.length).toBeGreaterThan(20);
    for (const table of tables) {
      for (const key of table.keys as readonly never[]) {
        const entry = table.entries[key] as { code: string; zh: string; en: string };
        expect(table.findByCode(entry.code)).toBe(key);
        expect(entry.zh).toMatch(/[一-鿿]/);
        expect(entry.en).toMatch(/^[a-z]/);
        expect(table.values[key]).toBe(key);
      }
    }
  });

  it("kinship 01 is the person itself and 02 the head", () => {
    expect(codeTables.Kinship.findByCode("01")).toBe("SELF");
    expect(codeTables.Kinship.findByCode("02")).toBe("HEAD");
    expect(codeTables.Kinship.findByCode("1")).toBeUndefined();
  });

  it("one code for two values -> no table", () => {
    const entry = { code: "1", zh: "甲", en: "first" };
    expect(() => codeTable("T", "表", "Table", { A: entry, B: entry })).toThrow("twice");
  });
});
