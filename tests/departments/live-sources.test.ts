import { pino } from "pino";
import { departments } from "../../resolvers/index.js";
import { todayInShanghai } from "../../src/codes/calendar.js";
import { RecordRights } from "../../src/department/column-rights.js";
import { deadlineIn } from "../../src/department/live/deadline.js";
import { Guard } from "../../src/department/live/guard.js";
import { manyInView } from "../../src/department/live/view-loader.js";
import { allColumns } from "../../src/department/selected-columns.js";
import { grantAll, rightsOf } from "../../src/grant-all.js";
import { changeConsents } from "../support/consents.js";
import { TEST_SERVER } from "../support/databases.js";
import { startTestHub, type Answer, type TestHub } from "../support/hubs.js";
import {
  answering,
  refusing,
  startJsonService,
  type JsonService,
} from "../support/json-service.js";
import { within } from "../support/within.js";
import canteens, { mealSubsidies } from "./canteens.js";
import elderlyCare from "./elderly-care/index.js";
import { careAllowance } from "./elderly-care/views.js";
import { NOBODY, prepareLiveHousehold } from "./live/live-household.js";

const CENTRE = "县养老服务中心";
const CANTEENS = "县助餐中心";
const ASKING = { department: "县民政局", duty: "1.2" };
const TODAY = todayInShanghai(new Date());
const grounds: [string, string | undefined][] = [["pglite", undefined]];
if (TEST_SERVER) grounds.push(["postgres", TEST_SERVER]);

