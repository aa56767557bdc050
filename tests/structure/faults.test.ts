import { existsSync, readFileSync } from "node:fs";

const ROOT = new URL("../../", import.meta.url);
const PAGES = ["docs/faults.md", "docs/faults.zh-CN.md"];

/** The tests that each fault's row names. */
function rowsOf(page: string): string[][] {
  const text = readFileSync(new URL(page, ROOT), "utf8");
  const rows = text.split("\n").filter((line) => (line.match(/\|/g) ?? []).length === 4);
  return rows.slice(2).map((row) => {
    const [, , , tests = ""] = row.split("|");
    return [...tests.matchAll(/`([^`]+)`/g)].map(([, path]) => path ?? "");
  });
}

test.each(PAGES)("%s -> every fault names tests that are there", (page) => {
  const rows = rowsOf(page);
  expect(rows.length).toBeGreaterThan(20);
  for (const tests of rows) {
    expect(tests.length).toBeGreaterThan(0);
    expect(tests.filter((path) => !/^tests\/.*\.test\.ts$/.test(path))).toEqual([]);
    expect(tests.filter((path) => !existsSync(new URL(path, ROOT)))).toEqual([]);
  }
});

test("both languages name the same, in the same order", () => {
  const [english, chinese] = PAGES.map(rowsOf);
  expect(chinese).toEqual(english);
});
