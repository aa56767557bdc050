import {
  buildClientSchema,
  getIntrospectionQuery,
  parse,
  validate,
  type GraphQLSchema,
} from "graphql";
import type { Locator } from "playwright-core";
import { inOneProcess } from "../../src/executors.js";
import { exampleValues } from "../../src/pages/explorer/examples/argument-values.js";
import type { Example } from "../../src/pages/explorer/examples/example.js";
import { exampleQueries } from "../../src/pages/explorer/examples/example-queries.js";
import { visibleDraft } from "../../src/pages/explorer/visible-draft.js";
import { PAGES } from "../../src/pages/pages.js";
import { OperationAuthorizer } from "../../src/policy/authorize-operation.js";
import { readableCoordinates, type Standing } from "../../src/policy/decide.js";
import { assignedDepartments } from "../../src/policy/register/register.js";
import { visibleSchema } from "../../src/policy/visible-schema.js";
import type { Asking } from "../support/hubs.js";
import { inBrowser, oneHub } from "./in-browser.js";

const hub = oneHub();

const VERIFIER: Asking = { department: "县民政局", duty: "1.2" };
const FEDERATION: Asking = { department: "县残联", duty: "2.3" };
const TODAY = new Date().toISOString().slice(0, 10);

/** What the data of one family may lack. */
const EXPECTED = /^(CONSENT_REQUIRED|OUT_OF_JURISDICTION)$/;

/** Callers who see the same, and the examples made from that. */
interface Alike {
  readonly standings: Standing[];
  readonly visible: GraphQLSchema;
  readonly examples: readonly Example[];
}

/** Every department under every duty that it answers for, those who see the same together. */
function everybody(): Alike[] {
  const { policy } = hub().plan;
  const { register } = policy;
  const { schema } = inOneProcess(hub().plan);
  const known = new Map<string, Alike>();
  for (const duty of register.duties) {
    for (const department of assignedDepartments(register, duty)) {
      const standing = { department, duty: duty.id, date: TODAY };
      const sees = [...readableCoordinates(policy, standing)].join(" ");
      const alike = known.get(sees);
      if (alike) alike.standings.push(standing);
      else {
        const visible = visibleSchema(schema, policy, standing);
        const examples = exampleQueries(visible, standing);
        known.set(sees, { standings: [standing], visible, examples });
      }
    }
  }
  return [...known.values()];
}

async function schemaOf(asking: Asking): Promise<GraphQLSchema> {
  return buildClientSchema((await hub().ask(asking, getIntrospectionQuery())).data);
}

describe("the examples", () => {
  let callers: Alike[];
  beforeAll(() => {
    callers = everybody();
  });

  test("of every department under each of its duties: some for everybody, each is allowed", () => {
    const authorizer = new OperationAuthorizer(hub().plan.policy, inOneProcess(hub().plan).schema);
    for (const { standings, visible, examples } of callers) {
      expect(examples.length).toBeGreaterThan(5);
      for (const { query } of examples) {
        const document = parse(query);
        expect(validate(visible, document)).toEqual([]);
        const refused = standings.flatMap((standing) =>
          authorizer.refusals(standing, { document }),
        );
        expect(refused).toEqual([]);
      }
    }
  });

  test("run on the county's data, without errors but for consents and divisions", async () => {
    const once = new Map<string, [Standing, Example]>();
    for (const { standings, examples } of callers) {
      for (const example of examples) once.set(example.query, [standings[0] as Standing, example]);
    }
    const numbers = "{ searchHouseholds(first: 1) { edges { node { members { idNumber } } } } }";
    const found = await hub().ask(VERIFIER, numbers);
    const { idNumber } = found.data.searchHouseholds.edges[0].node.members[0];
    const told = new Map<string, Promise<unknown>>();
    const faults: string[] = [];
    const run = async ([standing, { query, variables }]: [Standing, Example]) => {
      const known = await exampleValues(variables, (source) => {
        const key = `${standing.department} ${standing.duty} ${source}`;
        const answer =
          told.get(key) ??
          hub()
            .ask(standing, source)
            .then(({ data }) => data);
        told.set(key, answer);
        return answer;
      });
      const filled = Object.entries(known).map(([name, value]) => {
        const isOpen = value === "" || (Array.isArray(value) && value.length === 0);
        const given = name === "idNumber" ? idNumber : name === "idNumbers" ? [idNumber] : value;
        return [name, isOpen ? given : value];
      });
      const { errors } = await hub().ask(standing, query, Object.fromEntries(filled));
      const others = errors.filter(({ extensions }) => !EXPECTED.test(String(extensions["code"])));
      if (others.length > 0) faults.push(`${query} ${JSON.stringify(others)}`);
    };
    await Promise.all([...once.values()].map(run));
    expect(faults).toEqual([]);
  });

  test("take their ids from the hub, as this caller", async () => {
    const example = exampleQueries(await schemaOf(FEDERATION), { ...FEDERATION, date: TODAY }).find(
      ({ title }) => title.zh === "残疾登记",
    );
    const values = await exampleValues(
      example?.variables ?? [],
      async (query) => (await hub().ask(FEDERATION, query)).data,
    );
    const { data } = await hub().ask(FEDERATION, example?.query ?? "", values);
    expect(data.household.members.length).toBeGreaterThan(0);
  });
});

