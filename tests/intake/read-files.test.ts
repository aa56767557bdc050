import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { files as agriculture } from "../../resolvers/agriculture/files.js";
import { files as bigData } from "../../resolvers/big-data/files.js";
import { files as disability } from "../../resolvers/disabled-federation/files.js";
import { encodeGb18030 } from "../../src/county/sample-files/encode-gb18030.js";
import { IntakeError } from "../../src/intake/intake-error.js";
import type { FileMapping } from "../../src/intake/mapping/file-mapping.js";
import { openErrorFile } from "../../src/intake/reading/error-file.js";
import type { RefusedRow } from "../../src/intake/reading/opened-file.js";
import { openFile, type OpenOptions } from "../../src/intake/reading/open-file.js";
import type { FileRow } from "../../src/intake/reading/opened-file.js";
import { lyingZip, textRow, workbook, zipped } from "./workbooks.js";

const ONE = "11010519491231002X";
const OTHER = "330726195203040012";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "intake-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function saved(bytes: string | Uint8Array, name = "file"): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

async function opened(bytes: string | Uint8Array, options: Partial<OpenOptions> = {}) {
  return openFile(await saved(bytes), { mappings: disability, ...options });
}

async function all(rows: AsyncIterable<FileRow>): Promise<FileRow[]> {
  const found: FileRow[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

/** Every row as its line with the given properties, or with the codes of its errors. */
async function brief(
  bytes: string | Uint8Array,
  properties: readonly string[],
  options: Partial<OpenOptions> = {},
) {
  const rows = await all((await opened(bytes, options)).rows());
  return rows.map((row) =>
    "errors" in row
      ? [row.line, ...row.errors.map(({ code }) => code)]
      : [row.line, ...properties.map((property) => row.row[property])],
  );
}

async function refusal(bytes: string | Uint8Array, mappings: readonly FileMapping[] = disability) {
  try {
    await all((await opened(bytes, { mappings })).rows());
    return null;
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error;
    expect(error.message).toMatch(/[\u4e00-\u9fff].* \/ [a-zA-Z]/);
    return error.code;
  }
}

const HEADER = "公民身份号码,残疾类别,残疾等级,残疾人证号,残疾人证状态,发证日期";
const row = (number: string, day = "2020-01-02") => `${number},4,1,${number}41,有效,${day}`;

describe("CSV files", () => {
  it("UTF-8 with a byte order mark, GB18030, other delimiters and line breaks -> the same rows", async () => {
    const text = `${HEADER}\n${row(ONE)}\n\n${row(OTHER)}\n`;
    const expected = [
      [2, ONE, "PHYSICAL", "2020-01-02"],
      [4, OTHER, "PHYSICAL", "2020-01-02"],
    ];
    for (const [bytes, encoding] of [
      [text, "UTF-8"],
      [`\ufeff${text}`, "UTF-8"],
      [encodeGb18030(text), "GB18030"],
      [text.replaceAll(",", ";").replaceAll("\n", "\r\n"), "UTF-8"],
      [text.replaceAll(",", "\t").replaceAll("\n", "\r"), "UTF-8"],
    ] as const) {
      expect(await brief(bytes, ["person", "category", "issuedOn"])).toEqual(expected);
      expect((await opened(bytes)).encoding).toBe(encoding);
    }
  });

  it("a title above, headers in any order, synonyms, units and unknown ones -> mapped, the unknown named", async () => {
    const file = await opened(
      `浦江县残疾人名册,,,,,\n序号,身份证号,残疾证号, 等级 ,残疾类型,护理补贴（元/月）,数据截止日期\n1,${ONE},,一级,肢体,"1,250",20261001\n`,
    );
    expect(file.unknownHeaders).toEqual(["序号"]);
    expect(file.headers.map(({ property }) => property)).toEqual([
      null,
      "person",
      "certificateNumber",
      "grade",
      "category",
      "nursingSubsidy",
      "asOf",
    ]);
    const [first] = await all(file.rows());
    expect(first).toMatchObject({
      line: 3,
      asOf: "2026-10-01",
      row: { person: ONE, certificateNumber: null, nursingSubsidy: "1250.00", bankAccount: null },
    });
    expect([...file.corrections]).toEqual([
      ["CODE_FORM", 2],
      ["AMOUNT_FORM", 1],
      ["DATE_FORM", 1],
    ]);
    await all(file.rows());
    expect(file.corrections.get("CODE_FORM")).toBe(2);
  });

  it("what is wrong with a row -> its errors; all other rows are read", async () => {
    const text = [
      HEADER,
      row(ONE),
      row(ONE.toLowerCase()),
      row("110105194912310021"),
      `${ONE},9,1,,有效,2020-02-30`,
      `${OTHER},4`,
      `${row(OTHER)},,more`,
      `${OTHER},=cmd|' /C calc'!A0,1,,有效,2020-01-02`,
      ` ,4,1,,有效,2020-01-02`,
      `${row(OTHER)},`,
      `"${OTHER}\n",4,1,,"-1+SUM(A1)",2020-01-02`,
    ].join("\r\n");
    expect(await brief(text, ["person"])).toEqual([
      [2, ONE],
      [3, "KEY_TWICE"],
      [4, "ID_NUMBER_CHECK_DIGIT", "ID_NUMBER_CHECK_DIGIT"],
      [5, "CODE_UNKNOWN", "DATE"],
      [6, "ROW_TOO_SHORT"],
      [7, "ROW_TOO_LONG"],
      [8, "FORMULA"],
      [9, "REQUIRED"],
      [10, OTHER],
      [11, "FORMULA"],
    ]);
  });

  it("the error file -> opens in a spreadsheet, runs nothing, loses no digit", async () => {
    const file = await opened(
      `${HEADER}\n${row(ONE)}\n110105194912310021,=1+1,1,,"有,效",2020-02-30\n${row(ONE)}\n`,
    );
    const path = join(folder, "errors.csv");
    const errors = openErrorFile(path, file);
    for (const one of await all(file.rows())) if ("errors" in one) errors.write(one as RefusedRow);
    errors.close();
    const text = await readFile(path, "utf8");
    expect(text.startsWith(`\ufeff${HEADER},行号,字段,问题,应为\r\n`)).toBe(true);
    expect(text).toContain(`"\t110105194912310021",'=1+1,1,,"有,效",2020-02-30,3,`);
    expect(text).toMatch(/公民身份号码；\n残疾类别；\n残疾人证状态；\n发证日期/);
    expect(text).toContain("与第 2 行重复");
    const again = await opened(text.replaceAll("110105194912310021", OTHER));
    expect(again.unknownHeaders).toEqual(["行号", "字段", "问题", "应为"]);
  });

  it("the kind follows from the header, or is said", async () => {
    const text = `身份证号,参保状态,是否贫困户\n${ONE},1,是\n`;
    await expect(opened(text, { mappings: bigData })).rejects.toMatchObject({
      code: "FILE_NOT_OF_DEPARTMENT",
      fields: { kinds: expect.arrayContaining(["social-insurance", "vehicle"]) },
    });
    const told = await opened(text.replace("参保状态", "养老参保状态"), {
      mappings: bigData,
      kind: "social-insurance",
    });
    expect(told.mapping.title).toBe("社会保险");
    await expect(opened(text, { kind: "vehicle" })).rejects.toMatchObject({
      code: "FILE_NOT_OF_DEPARTMENT",
    });
  });
});

describe("files that are refused", () => {
  const line = "x".repeat(1024);
  it.each<[string, string | Uint8Array, string]>([
    ["nothing", "", "FILE_EMPTY"],
    ["blanks", "\ufeff\r\n  \r\n", "FILE_EMPTY"],
    ["no header", `${row(ONE)}\n${row(OTHER)}\n`, "HEADER_MISSING"],
    [
      "another department",
      "户编号,乡镇代码,村代码\nH1,330726003,330726003200\n",
      "FILE_NOT_OF_DEPARTMENT",
    ],
    ["a column twice", `${HEADER},残疾类型\n`, "COLUMN_MISSING"],
    ["ten thousands of yuan", `${HEADER},护理补贴（万元）\n`, "COLUMN_MISSING"],
    ["a line without an end", line.repeat(1100), "LINE_TOO_LONG"],
    ["a quote without an end", `${HEADER}\n"${`${line}\n`.repeat(1100)}`, "LINE_TOO_LONG"],
    ["a quote open at the end", `${HEADER}\n"${ONE},4`, "FILE_UNREADABLE"],
    ["neither encoding", Buffer.from([0xff, 0xff, 0x0a]), "ENCODING_UNKNOWN"],
    ["half a character at the end", Buffer.from([0x61, 0x0a, 0xd6]), "ENCODING_UNKNOWN"],
    ["UTF-16", Buffer.from(`\ufeff${HEADER}`, "utf16le"), "ENCODING_UNKNOWN"],
    ["an old workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), "FILE_UNREADABLE"],
    ["a zip that is no workbook", zipped({ "a.txt": "a" }), "FILE_UNREADABLE"],
    ["a cut workbook", workbook("").subarray(0, 300), "FILE_UNREADABLE"],
    ["a bomb", zipped({ "xl/a.xml": new Uint8Array(10_000_000) }), "ZIP_UNSAFE"],
    ["a path", zipped({ "../../etc/passwd": "x" }), "ZIP_UNSAFE"],
    ["more than was declared", lyingZip(workbook(""), 20), "ZIP_UNSAFE"],
    [
      "entities that swell",
      workbook("", {
        "xl/workbook.xml":
          '<!DOCTYPE a [<!ENTITY b "bb">]><workbook><sheet name="&b;"/></workbook>',
      }),
      "FILE_UNREADABLE",
    ],
    [
      "a cell far to the right",
      workbook('<row r="1"><c r="XFD1"><v>1</v></c></row>'),
      "LINE_TOO_LONG",
    ],
  ])("%s", async (_, bytes, code) => {
    expect(await refusal(bytes)).toBe(code);
  });

  it("what is no file", async () => {
    const options = { mappings: disability };
    for (const path of [folder, "/dev/zero", join(folder, "none"), join(folder, "..\\x.csv")]) {
      await expect(openFile(path, options)).rejects.toMatchObject({ code: "FILE_UNREADABLE" });
    }
  });

  it("a file that changes after it was opened", async () => {
    const file = await opened(`${HEADER}\n${row(ONE)}\n`);
    await saved(`${HEADER}\n${row(OTHER)}\n${row(ONE)}\n`);
    await expect(all(file.rows())).rejects.toMatchObject({ code: "FILE_UNREADABLE" });
  });

  it("a missing column is named", async () => {
    await expect(
      opened("身份证号,年学费\n", { mappings: agriculture, kind: "agriculture" }),
    ).rejects.toMatchObject({ code: "FILE_NOT_OF_DEPARTMENT" });
    await expect(
      opened("身份证号,x\n", { mappings: bigData, kind: "income-tax" }),
    ).rejects.toMatchObject({ code: "FILE_NOT_OF_DEPARTMENT" });
    await expect(
      opened("统一社会信用代码,身份证号,职务\n", { mappings: bigData, kind: "business" }),
    ).rejects.toMatchObject({ code: "COLUMN_MISSING" });
    await expect(
      opened("号牌号码,车辆类型,使用性质\n", { mappings: bigData, kind: "vehicle" }),
    ).rejects.toMatchObject({
      code: "COLUMN_MISSING",
      fields: { headers: [expect.stringContaining("公民身份号码")] },
    });
  });
});

describe("workbooks", () => {
  const header = textRow(1, [
    "身份证号",
    "残疾类别",
    "残疾等级",
    "发证日期",
    "护理补贴",
    "银行账号",
  ]);

  it("shared and rich texts, numbers, dates by their format -> the same values as in a CSV file", async () => {
    const rows = `${header}<row r="4">
      <c r="A4" t="s"><v>1</v></c><c r="B4" t="s"><v>0</v></c><c r="C4"><v>1</v></c>
      <c r="D4" s="1"><v>45000</v></c><c r="E4"><v>833.33000000000004</v></c></row>`;
    const sharedStrings = `<sst><si><r><t>肢</t></r><r><t>体残疾</t></r><rPh><t>zhi</t></rPh></si>
      <si><t xml:space="preserve"> ${ONE}</t></si></sst>`;
    const bytes = workbook(rows, { "xl/sharedStrings.xml": sharedStrings });
    const properties = ["person", "category", "grade", "issuedOn", "nursingSubsidy", "bankAccount"];
    expect(await brief(bytes, properties)).toEqual([
      [4, ONE, "PHYSICAL", "GRADE_1", "2023-03-15", "833.33", null],
    ]);
    await expect(opened(bytes, { sheet: "说明" })).rejects.toMatchObject({ code: "FILE_EMPTY" });
    await expect(opened(bytes, { sheet: "无" })).rejects.toMatchObject({ code: "FILE_UNREADABLE" });
  });

  it("formulas, errors and numbers that lost digits -> errors of their rows", async () => {
    const cell = (content: string, line: number) =>
      `<row r="${line}"><c r="A${line}" t="inlineStr"><is><t>${ONE}</t></is></c>${content}</row>`;
    const rows = [
      header,
      cell('<c r="E2"><f>1+1</f><v>2</v></c>', 2),
      cell('<c r="E3" t="e"><v>#REF!</v></c>', 3),
      cell('<c r="F4"><v>6.2284800012345677E+17</v></c>', 4),
      cell('<c r="D5" s="2"><v>45000</v></c><c r="G5"><f>1+1</f><v></v></c>', 5),
    ].join("");
    expect(await brief(workbook(rows), ["issuedOn"])).toEqual([
      [2, "FORMULA"],
      [3, "CELL_ERROR"],
      [4, "NUMBER_ROUNDED"],
      [5, "2023-03-15"],
    ]);
  });
});
