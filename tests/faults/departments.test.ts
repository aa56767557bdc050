import { readConfig } from "../../src/config.js";
import { departmentSlugs } from "../../src/index.js";
import { openLog } from "../../src/log.js";
import { startSubgraph, type Running } from "../../src/start-hub.js";
import { anyGround } from "../support/grounds.js";
import type { Answer, TestHub } from "../support/hubs.js";
import { IDS_QUERY } from "../support/queries.js";
import { copyTemplateFor, TEST_ENVIRONMENT } from "../support/templates.js";
import {
  changing,
  DOWN,
  ENDLESS,
  HALF_WAY,
  HONEST,
  saying,
  SILENT,
  standBefore,
  TRICKLING,
  type Misbehaviour,
  type UnrulyDepartment,
} from "../support/unruly-department.js";
import { within } from "../support/within.js";

const CIVIL_AFFAIRS = { department: "县民政局", duty: "1.2" };

/** Milliseconds that a department may take, is left alone, and that an answer may take beside. */
const TIMEOUT = 1000;
const REST = 400;
const BESIDE = 300;

const QUERY = `query ($id: ID!) { household(id: $id) { id members { name
  medicalInsurance { status } disability { category } agriculture { contractedArea }
  vehicles { kind } householdRegistration { address } } } }`;

/** What each department answers of a member; the home department answers the household. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  "medical-insurance": ["medicalInsurance"],
  "disabled-federation": ["disability"],
  agriculture: ["agriculture"],
  "big-data": ["vehicles", "householdRegistration"],
};

type Entities = { _entities?: Record<string, unknown>[] };

const FAULTS: [what: string, Misbehaviour][] = [
  ["closes connections", DOWN],
  ["hangs", SILENT],
  ["cuts its answer half-way", HALF_WAY],
  ["answers 502 with a page", saying("<html>bad gateway</html>", 502)],
  ["answers JSON of another kind", saying('["hello"]')],
  ["answers data of another kind", saying('{"data":"hello"}')],
  [
    "answers a number where there is a list or an object",
    changing(({ data }) => Object.keys(data).forEach((key) => (data[key] = 7))),
  ],
];

/** Faults of departments that are asked about persons. */
const PERSON_FAULTS: [what: string, Misbehaviour][] = [
  [
    "answers a person's record in another person's place",
    changing(({ data }) => void (data as Entities)._entities?.reverse()),
  ],
  ["leaves a person out", changing(({ data }) => void (data as Entities)._entities?.pop())],
  [
    "answers objects where there are texts",
    changing(({ data }) => {
      for (const entity of (data as Entities)._entities ?? []) {
        for (const [name, value] of Object.entries(entity)) {
          if (!/^(ref|__typename)$/.test(name)) entity[name] = [{ ...(value as object) }, "x"];
        }
      }
    }),
  ],
];