test("a query that is refused for fields, filters and fragments -> what is left of it is answered", async () => {
  const draft = {
    query: `query($filter: HouseholdFilter, $month: YearMonth!, $first: Int!) {
      found: searchHouseholds(first: $first, filter: $filter) {
        edges { node { id members { name ...Traffic owned: vehicles { kind } } } }
      }
      priceSubsidyList(month: $month, foodPercent: "6", consumerPercent: "3") { month }
    }
    fragment Traffic on Person { vehicles { ...Car } }
    fragment Car on Vehicle { status }`,
    variables: JSON.stringify({ first: 1, month: "2026-11", filter: { township: "330726203" } }),
  };
  const refused = await hub().ask(FEDERATION, draft.query, JSON.parse(draft.variables));
  expect(refused.status).toBe(403);
  const left = visibleDraft(await schemaOf(FEDERATION), draft);
  const { status, data } = await hub().ask(
    FEDERATION,
    left?.query ?? "",
    JSON.parse(left?.variables ?? ""),
  );
  expect(status).toBe(200);
  expect(Object.keys(data.found.edges[0].node.members[0])).toEqual(["name"]);
  expect(left?.query).not.toMatch(/Traffic|Vehicle|\$month/);
});

test("only Sandbox, and only in developer mode, may load from elsewhere", async () => {
  const policies = await Promise.all(
    ["explorer", "sandbox"].map(async (path) => {
      const response = await fetch(`${hub().url}/${path}`);
      return response.headers.get("content-security-policy");
    }),
  );
  expect(policies.map((policy) => /https:/.test(policy ?? ""))).toEqual([false, true]);
});

/** Writes into an editor in place of what is there, as its own commands do: browsers keep the style of text that they replace. */
async function write(editor: Locator, text: string): Promise<void> {
  await editor.press("Control+A");
  await editor.press("Delete");
  await editor.page().keyboard.insertText(text);
}