describe.each(grounds)("departments with live sources, on %s", (kind, server) => {
  let hub: TestHub;
  let service: JsonService;
  let { ids, everybody, head } = NOBODY;
  const logged: string[] = [];
  const answered: string[] = [];

  const ask = async (query: string, asking = ASKING): Promise<Answer> => {
    const answer = await hub.ask(asking, query);
    answered.push(answer.text);
    return answer;
  };
  const sql = (statement: string, params: readonly unknown[] = []) =>
    hub.running.databases.main.query(statement, params);
  const household = (fields: string) =>
    ask(`{ household(id: "${ids[0]}") { members { ${fields} } } }`);
  const ready = async () => {
    const response = await fetch(`${hub.url}/readyz`);
    return [response.status, await response.text()] as const;
  };
  const unavailable = (answer: Answer, field: string) =>
    answer.errors
      .filter(({ path }) => path?.at(-1) === field)
      .map(({ extensions: { code, department } }) => [code, department]);

  beforeAll(async () => {
    service = await startJsonService();
    hub = await startTestHub({
      server,
      definitions: [...departments, elderlyCare, canteens],
      environment: {
        CANTEENS_SOURCE_URL: `${service.url}/api/`,
        CANTEENS_SOURCE_TOKEN: "t0ken",
      },
      log: pino({}, { write: (line: string) => void logged.push(line) }),
    });
    ({ ids, everybody, head } = await prepareLiveHousehold(hub));
    service.behave(answering(MEALS()));
  }, 120_000);
  afterAll(async () => {
    await hub?.close();
    await service?.close();
  });
  const MEALS = () => ({ [head.idNumber]: [{ canteen: "浦阳", monthlyAmount: "90.00", x: 1 }] });

  const EVERYTHING = `name
    careAssessment { grade provenance { asOf } }
    careAllowances { monthlyAmount paidSince provenance { department originalSource asOf inDispute } }
    careBed { home provenance { department originalSource asOf inDispute } }
    mealSubsidy { canteen monthlyAmount provenance { department originalSource asOf fetchedAt inDispute } }`;

  test("one query -> table, view, foreign table and service, each with its provenance", async () => {
    const { data, errors } = await household(EVERYTHING);
    expect(errors).toEqual([]);
    const [first, second] = data.household.members;
    const here = { department: CENTRE, originalSource: CENTRE, asOf: TODAY, inDispute: false };
    expect(first).toEqual({
      name: head.name,
      careAssessment: { grade: "SELF_CARE", provenance: { asOf: "2026-10-31" } },
      careAllowances: [
        {
          monthlyAmount: "30.50",
          paidSince: "2025-01",
          provenance: { ...here, originalSource: "县民政局" },
        },
        {
          monthlyAmount: "50.00",
          paidSince: "2026-03",
          provenance: { ...here, asOf: "2026-11-01" },
        },
      ],
      careBed: { home: "浦阳敬老院", provenance: here },
      mealSubsidy: {
        canteen: "浦阳",
        monthlyAmount: "90.00",
        provenance: {
          ...here,
          department: CANTEENS,
          originalSource: "县老年食堂",
          fetchedAt: expect.stringMatching(/^2\d{3}-.*\+08:00$/),
        },
      },
    });
    const { name: _name, ...nothing } = second;
    expect(nothing).toEqual({
      careAssessment: null,
      careAllowances: [],
      careBed: null,
      mealSubsidy: null,
    });
  });

  test("100 households -> as few calls as the batch size allows, and one statement a view", async () => {
    service.behave(answering(MEALS()));
    const query = `{ households(ids: ${JSON.stringify(ids)}) { members {
      careAllowances { paidSince } careBed { home } mealSubsidy { canteen } } } }`;
    let answer: Answer | undefined;
    const statements = await hub.statementsOf(async () => {
      answer = await ask(query);
    });
    expect(answer?.errors).toEqual([]);
    const asked = service.calls.flatMap(({ idNumbers }) => idNumbers);
    expect(asked.length).toBe(everybody.size);
    expect(new Set(asked)).toEqual(everybody);
    expect(service.calls.length).toBe(Math.ceil(asked.length / mealSubsidies.maximumBatch));
    const onViews = statements.filter((text) => /care_(allowance|bed)"/.test(text));
    expect(onViews.length).toBe(2);
    expect(statements.filter((text) => text.includes("known_person")).length).toBe(1);
    expect(service.calls[0]).toMatchObject({
      path: "/api/meal-subsidies/batch",
      authorization: "Bearer t0ken",
    });
  });

  test("a duty that needs none of it -> refused, and no source is asked", async () => {
    service.behave(answering(MEALS()));
    const query = `{ household(id: "${ids[0]}") { members { mealSubsidy { canteen } } } }`;
    const { status, errors } = await ask(query, { department: "县民政局", duty: "2.1" });
    expect(status).toBe(403);
    expect(errors.map(({ extensions }) => extensions["coordinate"])).toEqual([
      "Person.mealSubsidy",
      "MealSubsidy.canteen",
    ]);
    expect(service.calls).toEqual([]);
  });

  test("a duty that needs less -> the database and the service's records give less", async () => {
    const { policy, subgraphs } = hub.plan;
    const rights = new RecordRights(
      policy,
      subgraphs.flatMap(({ properties }) => properties),
    );
    const standing = { department: "县财政局", duty: "3.2", date: TODAY };
    expect(Object.keys(rights.readable(standing).get(mealSubsidies) ?? {})).toEqual(["canteen"]);
    if (kind === "pglite") return;
    const role = hub.running.databases.main.under({
      role: "hub_duty_3_2",
      jurisdiction: ["330726"],
    });
    const since = await role.query("select paid_since from elderly_care.care_allowance");
    expect(since).toHaveLength(2);
    for (const refused of [
      "select monthly_amount from elderly_care.care_allowance",
      "select * from care_system.allowance",
    ]) {
      await expect(role.query(refused)).rejects.toMatchObject({ code: "42501" });
    }
  });

  test("a view looked up by another key -> its rows, and none", async () => {
    const byMonth = manyInView(careAllowance, { key: careAllowance.paidSince });
    const asking = {
      database: hub.running.databases.main,
      parts: allColumns(careAllowance),
      connection: undefined,
      guard: new Guard(byMonth.name, byMonth.limits, () => undefined),
      deadline: deadlineIn(10_000),
    };
    expect(await byMonth.find(asking, ["1999-01", "2025-01"])).toEqual([
      [],
      [expect.objectContaining({ monthlyAmount: "30.50", paidSince: "2025-01" })],
    ]);
  });

  test("without the person's consent -> the FINANCIAL fields are errors, the others are there", async () => {
    await changeConsents(hub.running.databases.main, hub.sealing.personKey(head.idNumber), {
      state: "REVOKED",
    });
    const { data, errors } = await household(
      "mealSubsidy { canteen monthlyAmount } careAllowances { paidSince monthlyAmount }",
    );
    const refused = errors.map(({ path, extensions }) => [
      path?.slice(3).join("."),
      extensions["code"],
    ]);
    expect(refused.sort()).toEqual([
      ["careAllowances.0.monthlyAmount", "CONSENT_REQUIRED"],
      ["careAllowances.1.monthlyAmount", "CONSENT_REQUIRED"],
      ["mealSubsidy.monthlyAmount", "CONSENT_REQUIRED"],
    ]);
    expect(data.household.members[0]).toEqual({
      mealSubsidy: { canteen: "浦阳", monthlyAmount: null },
      careAllowances: [
        { paidSince: "2025-01", monthlyAmount: null },
        { paidSince: "2026-03", monthlyAmount: null },
      ],
    });
  });

  test("a service that fails -> its field alone is unavailable, then left alone, then back", async () => {
    service.behave(refusing(500));
    const members = (await household("name")).data.household.members.length;
    const fields = "name careBed { home } mealSubsidy { canteen }";
    const failed = await household(fields);
    expect(unavailable(failed, "mealSubsidy")).toEqual(
      Array(members).fill(["SOURCE_UNAVAILABLE", CANTEENS]),
    );
    expect(failed.errors).toHaveLength(members);
    expect(failed.data.household.members[0]).toEqual({
      name: head.name,
      careBed: { home: "浦阳敬老院" },
      mealSubsidy: null,
    });
    const [status, text] = await ready();
    expect([status, text]).toEqual([
      200,
      expect.stringMatching(/^ready\ncanteens\/meal-subsidies keeps failing/),
    ]);
    service.behave(answering(MEALS()));
    await within(10_000, async () => expect((await household(fields)).errors).toEqual([]));
    expect(await ready()).toEqual([200, "ready\n"]);
  });

  test("a person whose ID number nobody here knows -> unavailable and says why; the others are answered", async () => {
    const person = hub.sealing.personKey(head.idNumber);
    const known = await sql("delete from sealing.known_person where person = $1 returning *", [
      person,
    ]);
    const answer = await household(
      "careAssessment { grade } careBed { home } mealSubsidy { canteen }",
    );
    const failed = answer.errors.map(({ path, message }) => [path?.slice(-2).join("."), message]);
    const message = expect.stringContaining("ID number is not known");
    expect(failed.sort()).toEqual([
      ["0.careBed", message],
      ["0.mealSubsidy", message],
    ]);
    expect(answer.data.household.members[0].careAssessment).toEqual({ grade: "SELF_CARE" });
    await sql("insert into sealing.known_person select $1, $2", [person, known[0]!["id_number"]]);
    expect((await household("careBed { home }")).errors).toEqual([]);
  });

  test("several rows where there is at most one -> unavailable, not either of them", async () => {
    await sql("insert into care_system.bed values ($1, '另一家')", [head.idNumber]);
    const answer = await household("careBed { home }");
    expect(unavailable(answer, "careBed")).toEqual([["SOURCE_UNAVAILABLE", CENTRE]]);
    await sql("delete from care_system.bed where home = '另一家'");
  });

  test("a view that cannot compute -> unavailable; what PostgreSQL says of the value stays out of the log", async () => {
    await sql(`create or replace view elderly_care.care_allowance as
      select id_number, (id_number::int)::numeric(14, 2) as monthly_amount, paid_since, original_source, as_of
        from care_system.allowance`);
    const answer = await household("careAllowances { monthlyAmount } careBed { home }");
    expect(new Set(unavailable(answer, "careAllowances").flat())).toEqual(
      new Set(["SOURCE_UNAVAILABLE", CENTRE]),
    );
    expect(unavailable(answer, "careBed")).toEqual([]);
    expect(logged.at(-1)).toContain("STATEMENT_FAILED");
  });

  test("a view that is gone, or whose server is -> unavailable, not without records", async () => {
    await sql("drop view elderly_care.care_allowance");
    if (kind === "postgres") await sql("alter server care_system options (set port '1')");
    else await sql("drop view elderly_care.care_bed");
    const answer = await household("name careAllowances { paidSince } careBed { home }");
    const members = answer.data.household.members.length;
    const each = Array(members).fill(["SOURCE_UNAVAILABLE", CENTRE]);
    expect(unavailable(answer, "careAllowances")).toEqual(each);
    expect(unavailable(answer, "careBed")).toEqual(each);
    expect(answer.errors).toHaveLength(2 * members);
    expect(answer.data.household.members[0].name).toBe(head.name);
  });

  test("a view made anew -> has its rights with the next start, where there are roles", async () => {
    await sql(`create view elderly_care.care_allowance as select * from care_system.allowance`);
    const { plan, running } = hub;
    const since = () =>
      running.databases.main
        .under({ role: "hub_duty_3_2", jurisdiction: ["330726"] })
        .query("select paid_since from elderly_care.care_allowance");
    if (kind === "postgres") await expect(since()).rejects.toMatchObject({ code: "42501" });
    await grantAll(rightsOf(plan), plan.subgraphs, running.databases);
    expect(await since()).toHaveLength(2);
  });

  test("no ID number is in any log or answer of all this", () => {
    expect(logged.length).toBeGreaterThan(5);
    for (const line of [...logged, ...answered]) {
      expect(line).not.toMatch(/(?<!\d)\d{17}[\dXx]/);
    }
  });
});
