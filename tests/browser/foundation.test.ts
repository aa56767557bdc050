import { readConfig } from "../../src/config.js";
import { isDeveloperMode } from "../../src/page-server/developer-token.js";
import { inBrowser, oneHub } from "./in-browser.js";

const NARROW = { viewport: { width: 360, height: 740 } };

const hub = oneHub();

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${hub().url}${path}`, { headers });

test("a page loads from the hub alone, and is kept nowhere; what it loads is kept for good", async () => {
  const page = await get("/catalogue");
  expect(page.headers.get("content-security-policy")).toMatch(
    /^default-src 'none'; script-src 'self'/,
  );
  expect(page.headers.get("cache-control")).toBe("no-store");
  const [, script] = /src="(assets\/[^"]+)"/.exec(await page.text()) ?? [];
  const code = await get(`/${script}`);
  expect(code.headers.get("content-type")).toMatch(/^text\/javascript/);
  expect(code.headers.get("cache-control")).toContain("immutable");
});

test("the hub's own address is a page for browsers alone, and no other path becomes one", async () => {
  const browser = { accept: "text/html,application/xhtml+xml" };
  const paths = ["/", "/nothing", "/assets/nothing.js"];
  const statuses = await Promise.all(paths.map(async (path) => (await get(path, browser)).status));
  expect(statuses).toEqual([200, 404, 404]);
  expect((await get("/")).status).toBe(404);
  expect((await fetch(`${hub().url}/catalogue`, { method: "POST" })).status).toBe(405);
});

test("the public register says of each department the duties in force that it answers for", async () => {
  const { departments } = await (await get("/register.json")).json();
  const federation = departments.find(({ name }: { name: string }) => name === "县残联");
  expect(federation.duties).toContain("2.3");
  expect(federation.duties).not.toContain("1.2");
});

describe("a developer's token", () => {
  const REQUEST = { department: "县残联", duty: "2.3" };
  const ask = async (headers: Record<string, string>, body: unknown = REQUEST) => {
    const response = await fetch(`${hub().url}/developer/token`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
    return { status: response.status, ...(await response.json()) };
  };

  test("for a page of this hub -> given", async () => {
    expect(await ask({ origin: hub().url })).toEqual({ status: 200, token: expect.any(String) });
  });

  test.each([
    ["without saying where from", {}],
    ["from another site", { origin: "https://elsewhere.example" }],
    ["as a form could send it", { "content-type": "text/plain" }],
  ])("%s -> refused", async (_how, headers: Record<string, string>) => {
    const isForm = "content-type" in headers;
    const { status, token } = await ask(isForm ? { origin: hub().url, ...headers } : headers);
    expect([status, token]).toEqual([403, undefined]);
  });

  test("under a duty that is not the department's -> refused", async () => {
    const { errors } = await ask({ origin: hub().url }, { ...REQUEST, duty: "1.2" });
    expect(errors[0].extensions.code).toBe("BAD_USER_INPUT");
  });

  test.each([
    [{}, true],
    [{ HOST: "::1" }, true],
    [{ HOST: "0.0.0.0" }, false],
    [{ HUB_PUBLIC_URL: "https://hub.example" }, false],
    [{ HUB_SIGNING_KEY: "key.jwk" }, false],
    [{ HUB_JWKS: "https://issuer.example/keys" }, false],
  ])("of a hub with %j: %s", (environment, isGiven) => {
    expect(isDeveloperMode(readConfig(environment, []))).toBe(isGiven);
  });
});

inBrowser("the pages", hub, (pages) => {
  test("the start page leads to every page, and its query is the address of this hub", async () => {
    const page = await pages.open("/", NARROW);
    await page.getByRole("main").getByRole("link", { name: "目录" }).click();
    await page.getByRole("heading", { name: "县残联" }).waitFor();
    await page.goBack();
    expect(await page.locator("pre").innerText()).toContain(`${hub().url}/graphql`);
    await pages.expectNoBarriers(page);
  });

  test("English is chosen once, for every page", async () => {
    const page = await pages.open("/");
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("navigation").getByRole("link", { name: "Catalogue" }).click();
    await page.getByRole("heading", { name: "Data catalogue" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    expect(await page.title()).toBe("Catalogue · Pujiang data hub");
  });

  test.each(["light", "dark"] as const)(
    "signing in by the keyboard, in a %s room, on a telephone -> known on every page until signing out",
    async (colorScheme) => {
      const page = await pages.open("/catalogue#view=sources", { ...NARROW, colorScheme });
      await page.getByRole("button", { name: "登录" }).press("Enter");
      const panel = page.locator("#sign-in");
      await panel.getByLabel("部门").selectOption("县残联");
      await panel.getByLabel("职责").first().selectOption("2.3");
      await pages.expectNoBarriers(page);
      const width = await page.evaluate("document.documentElement.scrollWidth");
      expect(width).toBe(NARROW.viewport.width);
      await page.getByLabel("案件编号").first().press("Enter");
      await page.getByRole("banner").getByText("职责 2.3").waitFor();
      await page.getByRole("link", { name: "浦江县数据共享枢纽" }).click();
      await page.getByRole("banner").getByText("县残联").waitFor();
      await pages.expectNoBarriers(page);
      expect(page.url()).toBe(`${hub().url}/`);
      expect(await page.evaluate("JSON.stringify(localStorage) + document.cookie")).toBe("{}");
      await page.getByRole("button", { name: "退出登录" }).click();
      expect(await page.evaluate("sessionStorage.length")).toBe(0);
      await page.reload();
      await page.getByRole("button", { name: "登录" }).waitFor();
    },
  );

  test("a token that is pasted: taken where the hub takes it, its refusal is shown", async () => {
    const page = await pages.open("/catalogue#view=sources");
    await page.getByRole("button", { name: "登录" }).click();
    await page.getByText("使用令牌登录").click();
    const token = page.getByRole("textbox", { name: "令牌" });
    const submit = page.getByRole("button", { name: "登录", exact: true }).last();
    await token.fill(await hub().token({ expires: "-1h" }));
    await submit.click();
    await page.getByRole("alert").getByText("令牌无效或已过期").waitFor();
    await token.fill(await hub().token({ operator: "经办甲" }));
    await page.getByLabel("案件编号").last().fill("TEST-1");
    await submit.click();
    await page.getByRole("banner").getByText("经办甲").waitFor();
  });
});
