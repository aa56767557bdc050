import fc from "fast-check";
import { checkPage } from "../../src/report-pages/html/check-page.js";
import type { CodeCheck } from "../../src/report-pages/verification-code/check-code.js";
import { attributesOf, assertOnlyOurTags, textOf } from "./markup-parts.js";
import { CODE, NUMBER } from "./reports.js";

const DAYS = { issuedOn: "2026-10-31", validUntil: "2027-10-31" };

const page = (answer: CodeCheck | null, number = NUMBER, code = CODE) =>
  checkPage({ language: "zh", number, code, answer });

describe("the page where a code is checked", () => {
  it("new -> a form that needs no script, and no answer", () => {
    const { body, headers } = page(null, "", "");
    expect(body).toContain('<form method="get">');
    expect(body).not.toMatch(/<script|查验结果|\son\w+=/);
    expect(headers["content-security-policy"]).toContain("form-action 'self'");
    const labels = attributesOf(body, "for");
    expect(labels).toEqual(["number", "code"]);
    for (const label of labels) expect(body).toContain(`<input id="${label}"`);
  });

  it.each<[CodeCheck, string]>([
    [{ verdict: "VALID", ...DAYS }, "有效 VALID"],
    [{ verdict: "EXPIRED", ...DAYS }, "已过有效期 EXPIRED"],
    [{ verdict: "SUPERSEDED", ...DAYS }, "已有新版本 SUPERSEDED"],
  ])("%j -> says so, with both days, and what it does not say", (answer, words) => {
    const text = textOf(page(answer).body);
    expect(text).toContain(words);
    expect(text).toContain("签发日期 2026-10-31");
    expect(text).toContain("有效期至 2027-10-31");
    expect(text).toContain("不说明您手中文本的内容未被改动");
  });

  it("only a valid report has the calm frame", () => {
    expect(page({ verdict: "VALID", ...DAYS }).body).not.toContain("state alarm");
    for (const verdict of ["EXPIRED", "SUPERSEDED"] as const) {
      expect(page({ verdict, ...DAYS }).body).toContain("state alarm");
    }
    expect(page({ verdict: "NOT_VALID", mistyped: false }).body).toContain("state alarm");
  });

  it("not valid -> no day; a slip of the pen -> asks to type it again", () => {
    const wrong = textOf(page({ verdict: "NOT_VALID", mistyped: false }).body);
    expect(wrong).toContain("无效 NOT VALID");
    expect(wrong).not.toMatch(/签发日期|有效期至/);
    expect(textOf(page({ verdict: "NOT_VALID", mistyped: true }).body)).toContain("可能有笔误");
  });

  it("whatever was typed -> stays a text, in the form and in the link to the other language", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (number, code) => {
        for (const verdict of ["VALID", "SUPERSEDED"] as const) {
          const { body } = page({ verdict, ...DAYS }, `"><script>${number}`, `'<${code}`);
          assertOnlyOurTags(body);
        }
      }),
    );
  });
});
