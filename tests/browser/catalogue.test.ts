import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { catalogueOf } from "../../src/policy/make-catalogue.js";
import { cataloguePolicy } from "../../src/policy/catalogue.js";
import { accessMatrix } from "../../src/policy/matrix.js";
import { loadRegister } from "../../src/policy/register/load-register.js";
import { inBrowser, oneHub } from "./in-browser.js";

const hub = oneHub();

test("the catalogue is for anybody, and sent again only where it changed", async () => {
  const url = `${hub().url}/catalogue.json`;
  const first = await fetch(url);
  const catalogue = await first.json();
  expect(catalogue.policy).toBe(hub().plan.policy.hash);
  const tag = first.headers.get("etag") ?? "";
  const again = await fetch(url, { headers: { "if-none-match": tag }, cache: "no-store" });
  expect(again.status).toBe(304);
  expect((await fetch(url, { method: "POST" })).status).toBe(405);
});

test("it has every data field once, and decides on each as the hub does", () => {
  const { policy, subgraphs } = hub().plan;
  const date = "2026-03-01";
  const catalogue = catalogueOf(policy, subgraphs, date);
  const coordinates = catalogue.resources.flatMap(({ fields }) =>
    fields.map(({ coordinate }) => coordinate),
  );
  const governed = [...policy.fields.values()].filter(({ kind }) => kind === "governed");
  expect(coordinates.sort()).toEqual(governed.map(({ coordinate }) => coordinate).sort());
  const sent = JSON.parse(JSON.stringify(catalogue));
  const allowed = (of: typeof policy) => {
    const cells = [...accessMatrix(of, date)].filter((cell) => cell.allowed);
    return cells.map(({ department, duty, coordinate }) => `${department} ${duty} ${coordinate}`);
  };
  const own = allowed(policy).sort();
  expect(own.length).toBeGreaterThan(1000);
  expect(allowed(cataloguePolicy(sent)).sort().join("\n")).toBe(own.join("\n"));
});

/** Another document: 县税务局 joins duty 1.2, 县残联 leaves 2.3. */
function otherRegister(): Buffer {
  const { document, duties } = loadRegister();
  const departmentsOf = (id: string, names: readonly string[]) => {
    if (id === "1.2") return [...names, "县税务局"];
    return id === "2.3" ? names.filter((name) => name !== "县残联") : names;
  };
  const changed = duties.map((duty) => ({
    ...duty,
    departments: departmentsOf(duty.id, duty.departments),
  }));
  return Buffer.from(JSON.stringify({ generated: "by a test", document, duties: changed }));
}

const give = (page: Page, name: string, buffer: Buffer) =>
  page
    .getByLabel("另一份文件")
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer });

inBrowser("the catalogue", hub, (pages) => {
  test("a field is found by its Chinese or English name, its readers by filter, and the address says so", async () => {
    const page = await pages.open("/catalogue");
    const status = page.getByRole("status");
    await page
      .getByRole("searchbox")
      .or(page.getByLabel("检索", { exact: true }))
      .fill("残疾等级");
    await status.getByText("1 个信息项").waitFor();
    await page.getByText("Disability.grade").waitFor();
    await page.getByLabel("检索", { exact: true }).fill("disability GRADE");
    await status.getByText("1 个信息项").waitFor();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "下载 CSV" }).click(),
    ]);
    const lines = (await readFile(await file.path(), "utf8")).trim().split("\r\n");
    expect(lines).toEqual([expect.any(String), expect.stringContaining(",Disability.grade,")]);
    await page.getByLabel("可读取的部门").selectOption("县交通局");
    await page.getByText("没有符合条件的信息项").waitFor();
    const { hash } = new URL(page.url());
    expect(Object.fromEntries(new URLSearchParams(hash.slice(1)))).toEqual({
      q: "disability GRADE",
      reader: "县交通局",
    });
    await page.getByRole("link", { name: "跳到正文" }).press("Enter");
    await page.getByText("没有符合条件的信息项").waitFor();
    expect(new URL(page.url()).hash).toBe(hash);
  });

  test("the matrix by the keyboard: from cell to cell, to the clause and the reason, and back", async () => {
    const page = await pages.open("/catalogue#view=matrix&owner=县残联&under=2.3&every=1", {
      viewport: { width: 360, height: 740 },
    });
    await page.getByRole("gridcell").first().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    const reason = page.getByRole("complementary");
    await reason.getByText("该部门不在任务的责任清单中").waitFor();
    await page.keyboard.press("Escape");
    await reason.waitFor({ state: "detached" });
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    await reason.getByText("牵头部门（共 3 个部门）").waitFor();
    await pages.expectNoBarriers(page);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    await page.reload();
    await reason.getByText("牵头部门（共 3 个部门）").waitFor();
  });

  test("two documents: who gains is marked; a file that is no register is refused; freshness after sign-in", async () => {
    const page = await pages.open("/catalogue#view=documents");
    await give(page, "register.json", Buffer.from('{"duties": []}'));
    await page.getByRole("alert").getByText("无法读取此文件").waitFor();
    await give(page, "register.json", otherRegister());
    await page.getByText("扩大：").waitFor();
    const row = (department: string) => page.getByRole("row").filter({ hasText: department });
    await row("县税务局").getByText("▲ 得到").waitFor();
    await row("县残联").getByText("▽ 失去").waitFor();
    await page.getByRole("link", { name: "数据时效" }).click();
    await page.getByText("登录后可见").waitFor();
    await pages.signIn(page, "县残联", "2.3");
    await page.getByRole("rowheader", { name: "残疾人登记" }).waitFor();
    await page.getByRole("link", { name: "部门对比" }).click();
    await page.getByLabel("部门甲").selectOption("县残联");
    await page.getByLabel("部门乙").selectOption("县医保局");
    await page.getByRole("heading", { name: /只有县残联可读（\d+ 个字段）/ }).waitFor();
    await pages.expectNoBarriers(page);
  });
});
