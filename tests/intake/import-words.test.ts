import { importCommand } from "../../src/cli/import.js";
import { historyLine } from "../../src/cli/import/history-line.js";
import { kindsOf } from "../../src/cli/import/kinds.js";
import { preview } from "../../src/cli/import/preview.js";
import { summary } from "../../src/cli/import/summary.js";
import type { DepartmentDefinition } from "../../src/department/define.js";
import { reportOf, sameFileReport } from "../../src/intake/load/load-report.js";
import type { Snapshot } from "../../src/intake/load/snapshots.js";
import { DISABILITY, recordOf } from "./disability-file.js";
import { fileOf } from "./in-memory-file.js";

const file = fileOf(DISABILITY, [
  recordOf(0, { livingSubsidy: null }),
  { ...recordOf(1), wrong: "残疾等级" },
  recordOf(2),
]);

const SNAPSHOT: Snapshot = {
  id: 7,
  department: "disabled-federation",
  kind: "disability",
  relation: '"disabled_federation"."disability"',
  asOf: "2026-10-01",
  givenAsOf: null,
  source: "省残联",
  fileName: "disability.csv",
  fileHash: file.hash,
  bytes: 100,
  encoding: "GB18030",
  rowsRead: 10,
  rowsLoaded: 9,
  rowsRefused: 1,
  added: 2,
  changed: 3,
  removed: 1,
  unchanged: 4,
  kept: 1,
  corrections: { BLANKS: 2, ID_NUMBER_15: 1 },
  startedAt: "2026-10-02T08:00:00+08:00",
  finishedAt: "2026-10-02T08:00:09+08:00",
  loadedBy: "operator",
};

test("a load -> every count, what was put right, which columns were not read, its number", () => {
  expect(summary(reportOf(file, SNAPSHOT, false), "县残联")).toBe(
    `县残联 残疾人登记（disability）  数据截止 as of 2026-10-01  GB18030
读取 read 10，导入 loaded 9，拒绝 refused 1
新增 added 2，变更 changed 3，移除 removed 1，未变 unchanged 4，保留 kept 1
更正 put right: BLANKS 2, ID_NUMBER_15 1
未导入的列 not loaded: 备注
已生效，第 7 次导入 / in effect as load 7
`,
  );
});

test.each([
  ["a dry run", reportOf(file, SNAPSHOT, true), "a dry run; nothing was changed"],
  ["the same file", sameFileReport(file, SNAPSHOT), "nothing was changed"],
])("%s -> says that nothing was changed", (_, report, words) => {
  expect(report.load).toBeNull();
  expect(summary(report, "县残联")).toContain(words);
});

test("history -> a load in a line", () => {
  expect(historyLine(SNAPSHOT)).toBe(
    "#7  2026-10-01  disability  +2 ~3 -1 =4 ×1  省残联  disability.csv  2026-10-02T08:00 operator\n",
  );
});

test("preview -> how headers and the first rows are read", async () => {
  expect(await preview(file, false, 2)).toBe(
    `disability  残疾人登记  UTF-8
  公民身份号码 → person
  残疾等级 → grade
  生活补贴 → livingSubsidy
  银行账号 → bankAccount
第 2 行 row 2
  person 330726198001010000 | grade 1 | livingSubsidy — | bankAccount 6228000000000000000 | certificateNumber 33072619800101000011 | inDispute false
第 3 行 row 3
  × 残疾等级：有误 / wrong
`,
  );
  expect(JSON.parse(await preview(file, true)).rows).toHaveLength(3);
});

test("the kinds of files of a department -> each with its headers, required ones marked", () => {
  const { person, ...others } = DISABILITY.columns;
  const columns = {
    person: { ...person, required: true, synonyms: ["身份证号"] },
    ...others,
  } as typeof DISABILITY.columns;
  const department = {
    identity: { slug: "disabled-federation", name: "县残联" },
    files: [{ ...DISABILITY, columns }],
  } as unknown as DepartmentDefinition;
  expect(kindsOf(department, false)).toBe(
    "disability  残疾人登记\n  * 公民身份号码（身份证号）\n    残疾等级\n    生活补贴\n    银行账号\n",
  );
  expect(JSON.parse(kindsOf(department, true))).toMatchObject([
    {
      kind: "disability",
      key: ["person"],
      headers: [{ property: "person", required: true }, {}, {}, {}],
    },
  ]);
});

test.each([
  ["a department that is none", ["县外事办", "a.csv"], "no department 县外事办"],
  ["no file", ["县残联"], "say which file"],
])("%s -> refused, and says so", async (_, words, message) => {
  const running = importCommand().parseAsync([...words], { from: "user" });
  await expect(running).rejects.toThrow(message);
});

test.each([["2026-02-30"], ["2999-01-01"], ["yesterday"]])(
  "--as-of %s -> refused before anything is opened",
  async (day) => {
    const command = importCommand()
      .exitOverride()
      .configureOutput({ writeErr: () => {} });
    const running = command.parseAsync(["县残联", "a.csv", "--as-of", day], { from: "user" });
    await expect(running).rejects.toMatchObject({ code: "commander.invalidArgument" });
  },
);
