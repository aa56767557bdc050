import fc from "fast-check";
import { randomBytes } from "node:crypto";
import {
  checkCode,
  type StoredIssue,
} from "../../src/report-pages/verification-code/check-code.js";
import {
  CODE_ALPHABET,
  encodeCode,
  formatCode,
  parseCode,
} from "../../src/report-pages/verification-code/code-text.js";
import { issueReport, type CodeKey } from "../../src/report-pages/verification-code/issue-code.js";
import { isIntact, reportDigest } from "../../src/report-pages/verification-code/report-digest.js";
import { reportNumber } from "../../src/report-pages/verification-code/report-number.js";
import type { Report } from "../../src/verification/report/report.js";
import { DATE } from "../verification/situations.js";
import { NUMBER, report } from "./reports.js";

const KEY: CodeKey = { secret: randomBytes(32), hash: "sha256" };
const SM3: CodeKey = { secret: randomBytes(32), hash: "sm3" };

/** Issues a report and keeps it as the current one. */
function issue(
  built: Report = report(),
  key = KEY,
  version = 1,
): { code: string; stored: StoredIssue } {
  const { code, issued } = issueReport(built, { version, issuedOn: DATE }, key);
  return { code, stored: { ...issued, superseded: false } };
}

const check = (code: string, stored: readonly StoredIssue[], more: { number?: string } = {}) =>
  checkCode(more.number ?? NUMBER, code, stored, [KEY], DATE);

const NOT_VALID = { verdict: "NOT_VALID", mistyped: false };

/** Any code there can be. */
const codes = fc.bigInt({ min: 0n, max: 2n ** 256n }).map(encodeCode);

describe("a code", () => {
  it("five groups of four characters, none easily taken for another", () => {
    expect(CODE_ALPHABET).not.toMatch(/[01BDGILOQSUVZ]/);
    for (const key of [KEY, SM3]) {
      const { code } = issue(report(), key);
      expect(code).toMatch(new RegExp(`^[${CODE_ALPHABET}]{4}(-[${CODE_ALPHABET}]{4}){4}$`));
    }
  });

  it("more than 80 bits that nobody can guess", () => {
    expect(Math.log2(CODE_ALPHABET.length) * 19).toBeGreaterThan(80);
  });

  it("one character changed, or two exchanged -> no code any more", () => {
    fc.assert(
      fc.property(
        codes,
        fc.nat(19),
        fc.nat(19),
        fc.constantFrom(...CODE_ALPHABET),
        (code, place, other, character) => {
          const characters = [...code];
          const changed = characters.with(place, character).join("");
          expect(parseCode(changed)).toBe(changed === code ? code : null);
          const exchanged = characters
            .with(place, characters[other] ?? "")
            .with(other, characters[place] ?? "")
            .join("");
          expect(parseCode(exchanged)).toBe(exchanged === code ? code : null);
        },
      ),
    );
  });

  it("typed in any case, width and grouping -> the same code", () => {
    const styles: ((text: string) => string)[] = [
      (text) => text,
      (text) => text.toLowerCase(),
      (text) => text.replaceAll("-", ""),
      (text) => ` ${text.replaceAll("-", " ")} `,
      (text) => text.replaceAll("-", "－"),
      (text) => text.replaceAll("-", "—"),
      (text) =>
        text.replace(/[A-Z0-9]/g, (one) =>
          String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0),
        ),
    ];
    fc.assert(
      fc.property(codes, fc.constantFrom(...styles), (code, style) => {
        expect(parseCode(style(formatCode(code)))).toBe(code);
      }),
    );
  });

  it("any text -> a code or null, never an error", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(parseCode(text) ?? "2".repeat(20)).toHaveLength(20);
      }),
    );
  });
});

