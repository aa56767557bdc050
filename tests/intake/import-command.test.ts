import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { importCommand } from "../../src/cli/import.js";
import { ownData } from "../support/own-data.js";
import { copyTemplate } from "../support/templates.js";

const HEADERS = "公民身份号码,失能等级,月护理待遇\n";
const directory = ownData();

beforeAll(async () => {
  await copyTemplate("pglite", directory());
});

/** Runs `hub import 县医保局 …` in this process. */
async function run(...words: readonly string[]) {
  const out = jest.spyOn(process.stdout, "write").mockReturnValue(true);
  const err = jest.spyOn(process.stderr, "write").mockReturnValue(true);
  try {
    await importCommand().parseAsync(["县医保局", ...words], { from: "user" });
    return { out: text(out), err: text(err) };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

const text = (written: { mock: { calls: unknown[][] } }) =>
  written.mock.calls.map(([chunk]) => String(chunk)).join("");

const path = (name: string) => join(directory(), name);

test("a file with a bad row -> the good ones are loaded, the bad one is in the errors file", async () => {
  const rows = "330726199410289433,4,900.00\n330726199410289434,4,900.00\n";
  await writeFile(path("care.csv"), `${HEADERS}${rows}`);
  const options = ["--as-of", "2026-10-01", "--allow-shrink"];
  const { out, err } = await run(path("care.csv"), ...options, "--json");
  expect(JSON.parse(out)).toMatchObject({ rowsRead: 2, rowsLoaded: 1, rowsRefused: 1, added: 1 });
  expect(err).toContain("care.errors.csv");
  const errors = await readFile(path("care.errors.csv"), "utf8");
  expect(errors.split("\r\n")).toHaveLength(3);
  expect(errors).toContain("330726199410289434");
  const again = await run(path("care.csv"), ...options);
  expect(again.out).toContain("nothing was changed");
  const { out: history } = await run("--history");
  expect(history.match(/care\.csv/g)).toHaveLength(1);
});

test("all or nothing with a bad row -> an error, and nothing in the history", async () => {
  await writeFile(path("strict.csv"), `${HEADERS}330726199410289434,4,900.00\n`);
  const running = run(path("strict.csv"), "--as-of", "2026-10-02", "--strict");
  await expect(running).rejects.toMatchObject({ code: "ROWS_REFUSED" });
  const { out } = await run("--history", "--json");
  expect(out.match(/care\.csv/g)).toHaveLength(1);
});
