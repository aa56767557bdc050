import { buildSchema, parse, validate } from "graphql";
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { plantedCases } from "../../src/county/generate-county.js";
import { PAGE_OPERATIONS } from "../../src/pages/operations.js";
import { HOUSEHOLDS } from "../support/hubs.js";
import { inBrowser, oneHub } from "./in-browser.js";

/** As in production: nobody asks freely, so that a page does only what comes with it. */
const hub = oneHub({ HUB_REGISTERED_OPERATIONS: "everyone" });

const CIVIL_AFFAIRS = { department: "县民政局", duty: "1.2" };
const NARROW = { viewport: { width: 360, height: 740 } };

const householdOf = (kind: string) =>
  [...plantedCases({ households: HOUSEHOLDS, seed: 330726 })].find((one) => one.kind === kind)!
    .householdId;

test("every operation of the pages fits the schema; an operation beside them is refused", async () => {
  const schema = buildSchema(hub().plan.composition.apiSdl);
  for (const text of PAGE_OPERATIONS) {
    expect(validate(schema, parse(text))).toEqual([]);
  }
  const free = await hub().ask(CIVIL_AFFAIRS, "{ viewer { client } }");
  expect(free.errors[0]?.extensions["code"]).toBe("OPERATION_NOT_REGISTERED");
});

test("what comes with the pages is decided by field like any other", async () => {
  const list = [...PAGE_OPERATIONS].find((text) => text.startsWith("query CaseCounts"))!;
  expect((await hub().ask(CIVIL_AFFAIRS, list)).errors).toEqual([]);
  const { status, errors } = await hub().ask({ department: "县残联", duty: "2.3" }, list);
  expect([status, errors[0]?.extensions["code"]]).toEqual([403, "FIELD_NOT_AUTHORIZED"]);
});