anyGround((ground, kind) => {
  /** Embedded, each department has a database of its own: one of them stands for all. */
  const slugs = kind === "postgres" ? departmentSlugs : ["agriculture"];
  const unruly = new Map<string, UnrulyDepartment>();
  let subgraphs: Running[] = [];
  let hub: TestHub;
  let id: string;
  let healthy: Answer;

  const department = (slug: string) => unruly.get(slug) as UnrulyDepartment;
  const ask = () => hub.ask(CIVIL_AFFAIRS, QUERY, { id });
  const timed = async () => {
    const start = performance.now();
    return { ...(await ask()), elapsed: performance.now() - start };
  };
  const isHealthy = () => within(10_000, async () => expect((await ask()).errors).toEqual([]));

  beforeAll(async () => {
    const environment = { ...TEST_ENVIRONMENT, ...ground().environment };
    const urls: Record<string, string> = {};
    const { blueprint } = await import("../../src/index.js");
    const plan = await blueprint();
    const config = readConfig(environment, departmentSlugs);
    for (const slug of slugs) {
      if (kind === "pglite") await copyTemplateFor(slug, config.dataDirectory);
      const subgraph = plan.subgraphs.find(({ identity }) => identity.slug === slug);
      const running = await startSubgraph(plan, subgraph as never, {
        config,
        log: openLog("silent"),
      });
      subgraphs.push(running);
      const before = await standBefore(`${running.url}/graphql`);
      unruly.set(slug, before);
      urls[`${slug.replaceAll("-", "_").toUpperCase()}_URL`] = before.url;
    }
    const limits = { HUB_SOURCE_TIMEOUT_MS: `${TIMEOUT}`, HUB_SOURCE_REST_MS: `${REST}` };
    hub = await ground().start({ environment: { ...urls, ...limits } });
    const { data } = await hub.ask(CIVIL_AFFAIRS, IDS_QUERY, { first: 50 });
    const nodes = data.searchHouseholds.edges.map(({ node }: { node: object }) => node);
    id = nodes.find(({ members }: { members: object[] }) => members.length > 2).id;
    await isHealthy();
    healthy = await ask();
  }, 120_000);
  beforeEach(async () => {
    for (const slug of slugs) department(slug).behave(HONEST);
    await isHealthy();
  });
  afterAll(async () => {
    await hub?.close();
    for (const before of unruly.values()) await before.close();
    for (const running of subgraphs) await running.close();
    subgraphs = [];
  });

  /** The healthy answer without what one department says, and where it is missing. */
  const without = (slug: string) => {
    const fields = FIELDS[slug];
    if (!fields) return { data: { household: null }, paths: ["household"] };
    const nothing = Object.fromEntries(fields.map((field) => [field, null]));
    const { household } = healthy.data;
    const members = household.members.map((member: object) => ({ ...member, ...nothing }));
    const paths = fields.flatMap((field) =>
      members.map((_: object, place: number) => `household.members.${place}.${field}`),
    );
    return { data: { household: { ...household, members } }, paths: paths.sort() };
  };
  const expectFailed = (answer: Answer & { readonly elapsed: number }, slug: string) => {
    const { data, paths } = without(slug);
    expect(answer.data).toEqual(data);
    expect(answer.errors.map(({ path }) => path?.join(".")).sort()).toEqual(paths);
    const codes = answer.errors.map(({ extensions: { code, retryAfter } }) => [code, retryAfter]);
    expect(codes).toEqual(paths.map(() => ["SOURCE_UNAVAILABLE", expect.any(Number)]));
    expect(answer.elapsed).toBeLessThan(TIMEOUT + BESIDE);
  };

  /** Once of three times at the latest: on a busy machine the other departments may be late as well. */
  const expectFault = async (slug: string, fault: Misbehaviour) => {
    for (let time = 1; ; time += 1) {
      department(slug).behave(fault);
      const answer = await timed();
      department(slug).behave(HONEST);
      try {
        return expectFailed(answer, slug);
      } catch (error) {
        if (time === 3) throw error;
        await isHealthy();
      }
    }
  };

  describe.each(slugs)("%s", (slug) => {
    const faults = slug in FIELDS ? [...FAULTS, ...PERSON_FAULTS] : FAULTS;

    test.each(faults)(
      "%s -> its fields alone are unavailable, in time; then it is asked again",
      async (_what, fault) => {
        await expectFault(slug, fault);
        const { data, errors } = await ask();
        expect([data, errors]).toEqual([healthy.data, []]);
      },
    );
  });

  test.each([
    ["a little at a time", TRICKLING],
    ["as fast as it can", ENDLESS],
  ])("an answer without end, %s -> cut off, and the others are there", async (_how, fault) => {
    await expectFault("agriculture", fault);
    expect((await ask()).errors).toEqual([]);
  });

  test("a department that keeps failing -> left alone, named, tried once, asked as before when it is back", async () => {
    const failing = department("agriculture");
    failing.behave(saying("{}", 503));
    for (let time = 0; time < 5; time += 1) await ask();
    expect(failing.calls).toBe(5);
    const start = performance.now();
    expectFailed(await timed(), "agriculture");
    expect(await (await fetch(`${hub.url}/readyz`)).text()).toMatch(
      /ready\nagriculture keeps fail/,
    );
    await within(10_000, async () => {
      expectFailed(await timed(), "agriculture");
      expect(failing.calls).toBeGreaterThan(6);
    });
    expect(failing.calls - 5).toBeLessThanOrEqual((performance.now() - start) / REST);
    failing.behave(HONEST);
    await isHealthy();
    expect(await (await fetch(`${hub.url}/readyz`)).text()).toBe("ready\n");
    failing.behave(HONEST);
    for (let time = 0; time < 3; time += 1) await ask();
    expect(failing.calls).toBe(3);
  });

  test("a department that refuses one caller -> it is asked for the others all the same", async () => {
    const refusing = department("agriculture");
    const refusal = { errors: [{ message: "no", extensions: { code: "UNAUTHENTICATED" } }] };
    refusing.behave(saying(JSON.stringify(refusal), 401));
    for (let time = 0; time < 7; time += 1) expectFailed(await timed(), "agriculture");
    expect(refusing.calls).toBe(7);
    refusing.behave(HONEST);
    expect((await ask()).errors).toEqual([]);
  });
});
