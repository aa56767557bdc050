import fc from "fast-check";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { reportPdf } from "../../src/report-pages/pdf/report-pdf.js";
import type { Language } from "../../src/report-pages/language.js";
import type { ReportView } from "../../src/report-pages/report-view.js";
import { NUMBERS } from "../verification/situations.js";
import { pdfTexts } from "./pdf-texts.js";
import { CODE, eventful, NUMBER, view } from "./reports.js";

/** Everything on the sheets, without the breaks of its lines. */
async function said(of: ReportView, language: Language = "zh"): Promise<string> {
  const sheets = pdfTexts(await reportPdf(of, language));
  return sheets.join("\n").replace(/\s+/g, "");
}

const named = (name: string): ReportView => {
  const calm = view();
  const { report } = calm;
  return {
    ...calm,
    report: { ...report, persons: report.persons.map((person) => ({ ...person, name })) },
  };
};

describe("what the file says", () => {
  it("what the page says: code, findings, dispositions, sources, what is missing", async () => {
    const text = await said(eventful());
    for (const one of [
      NUMBER,
      CODE,
      "不完整INCOMPLETE",
      "仅表示值得核实",
      "本系统不作任何决定",
      "330726********0011",
      "1.机动车未申报",
      "已提出异议：车辆已于2025年报废，附回收证明（张建国，2026-11-0209:30）",
      "待处置",
      "查得记录",
      "无记录",
      "未获授权",
      "来源未答复",
      "缺少的信息（3项）",
      "+1299.50",
      "−1200.00",
      "36600.00÷3÷12，四舍五入到分",
      "https://hub.example.test/reports/check",
      "附录",
    ]) {
      expect(text).toContain(one);
    }
  });

  it("in English too", async () => {
    const text = await said(eventful(), "en");
    expect(text).toContain("Thesystemdecidesnothing");
    expect(text).toContain("1.Vehiclenotdeclared");
    expect(text).not.toMatch(/undefined|null|\[object/);
  });

  it("on every sheet: number, state, code, and which of how many", async () => {
    const sheets = pdfTexts(await reportPdf(eventful(), "zh"));
    expect(sheets.length).toBeGreaterThan(4);
    sheets.forEach((sheet, index) => {
      expect(sheet).toContain(`报告编号 ${NUMBER} · 不完整 INCOMPLETE`);
      expect(sheet).toContain(`核对码 ${CODE}`);
      expect(sheet).toContain(`${index + 1} / ${sheets.length}`);
    });
  });

  it("complete -> no word of incomplete; replaced -> says so first", async () => {
    expect(await said(view())).not.toContain("INCOMPLETE");
    const text = await said(view({}, { superseded: true }));
    expect(text.indexOf("SUPERSEDED")).toBeLessThan(text.indexOf("应查询的来源均已答复"));
  });

  it("no full ID number and no birth date", async () => {
    const text = await said(eventful());
    for (const number of NUMBERS) expect(text).not.toContain(number);
    expect(text).not.toMatch(/\d{17}[\dX]|1980-01-01|19800101/);
  });
});

describe("characters that the fonts lack", () => {
  it("〓 in their place, and a note of which they are", async () => {
    const text = await said(named("张𠮷"));
    expect(text).toContain("张〓");
    expect(text).toContain("以“〓”代替：U+20BB7。");
  });

  it("rare characters of names that they have -> themselves, and no note", async () => {
    const text = await said(named("䶮堃阿卜杜·热合曼"));
    expect(text).toContain("䶮堃阿卜杜·热合曼");
    expect(text).not.toContain("〓");
  });
});

describe("the file as a file", () => {
  it("the same report -> the same bytes; another -> others", async () => {
    const hash = async (of: ReportView) =>
      createHash("sha256")
        .update(await reportPdf(of, "zh"))
        .digest("hex");
    await reportPdf(named("somebody else between"), "en");
    const first = await hash(eventful());
    await reportPdf(named("ffi fi − ﬁ"), "zh");
    expect(await hash(eventful())).toBe(first);
    expect(await hash(eventful({ code: CODE.replace("7", "8") }))).not.toBe(first);
  });

  it("says of itself its title and its language, and names nobody", async () => {
    const raw = Buffer.from(await reportPdf(eventful(), "zh")).toString("latin1");
    const title = Buffer.from("家庭经济状况核对报告", "utf16le").swap16().toString("latin1");
    expect(raw).toContain(title);
    for (const name of ["张建国", "李秀英", "李经办", "浦阳街道"]) {
      expect(raw).not.toContain(Buffer.from(name, "utf16le").swap16().toString("latin1"));
      expect(raw).not.toContain(Buffer.from(name).toString("latin1"));
    }
    expect(raw).not.toContain(NUMBER);
    expect(raw).toMatch(/\/Lang \(zh-CN\)/);
    expect(raw).toContain("(D:20261030160000Z)");
    expect(raw).not.toMatch(/\/(JavaScript|JS|OpenAction|Launch|EmbeddedFile)\b/);
  });

  it("tells those who have it read aloud what is a heading and what is a table", async () => {
    const raw = Buffer.from(await reportPdf(view(), "zh")).toString("latin1");
    expect(raw).toContain("/Marked true");
    for (const type of ["H1", "H2", "P", "Table", "TR", "TH", "TD"]) {
      expect(raw).toMatch(new RegExp(`/S /${type}\\b`));
    }
  });

  it("any texts, however long -> a file with them", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "binary", maxLength: 60 }),
        fc.constantFrom(1, 1, 300),
        async (text, times) => {
          const sheets = pdfTexts(await reportPdf(named(text.repeat(times)), "zh"));
          expect(sheets.length).toBeGreaterThan(2);
        },
      ),
      { numRuns: 10 },
    );
  });

  const poppler = hasPoppler();
  (poppler ? it : it.skip)("pdftotext finds names and codes in it", async () => {
    const text = execFileSync("pdftotext", ["-", "-"], {
      input: await reportPdf(eventful(), "zh"),
      encoding: "utf8",
    });
    for (const one of ["张建国", CODE, NUMBER, "机动车未申报"]) expect(text).toContain(one);
  });
});

it("the fonts are those of the list, byte for byte", () => {
  const folder = new URL("../../assets/fonts/", import.meta.url);
  const list = readFileSync(new URL("README.md", folder), "utf8");
  const entries = [...list.matchAll(/^([\da-f]{64}) {2}(\S+)$/gm)];
  expect(entries).toHaveLength(2);
  for (const [, hash, name = ""] of entries) {
    const bytes = readFileSync(new URL(name, folder));
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(hash);
  }
});

function hasPoppler(): boolean {
  try {
    execFileSync("pdftotext", ["-v"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