inBrowser("the case desk", hub, (pages) => {
  const open = async (options = {}): Promise<Page> => {
    const page = await pages.open("/cases", options);
    await pages.signIn(page, "县民政局", "1.2");
    return page;
  };

  test("a household is verified, its finding disposed of and objected to; what is refused keeps what was typed", async () => {
    const page = await open();
    await page.getByRole("status").getByText("没有符合条件的核对").waitFor();
    await page.getByRole("link", { name: "提请核对" }).click();
    const household = page.getByLabel("家庭编号");
    await household.fill("H0");
    await page.getByRole("button", { name: "提请核对" }).click();
    await page.getByRole("alert").getByText("没有此家庭").waitFor();
    expect(await household.inputValue()).toBe("H0");
    await household.fill(householdOf("VEHICLE_UNDECLARED"));
    await page.getByRole("button", { name: "提请核对" }).click();

    const finding = page.getByRole("region", { name: /机动车未申报/ });
    await finding.getByText("处置此疑点").click();
    await finding.getByLabel("处置意见").selectOption("UPHELD");
    await finding.getByLabel("理由").fill(" ");
    await finding.getByRole("button", { name: "保存处置" }).click();
    await finding.getByRole("alert").getByText("请说明理由").waitFor();
    expect(await finding.getByLabel("处置意见").inputValue()).toBe("UPHELD");
    await pages.expectNoBarriers(page);
    await finding.getByLabel("理由").fill("已实地核实");
    await finding.getByRole("button", { name: "保存处置" }).click();
    await finding.getByText(/已实地核实/).waitFor();
    await page.getByRole("status").getByText("核对办结").waitFor();

    await finding.getByText("登记家庭的异议").click();
    await finding.getByLabel("异议内容").fill("车辆已经转让");
    await finding.getByLabel(/佐证材料编号/).fill("材料-1");
    await finding.getByRole("button", { name: "登记异议" }).click();
    await finding.getByText("答复异议").click();
    await finding.getByLabel("结果").selectOption("rejected");
    await finding.getByLabel("答复内容").fill("登记仍在名下");
    await finding.getByRole("button", { name: "答复并重新核对" }).click();
    await page.getByText("第 2 版").waitFor();

    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "下载报告（PDF）" }).click();
    const file = await readFile(await (await download).path());
    expect(file.subarray(0, 5).toString()).toBe("%PDF-");
  });

  test("sent again after the network failed -> done once, by the same key", async () => {
    const page = await open();
    const keys: (string | undefined)[] = [];
    await page.route("**/graphql", async (route) => {
      const request = route.request();
      if (!request.postData()?.includes("CaseSubmit")) return route.continue();
      keys.push(request.headers()["idempotency-key"]);
      if (keys.length > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await page.getByRole("link", { name: "提请核对" }).click();
    const householdId = householdOf("RENT_UNDECLARED");
    await page.getByLabel("家庭编号").fill(householdId);
    await page.getByRole("button", { name: "提请核对" }).click();
    await page.getByRole("alert").getByText("无法连接枢纽").waitFor();
    await page.getByRole("button", { name: "提请核对" }).click();
    await page.getByRole("heading", { name: "申报与查得" }).waitFor();
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys[1]).toBe(keys[0]);
    const kept = await hub().running.databases.main.query(
      "select id from verification.verification where household_id = $1",
      [householdId],
    );
    expect(kept).toHaveLength(1);
  });

  test("a re-verification on a telephone, in English: counted, started, watched to its end", async () => {
    const page = await open(NARROW);
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("link", { name: "Re-verifications" }).click();
    const households = ["VEHICLE_UNDECLARED", "SHOP_UNDECLARED"].map(householdOf);
    await page.getByLabel(/only these households/).fill(`${households.join("\n")}\nH0`);
    await page.getByRole("button", { name: "How many?" }).click();
    await page.getByRole("button", { name: "Verify 3 households" }).click();
    await page.getByText("every household is done").waitFor();
    await page.getByRole("status").getByText("3 of 3 households").waitFor();
    await page.getByText("there is no such household").waitFor();
    await page.getByRole("img", { name: /Households settled over time/ }).waitFor();
    await page.getByRole("link", { name: /^HD/ }).nth(1).waitFor();
    await pages.expectNoBarriers(page);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
  });

  test("a list: by state, by household, by arrow keys; nothing about a household in its address", async () => {
    const page = await open();
    await page.getByRole("button", { name: /疑点待处置/ }).click();
    await page.getByRole("link", { name: /^HD/ }).first().focus();
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowDown");
    const last = page.getByRole("link", { name: /^HD/ }).last();
    expect(await last.evaluate("document.activeElement.textContent")).toBe(await last.innerText());
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "返回清单" }).click();
    const householdId = householdOf("RENT_UNDECLARED");
    await page.getByLabel("家庭编号").fill(householdId);
    await page.getByRole("button", { name: "筛选" }).click();
    await page.getByRole("status").getByText("第 1–1 件，共 1 件").waitFor();
    expect(page.url()).toBe(`${hub().url}/cases#list?state=UNDER_REVIEW`);
    await pages.expectNoBarriers(page);
  });

  test("who read a person's data: by an ID number that is checked first, and is in no address", async () => {
    const [member] = await hub().running.databases.main.query<{ person: string }>(
      "select person from civil_affairs.membership where household_id = $1 and position = 1",
      [householdOf("VEHICLE_UNDECLARED")],
    );
    const idNumber = await hub().idNumberOf(member!.person);
    const page = await open();
    const addresses: string[] = [];
    page.on("request", (request) => addresses.push(request.url()));
    await page.getByRole("link", { name: "查询留痕" }).click();
    await page.getByLabel("公民身份号码").fill(idNumber.slice(0, 17));
    await page.getByRole("button", { name: "查询留痕" }).click();
    await page.getByRole("alert").getByText("公民身份号码为 18 位").waitFor();
    await page.getByLabel("公民身份号码").fill(idNumber);
    await page.getByRole("button", { name: "查询留痕" }).click();
    await page
      .getByRole("row", { name: /县民政局/ })
      .first()
      .waitFor();
    expect([...addresses, page.url()].join()).not.toContain(idNumber);
    await pages.expectNoBarriers(page);
  });

  test("another duty is refused in one sentence; the case is changed without signing out", async () => {
    const page = await pages.open("/cases");
    await pages.signIn(page, "县残联", "2.3");
    await page.getByRole("alert").getByText("本部门在职责 2.3 下不办理此项业务").first().waitFor();
    await page.getByRole("button", { name: "更改职责或案件" }).click();
    await page.getByRole("form", { name: "更改职责或案件" }).getByLabel("案件编号").fill("TEST-9");
    await page.getByRole("button", { name: "更改", exact: true }).click();
    await page.getByRole("banner").getByText("案件 TEST-9").waitFor();
  });
});
