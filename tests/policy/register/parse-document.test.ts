import { parseDocument } from "../../../src/policy/register/parse-document.js";
import { thrownBy } from "./fixtures.js";

/** What a paragraph of item （一） gives, as `name name` for each list. */
function listsIn(...paragraphs: string[]): string[] {
  const text = ["一、总则", `（一）事项。${paragraphs.join("\n")}`].join("\n");
  return parseDocument(text).duties.map(({ departments }) => departments.join(" "));
}

const warningsOf = (text: string, knownNames?: string[]): string[] =>
  parseDocument(text, knownNames ? { knownNames } : {}).warnings.map(({ code }) => code);

describe("numbers, titles and positions", () => {
  const text = [
    "浦江某单位",
    "关于测试的",
    "若干规定",
    "（征求意见稿）",
    "",
    "一、第一部分",
    "（一）先做。办好甲事。（县甲局、县乙办）再办乙事。（县丙委）",
    "二、第二部分",
    "（二）后做。办好丙事。",
    "又办丁事。（县丁会）",
  ].join("\n");
  const { document, duties } = parseDocument(text);

  test("the N-th list under item I -> duty I.N with its section and the item's title", () => {
    expect(duties.map(({ id, section, title }) => [id, section, title])).toEqual([
      ["1.1", 1, "先做"],
      ["1.2", 1, "先做"],
      ["2.1", 2, "后做"],
    ]);
  });

  test("names keep their order -> the first leads", () => {
    expect(duties[0]?.departments).toEqual(["县甲局", "县乙办"]);
  });

  test("a list on an item's second line -> that line, and the place of its parenthesis", () => {
    expect(duties[2]?.position).toEqual({ line: 10, offset: text.lastIndexOf("（") });
  });

  test("a title in several lines under the issuing body -> one title, a draft by default", () => {
    expect(document).toMatchObject({ title: "关于测试的若干规定", basisStatus: "draft" });
  });

  test("Windows line ends -> the same duties, places counted in the text as it is", () => {
    const windows = text.replaceAll("\n", "\r\n");
    expect(parseDocument(windows).duties[2]?.position).toEqual({
      line: 10,
      offset: windows.lastIndexOf("（"),
    });
  });

  test("status and first day given -> every duty has them", () => {
    const issued = parseDocument(text, { basisStatus: "issued", validFrom: "2026-01-01" });
    expect(issued.duties[1]).toMatchObject({ basisStatus: "issued", validFrom: "2026-01-01" });
  });
});

describe("the document's own irregularities", () => {
  test("`2、` for 二、 -> the section, with a warning", () => {
    const text = "一、甲\n（一）事。做。（县甲局）\n2、 乙\n（二）事。做。（县甲局）";
    expect(parseDocument(text).duties.map(({ section }) => section)).toEqual([1, 2]);
    expect(warningsOf(text)).toEqual(["TITLE_MISSING", "WESTERN_NUMBER"]);
  });

  test("`2、` for a point inside an item, where 二、 exists -> no section", () => {
    const text =
      "一、甲\n（一）事。要点：\n1、做甲。（县甲局）\n2、做乙。（县乙局）\n二、乙\n（二）事。做。（县丙局）";
    expect(parseDocument(text).duties.map(({ id, section }) => [id, section])).toEqual([
      ["1.1", 1],
      ["1.2", 1],
      ["2.1", 2],
    ]);
  });

  test("（1） and 1） for points inside an item -> no items", () => {
    expect(
      listsIn("分步：", "（1）做甲。（县甲局）", "（2）做乙，含1）一和2）二。（县乙局）"),
    ).toEqual(["县甲局", "县乙局"]);
  });

  test("half-width parentheses and separators -> as full-width ones", () => {
    const text = "一、甲\n(一)事。做。(县甲局,县乙局/县丙办;县丁委，县戊会)";
    expect(parseDocument(text).duties[0]?.departments).toEqual([
      "县甲局",
      "县乙局",
      "县丙办",
      "县丁委",
      "县戊会",
    ]);
  });

  test("spaces inside and around a list -> names without them", () => {
    expect(listsIn("做好。 （ 县 甲局、　县乙局 ） 　")).toEqual(["县甲局 县乙局"]);
  });

  test("marks of the docx conversion, at the start and inside a list -> as if they were not there", () => {
    const text =
      "[bookmark: 题（]关于甲\n一、甲\n[bookmark: _x]（一）事。做。（县甲[bookmark: y]局、县乙局）";
    const { document, duties } = parseDocument(text);
    expect(document.title).toBe("关于甲");
    expect(duties[0]).toMatchObject({
      id: "1.1",
      departments: ["县甲局", "县乙局"],
      position: { offset: text.lastIndexOf("（") },
    });
  });

  test.each([
    ["（一）事。各乡镇（街道）参加，村（社区）配合，修订公约（居民公约）。都做。（县甲局）"],
    ["（一）事。主管单位（党建工作机构）对人选把关。都做。（县甲局）"],
    ["（一）事。依照文件（甲发〔2019〕7号）落实“六稳”“六保”。都做。（县甲局）"],
    ["（一）事。权限下放到乡镇（街道）。都做。（县甲局）"],
    ["（一）事。由主管部门（县乙局）审核后都做。（县甲局）"],
  ])("a parenthesis that explains a word -> no list: %s", (paragraph) => {
    expect(parseDocument(`一、甲\n${paragraph}`).duties.map((d) => d.departments)).toEqual([
      ["县甲局"],
    ]);
  });

  test("no full stop before a list that ends the paragraph -> a list, with a warning", () => {
    expect(listsIn("下放到乡镇街道（县甲局、县乙局）")).toEqual(["县甲局 县乙局"]);
    expect(warningsOf("关于甲\n一、甲\n（一）事。下放到街道（县甲局）")).toEqual([
      "LIST_WITHOUT_STOP",
    ]);
  });

  test("no full stop before a list of several, and a new sentence after it -> a list", () => {
    expect(listsIn("下放到乡镇街道（县甲局、县乙局）继续推进。（县丙局）")).toEqual([
      "县甲局 县乙局",
      "县丙局",
    ]);
  });

  test("the full stop behind the list, or inside the quotation before it -> a list", () => {
    expect(listsIn("做甲（县甲局、县乙局）。叫作“一件事。”（县丙局）")).toEqual([
      "县甲局 县乙局",
      "县丙局",
    ]);
  });

  test("names without the county's prefix, and collectives -> names like any other", () => {
    expect(
      listsIn(
        "做。（团县委、人行某县中心支行、市某局某县分局、县级有关行业管理部门）再做。（相关部门）",
      ),
    ).toEqual(["团县委 人行某县中心支行 市某局某县分局 县级有关行业管理部门", "相关部门"]);
  });

  test("labels, roles and a nested parenthesis of a final version -> the names alone", () => {
    expect(listsIn("做。（责任单位：县甲局牵头，县乙局、各乡镇（街道）配合）")).toEqual([
      "县甲局 县乙局 各乡镇（街道）",
    ]);
  });

  test("one name that no rule knows among others -> a name, and a warning to look at it", () => {
    const text = "关于甲\n一、甲\n（一）事。做。（县甲局、某某供电）";
    const parsed = parseDocument(text, { knownNames: ["县甲局"] });
    expect(parsed.duties[0]?.departments).toEqual(["县甲局", "某某供电"]);
    expect(parsed.warnings).toMatchObject([{ code: "NAME_UNKNOWN", line: 3 }]);
  });

  test("a known name that ends unlike a body -> a list of its own", () => {
    const text = "一、甲\n（一）事。做。（某某供电）";
    expect(parseDocument(text, { knownNames: ["某某供电"] }).duties).toHaveLength(1);
  });
});