inBrowser("the explorer", hub, (pages) => {
  const REFUSED =
    "{ searchHouseholds(first: 1) { edges { node { members { name vehicles { kind } } } } } }";

  test("an example, by the keyboard -> answered, with its record; a field that may not be read -> refused, explained, taken out", async () => {
    const page = await pages.open("/explorer", { viewport: { width: 360, height: 740 } });
    await pages.signIn(page, "县残联", "2.3");
    await page.getByRole("button", { name: "残疾登记", exact: true }).press("Enter");
    await page.getByText("已放入编辑器").waitFor();
    const editor = page.getByRole("textbox", { name: "查询", exact: true });
    await editor.press("Control+Enter");
    await page.getByText("HTTP 200").waitFor();
    await page.getByText("访问记录编号").waitFor();
    expect(await page.getByRole("textbox", { name: "数据" }).innerText()).toContain('"disability"');
    await pages.expectNoBarriers(page);

    await write(editor, REFUSED);
    await page.getByText("执行会被拒绝").waitFor();
    await page.getByRole("button", { name: "执行", exact: true }).click();
    const refusals = page.getByRole("region", { name: "查询未执行：2 个字段不能读取" });
    await refusals.getByRole("row", { name: /Vehicle\.kind/ }).waitFor();
    await pages.expectNoBarriers(page);
    await refusals.getByRole("button", { name: "为什么？ Person.vehicles" }).click();
    await page.getByText("FIELD_NOT_NEEDED").waitFor();
    await page.getByRole("rowheader", { name: /^1\.2/ }).waitFor();
    expect(page.url()).toMatch(/#why=Person\.vehicles$/);
    await pages.expectNoBarriers(page);

    await page.getByRole("tab", { name: "结果" }).click();
    await refusals.getByRole("button", { name: "从查询中去掉这些字段" }).click();
    await editor.press("Control+Enter");
    await page.getByText("HTTP 200").waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    await page.getByRole("tab", { name: "结果" }).press("ArrowLeft");
    expect(await page.getByRole("listitem").filter({ hasText: "HTTP 403" }).count()).toBe(1);
    expect(await page.evaluate("JSON.stringify(localStorage)")).toBe("{}");
    expect(await page.evaluate("JSON.stringify(sessionStorage)")).not.toContain("vehicles");
  });

  test("a token with two duties -> the duty that would allow a field is a button away, and the query stands", async () => {
    const page = await pages.open("/explorer#why=Person.vehicles");
    const token = await hub().token({ duties: ["2.3", "1.2"] });
    await page.getByText("使用令牌登录").click();
    await page.getByRole("textbox", { name: "令牌" }).fill(token);
    await page.getByLabel("案件编号").last().fill("TEST-1");
    await page.getByRole("button", { name: "登录", exact: true }).click();
    const editor = page.getByRole("textbox", { name: "查询", exact: true });
    await write(editor, REFUSED);
    await page.getByRole("button", { name: "改用职责 1.2" }).click();
    await page.getByRole("banner").getByText("职责 1.2").waitFor();
    // The page is made anew for the duty: a key could still go to the editor that was there before.
    await page.getByRole("button", { name: "执行", exact: true }).click();
    await page.getByText("HTTP 200").waitFor();
    await page.getByRole("tab", { name: "数据结构" }).click();
    await page.getByLabel("查找类型或字段").fill("plateNumber");
    await page.getByRole("button", { name: "Vehicle.plateNumber" }).click();
    await page.getByRole("heading", { name: "Vehicle" }).waitFor();
    await pages.expectNoBarriers(page);
  });
});

inBrowser("Apollo Sandbox", hub, (pages) => {
  const { scripts, frames } = PAGES.find(({ path }) => path === "sandbox")?.elsewhere ?? {
    scripts: "",
    frames: "",
  };

  test("where the network does not reach it -> asks nothing before the button, says so, leads to the explorer", async () => {
    const page = await pages.open("/sandbox", {}, [scripts]);
    const asked: string[] = [];
    await page.route(`${scripts}/**`, (route) => {
      asked.push(route.request().url());
      return route.abort();
    });
    await pages.signIn(page, "县民政局", "1.2");
    expect(asked).toEqual([]);
    await page.getByRole("button", { name: "检查网络并载入 Sandbox" }).click();
    await page.getByText("本网络无法访问").waitFor();
    await pages.expectNoBarriers(page);
    await page.getByRole("main").getByRole("link", { name: "打开查询工具" }).last().click();
    await page.getByRole("tab", { name: "示例" }).waitFor();
  });

  test("where it does -> its frame has the headers without the token, which goes to the hub alone", async () => {
    const page = await pages.open("/sandbox", {}, [scripts, frames]);
    const script = `window.EmbeddedSandbox = class { constructor(options) {
      const frame = document.createElement("iframe");
      frame.setAttribute("style", "height: 100%");
      frame.src = "${frames}/sandbox?" + encodeURIComponent(JSON.stringify(options));
      options.target.append(frame);
      options.handleRequest("https://elsewhere.example/", { method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: "{ viewer { duty } }" }) })
        .then((response) => response.json())
        .then(({ data }) => { document.title = data.viewer.duty; });
    } };`;
    const addresses: string[] = [];
    await page.route(`${scripts}/**`, (route) =>
      route.fulfill({ contentType: "text/javascript", body: script }),
    );
    await page.route(`${frames}/**`, (route) => {
      addresses.push(route.request().url());
      const body = `<script>parent.postMessage("here", "*")</script>`;
      return route.fulfill({ contentType: "text/html", body });
    });
    await pages.signIn(page, "县民政局", "1.2");
    await page.getByRole("button", { name: "检查网络并载入 Sandbox" }).click();
    await page.getByText("Sandbox 已载入").waitFor();
    await page.waitForFunction("document.title === '1.2'");
    expect(addresses).toHaveLength(1);
    const token = await page.evaluate<string>(
      "JSON.parse(sessionStorage.getItem('hub-credentials')).token",
    );
    expect(decodeURIComponent(addresses[0] ?? "")).not.toContain(token);
  });
});
