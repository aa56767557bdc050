import { existsSync, readFileSync } from "node:fs";

const ROOT = new URL("../../", import.meta.url);
const PAGES = ["docs/threat-model.md", "docs/threat-model.zh-CN.md"];

/** The files and the tests that each threat's row names. */
function rowsOf(page: string): { readonly files: string[]; readonly tests: string[] }[] {
  const text = readFileSync(new URL(page, ROOT), "utf8");
  const rows = text.split("\n").filter((line) => (line.match(/\|/g) ?? []).length === 6);
  return rows.slice(2).map((row) => {
    const [, , , files = "", tests = ""] = row.split("|");
    return { files: pathsIn(files), tests: pathsIn(tests) };
  });
}

const pathsIn = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, path]) => path ?? "");

test.each(PAGES)("%s -> every threat names files and tests that are there", (page) => {
  const rows = rowsOf(page);
  expect(rows.length).toBeGreaterThan(20);
  for (const { files, tests } of rows) {
    expect(files.length * tests.length).toBeGreaterThan(0);
    expect(tests.filter((path) => !/^tests\/.*\.test\.ts$/.test(path))).toEqual([]);
    expect([...files, ...tests].filter((path) => !existsSync(new URL(path, ROOT)))).toEqual([]);
  }
});

test("both languages name the same, in the same order", () => {
  const [english, chinese] = PAGES.map(rowsOf);
  expect(chinese).toEqual(english);
});
