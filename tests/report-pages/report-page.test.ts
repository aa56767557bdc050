import fc from "fast-check";
import { createHash } from "node:crypto";
import { printStyle } from "../../src/report-pages/html/print-style.js";
import { reportPage } from "../../src/report-pages/html/report-page.js";
import { reportDocument } from "../../src/report-pages/document/report-document.js";
import type { Language } from "../../src/report-pages/language.js";
import type { ReportView } from "../../src/report-pages/report-view.js";
import { SOURCES } from "../../src/verification/reading/sources.js";
import { failed, NUMBERS } from "../verification/situations.js";
import { assertOnlyOurTags, textOf } from "./markup-parts.js";
import { CODE, eventful, NUMBER, view } from "./reports.js";

const page = (of: ReportView, language: Language = "zh") =>
  reportPage(of, { language, pdfAddress: `/reports/${NUMBER}.pdf` });

const text = (of: ReportView, language: Language = "zh") => textOf(page(of, language).body);

describe("what the page says", () => {
  const said = text(eventful());

  it.each([
    ["title, number and code", ["家庭经济状况核对报告", NUMBER, CODE]],
    ["programme, duty, case", ["最低生活保障", "1.2 社会救助家庭经济状况核对", "CASE-1"]],
    ["household and place", ["H330726000001", "浦阳街道同乐村（330726003201）"]],
    ["days", ["申报日期 2026-08-01", "核对日期 2026-10-31", "有效期至 2027-10-31"]],
    [
      "members with masked numbers, roles and consent",
      ["成员 1 张建国 330726********0011 户主 有效 SQ-2026-0001", "成员 3 张子轩", "缺少"],
    ],
    ["an obligor who is not known", ["赡抚扶养人 1 （姓名未取得）"]],
    [
      "sources with day and outcome",
      [
        "机动车登记 查得记录 来源单位 2026-10-20",
        "婚姻登记 无记录 —",
        "金融资产 未获授权 — — 没有有效授权",
        "个人所得税 来源未答复 — — 来源未在时限内答复",
      ],
    ],
    [
      "declared, found, difference",
      ["财产净收入 元/年 500.50 1800.00 +1299.50", "机动车 辆 0 1 +1"],
    ],
    [
      "findings with severity, values, records, basis and advice",
      [
        "1. 机动车未申报 高：可能影响资格 对象 全户 代码 0501 申报 0 辆 查得 1 辆",
        "浙G12345（机动车登记，来源单位，成员 1 张建国，截至 2026-10-20）",
        "2015 年浙江省家庭经济状况认定办法",
        "建议 请家庭说明车辆的来源",
        "中：可能影响金额或人口",
      ],
    ],
    [
      "what was done about a finding, in the order of time",
      [
        "已提出异议：车辆已于 2025 年报废，附回收证明（张建国，2026-11-02 09:30） 核实：不影响资格：回收证明属实（李经办，2026-11-05 10:00）",
        "处置 待处置",
      ],
    ],
    [
      "the computation of the income, and the standard by month and by year",
      [
        "减：不计入的收入 申报的不计入项目 −1200.00",
        "36600.00 ÷ 3 ÷ 12，四舍五入到分 1016.67",
        "833.33 元/月（10000.00 元/年）",
        "低保边缘标准 1250.00 元/月",
        "低保标准以上、低保边缘标准以内",
      ],
    ],
    ["relief drawn and its end", ["2025-01～，每月 500.00 元", "渐退期内，截止 2027-10-31"]],
    ["conditions", ["数据显示有条件不具备", "不具备"]],
    ["what is missing", ["缺少的信息（3 项）", "取得本人（或监护人）授权书后重新核对"]],
    [
      "parameters with their sources",
      [
        "低保边缘标准与低保标准之比 1.5 倍 2020-01-01 ［法规］《浙江省社会救助条例》（2020）第十三条",
        "每月 833.33（每年 10000.00） 元",
      ],
    ],
    ["what a finding is not", ["仅表示值得核实", "本系统不作任何决定"]],
    ["where to check the code", ["核验地址 https://hub.example.test/reports/check"]],
  ])("%s", (_what, texts) => {
    for (const one of texts) expect(said).toContain(one);
  });

  it("in English as much as in Chinese", () => {
    const both = (["zh", "en"] as const).map((language) => reportDocument(eventful(), language));
    const [zh, en] = both.map(({ sections }) =>
      sections.map(({ id, blocks }) => [id, JSON.stringify(blocks).match(/"text":/g)?.length]),
    );
    expect(en).toEqual(zh);
    const english = text(eventful(), "en");
    expect(english).toContain("1. Vehicle not declared high: eligibility may depend on it");
    expect(english).not.toMatch(/undefined|null|\[object/);
    expect(said).not.toMatch(/undefined|null|\[object|[A-Z]+_[A-Z]+/);
  });

  it("every source in words, every parameter in words", () => {
    for (const { zh } of Object.values(SOURCES)) expect(said).toContain(zh);
    expect(said).not.toMatch(/[{}"]/);
    expect(text(eventful(), "en")).not.toMatch(/[{}]|[A-Z]+_[A-Z]+/);
  });

  it("no full ID number and no birth date", () => {
    for (const language of ["zh", "en"] as const) {
      const { body } = page(eventful(), language);
      for (const number of NUMBERS) expect(body).not.toContain(number);
      expect(body).not.toMatch(/\d{17}[\dX]|1980-01-01|19800101/);
    }
  });
});

describe("complete or not", () => {
  const complete = page(view()).body;
  const incomplete = page(
    view({ members: [{ answers: { vehicles: failed("SOURCE_UNAVAILABLE") } }] }),
  ).body;

  it("a source down -> INCOMPLETE in both languages, in the frame and on every sheet", () => {
    expect(incomplete).toMatch(
      /class="notice state alarm">\s*<p class="sign"><svg.*不完整 INCOMPLETE/,
    );
    expect(incomplete).toMatch(/@top-right \{[^}]*INCOMPLETE/);
    expect(textOf(incomplete)).toContain("不能认定没有疑点");
    expect(incomplete).not.toMatch(/[^N不]完整 COMPLETE/);
  });

  it("everything answered -> COMPLETE, and another frame", () => {
    expect(complete).toMatch(/class="notice state">\s*<p class="sign"><svg.*完整 COMPLETE/);
    expect(complete).not.toContain("INCOMPLETE");
    expect(textOf(complete)).toContain("未发现疑点");
  });

  it("a newer version -> said first of all", () => {
    const { body } = page(view({}, { superseded: true }));
    expect(body.indexOf("SUPERSEDED")).toBeLessThan(
      body.indexOf("完整 COMPLETE", body.indexOf("<main")),
    );
  });

  it("nothing declared -> no income, and it says why", () => {
    expect(text(view({ declared: null }))).toContain("未测算收入");
  });
});

/** Texts that try to break out of a page, and any other. */
const hostile = fc.oneof(
  fc.constantFrom(
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</title><svg/onload=alert(1)>",
    "<!--",
    "]]>",
    "&lt;script&gt;",
    "\u202egnp.exe",
    "a\u0000b",
    "\\22;} * { display: none",
  ),
  fc.string({ unit: "binary", maxLength: 40 }),
);

describe("texts from outside", () => {
  it("in any place -> stay texts", () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom<Language>("zh", "en"), (evil, language) => {
        const { body, headers } = page(withEvil(evil), language);
        assertOnlyOurTags(body);
        assertStylesAllowed(body, headers);
      }),
      { numRuns: 60 },
    );
  });

  it("on the sheets' margins -> stay in their quotes", () => {
    fc.assert(
      fc.property(hostile, (evil) => {
        const style = printStyle(reportDocument(withEvil(evil), "zh"));
        expect(style).not.toMatch(/[<>&]/);
        expect(style.match(/"/g)).toHaveLength(8);
        expect(style.match(/[{}]/g)).toHaveLength(10);
      }),
    );
  });

  it("a name is shown as it is", () => {
    const { body } = page(withEvil("<b>O'Neil & 阿卜杜·热合曼</b>"));
    expect(body).toContain("&lt;b&gt;O&#39;Neil &amp; 阿卜杜·热合曼&lt;/b&gt;");
  });

  it("what would turn the text around -> U+FFFD", () => {
    expect(page(withEvil("张\u202e三\u0000")).body).toContain("张\ufffd三\ufffd");
  });
});

/** A report with the same text wherever a text can come from outside. */
function withEvil(evil: string): ReportView {
  const calm = eventful();
  const { report } = calm;
  return eventful({
    code: evil,
    issuer: { zh: evil, en: evil },
    dutyTitle: evil,
    checkAddress: evil,
    report: {
      ...report,
      number: evil,
      case: evil,
      householdId: evil,
      village: evil,
      persons: report.persons.map((person) => ({
        ...person,
        name: evil,
        maskedIdNumber: evil,
        consentReference: evil,
      })),
      findings: report.findings.map((finding) => ({
        ...finding,
        title: { zh: evil, en: evil },
        declared: { zh: evil, en: evil, amount: null, unit: null },
        advice: { zh: evil, en: evil },
        evidence: finding.evidence.map((one) => ({ ...one, originalSource: evil })),
      })),
      missing: report.missing.map((one) => ({ ...one, reason: evil, field: evil })),
      sources: report.sources.map((one) => ({ ...one, originalSource: evil, reason: evil })),
    },
    dispositions: calm.dispositions.map((one) => ({ ...one, reason: evil, by: evil })),
  });
}

function assertStylesAllowed(body: string, headers: Readonly<Record<string, string>>): void {
  const styles = [...body.matchAll(/<style>([^]*?)<\/style>/g)].map(([, style = ""]) => style);
  expect(styles).toHaveLength(2);
  for (const style of styles) {
    const hash = createHash("sha256").update(style).digest("base64");
    expect(headers["content-security-policy"]).toContain(`'sha256-${hash}'`);
  }
}