describe("what an operator should see", () => {
  test.each([
    [
      "a parenthesis after a sentence that names no body",
      "（一）事。做。（详情另行通知）再做。（县甲局）",
      "DOUBTFUL_LIST",
    ],
    ["a task after the last list", "（一）事。做。（县甲局）没有人做这件事。", "TASK_WITHOUT_LIST"],
    ["an item without any list", "（一）事。做。（县甲局）\n（二）事。做。", "TASK_WITHOUT_LIST"],
    ["an item left out", "（一）事。做。（县甲局）\n（三）事。做。（县甲局）", "ITEM_ORDER"],
    ["a name twice", "（一）事。做。（县甲局、县乙局、县甲局）", "NAME_TWICE"],
    ["an annex", "（一）事。做。（县甲局）\n附件：\n（一）表。填。（县乙局）", "ANNEX_IGNORED"],
  ])("%s -> a warning", (_situation, paragraphs, code) => {
    expect(warningsOf(`关于甲\n一、甲\n${paragraphs}`)).toEqual([code]);
  });

  test("an item before any section -> section 0, with a warning", () => {
    const text = "关于甲\n（一）事。做。（县甲局）";
    expect(parseDocument(text).duties[0]?.section).toBe(0);
    expect(warningsOf(text)).toEqual(["ITEM_WITHOUT_SECTION"]);
  });
});

describe("documents that are refused", () => {
  test.each([
    ["no text", "", "NO_LIST", 1],
    ["items, but no list", "一、甲\n（一）事。做（街道）好。", "NO_LIST", 2],
    [
      "lists, but headings that the word processor numbers",
      "总则\n事。做。（县甲局）",
      "NO_ITEM",
      2,
    ],
    [
      "an item twice",
      "一、甲\n（一）事。做。（县甲局）\n（一）事。做。（县甲局）",
      "ITEM_TWICE",
      3,
    ],
    [
      "an item twice, once in Western digits",
      "一、甲\n（一）事。（县甲局）\n\n(一)事。（县甲局）",
      "ITEM_TWICE",
      4,
    ],
    [
      "an item inside a line",
      "一、甲\n（一）事。做。（县甲局）（二）事。做。（县甲局）",
      "ITEM_INSIDE_LINE",
      2,
    ],
    [
      "a list under no item",
      "一、甲\n（一）事。（县甲局）\n二、乙\n做。（县乙局）",
      "LIST_OUTSIDE_ITEM",
      4,
    ],
    [
      "an unclosed parenthesis in a list",
      "一、甲\n（一）事。做。（县甲局、县乙局",
      "UNCLOSED_PARENTHESIS",
      2,
    ],
    [
      "an unclosed parenthesis before a list",
      "一、甲\n（一）事。在乡镇（街道做。（县甲局）",
      "UNCLOSED_PARENTHESIS",
      2,
    ],
    [
      "an unclosed parenthesis before the sections",
      "关于甲\n（征求意见稿\n一、甲\n（一）事。（县甲局）",
      "UNCLOSED_PARENTHESIS",
      2,
    ],
    [
      "a list that nothing opens",
      "一、甲\n（一）事。做。县甲局、县乙局）",
      "UNOPENED_PARENTHESIS",
      2,
    ],
  ])("%s -> refused with the line", (_situation, text, code, line) => {
    expect(thrownBy(() => parseDocument(text))).toMatchObject({ code, line });
  });
});