describe("checking a code", () => {
  it.each([
    ["SHA-256", KEY],
    ["SM3", SM3],
  ])("as issued with %s -> valid, and only the two days", (_hash, key) => {
    const { code, stored } = issue(report(), key);
    expect(checkCode(NUMBER, code, [stored], [KEY, SM3], DATE)).toEqual({
      verdict: "VALID",
      issuedOn: DATE,
      validUntil: "2027-10-31",
    });
  });

  it("the number in another case and width -> valid", () => {
    const { code, stored } = issue();
    expect(check(code, [stored], { number: ` ${NUMBER.toLowerCase()}` })).toMatchObject({
      verdict: "VALID",
    });
  });

  it("any changed character -> refused", () => {
    const { code, stored } = issue();
    fc.assert(
      fc.property(
        fc.nat(code.length - 1),
        fc.string({ unit: "binary", maxLength: 1 }),
        (at, by) => {
          const changed = code.slice(0, at) + by + code.slice(at + 1);
          fc.pre(parseCode(changed) !== parseCode(code));
          expect(check(changed, [stored])).toEqual({ verdict: "NOT_VALID", mistyped: true });
        },
      ),
    );
  });

  it("any other code -> refused", () => {
    const { code, stored } = issue();
    fc.assert(
      fc.property(codes, (other) => {
        fc.pre(other !== parseCode(code));
        expect(check(other, [stored])).toEqual(NOT_VALID);
      }),
    );
  });

  it("an unknown number -> answered as a wrong code is", () => {
    const { code, stored } = issue();
    expect(check(code, [])).toEqual(NOT_VALID);
    expect(check(code, [stored], { number: "HD-330726-20261031-000043" })).toEqual(NOT_VALID);
    expect(check(code, [stored], { number: "" })).toEqual(NOT_VALID);
  });

  it("another key, or a date changed in the store -> refused", () => {
    const { code, stored } = issue();
    expect(checkCode(NUMBER, code, [stored], [SM3], DATE)).toEqual(NOT_VALID);
    expect(check(code, [{ ...stored, validUntil: "2099-12-31" }])).toEqual(NOT_VALID);
    expect(check(code, [{ ...stored, issuedOn: "2027-01-01" }])).toEqual(NOT_VALID);
  });

  it.each([
    ["another", report({ declared: { wageIncome: "100.00" } })],
    ["the same", report()],
  ])(
    "a newer version that says %s -> the old code says so, the new one is valid",
    (_what, before) => {
      const old = issue(before);
      const current = issue(report(), KEY, 2);
      const versions = [{ ...old.stored, superseded: true }, current.stored];
      expect(check(old.code, versions)).toMatchObject({ verdict: "SUPERSEDED", issuedOn: DATE });
      expect(check(current.code, versions)).toMatchObject({ verdict: "VALID" });
    },
  );

  it("after the last day -> genuine, and expired", () => {
    const { code, stored } = issue();
    const on = (today: string) => checkCode(NUMBER, code, [stored], [KEY], today).verdict;
    expect(on("2027-10-31")).toBe("VALID");
    expect(on("2027-11-01")).toBe("EXPIRED");
  });

  it("a short secret -> no code is made with it", () => {
    expect(() => issue(report(), { secret: randomBytes(31), hash: "sha256" })).toThrow(RangeError);
  });
});

describe("the digest of a report", () => {
  it("members in any order, as a database keeps them -> the same", () => {
    const built = report();
    const reversed = Object.fromEntries(Object.entries(built).reverse()) as unknown as Report;
    expect(JSON.stringify(reversed)).not.toBe(JSON.stringify(built));
    expect(reportDigest(reversed, "sm3")).toBe(reportDigest(built, "sm3"));
    expect(isIntact(reversed, reportDigest(built, "sha256"))).toBe(true);
  });

  it("one value changed -> no longer intact", () => {
    const built = report();
    const digest = reportDigest(built, "sha256");
    expect(isIntact({ ...built, validUntil: "2099-12-31" }, digest)).toBe(false);
    expect(isIntact({ ...built, findings: [...built.findings, ...built.findings] }, digest)).toBe(
      built.findings.length === 0,
    );
    expect(isIntact(built, "md5:00")).toBe(false);
  });
});

it("a report's number names division, day and place", () => {
  expect(reportNumber("330726", DATE, 42)).toBe(NUMBER);
  expect(() => reportNumber("330726", DATE, 0)).toThrow(RangeError);
  expect(() => reportNumber("3307", DATE, 1)).toThrow(/division/);
});
