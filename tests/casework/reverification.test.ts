import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { eachHub, HOUSEHOLDS, startTestHub, type TestHub } from "../support/hubs.js";
import { TEST_SERVER } from "../support/databases.js";
import { within } from "../support/within.js";

const CIVIL_AFFAIRS = { department: "县民政局", duty: "1.2" };
const SHOWN = "id state total pending done unchanged failed withFindings rate secondsLeft";
const START = `mutation ($input: StartReverificationInput!) { startReverification(input: $input) { ${SHOWN} } }`;
const CANCEL = `mutation ($id: ID!) { cancelReverification(id: $id) { ${SHOWN} } }`;
const FIND = `query ($id: ID!) { reverification(id: $id) { ${SHOWN} } }`;
const COURSE = `query ($id: ID!) { reverification(id: $id) { programme township listed
  course { seconds settled } findingsBySeverity { severity findings open households }
  failures { householdId reason } } }`;
const RUNS = "{ reverifications(first: 50) { id } }";
const LIST = `query ($filter: VerificationFilter, $after: String, $order: VerificationOrder!) {
  verifications(first: 2, filter: $filter, after: $after, order: $order) {
    totalCount pageInfo { endCursor } edges { node { id state } } }
  verificationCounts(filter: $filter) { total overdue byState { state count } } }`;
const TOWNSHIP = "330726001";
const REPORTS = `select household_id as id, count(*)::int as reports from verification.verification
  where run_id = $1 group by household_id`;
const MAIN = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

const start = async (hub: TestHub, input: object) => {
  const { data, errors } = await hub.ask(CIVIL_AFFAIRS, START, { input });
  expect(errors).toEqual([]);
  return data.startReverification as { id: string; total: number };
};
const finished = async (hub: TestHub, id: string, milliseconds = 60_000) => {
  let shown: Record<string, unknown> = {};
  await within(milliseconds, async () => {
    shown = (await hub.ask(CIVIL_AFFAIRS, FIND, { id })).data.reverification;
    expect(shown["state"]).toBe("FINISHED");
  });
  return shown;
};
const reportsOf = async (hub: TestHub, id: string) => {
  const rows = await hub.running.databases.main.query<{ id: string; reports: number }>(REPORTS, [
    id,
  ]);
  return new Map(rows.map((row) => [row.id, row.reports]));
};

eachHub((hub) => {
  test("the whole county -> exactly one report a household, with progress and pace", async () => {
    const { id, total } = await start(hub(), {});
    expect(total).toBe(HOUSEHOLDS);
    const shown = await finished(hub(), id);
    expect(shown).toMatchObject({ total, pending: 0, done: total, failed: 0, secondsLeft: 0 });
    expect(shown["rate"]).toBeGreaterThan(0);
    expect(shown["withFindings"]).toBeGreaterThan(20);
    const reports = await reportsOf(hub(), id);
    expect([reports.size, new Set(reports.values())]).toEqual([total, new Set([1])]);
  }, 90_000);

  test("a list -> each once; an unknown household fails and says so", async () => {
    const ids = ["H330726000001", "H330726000002", "H330726000001", "H0"];
    const { id, total } = await start(hub(), { households: ids });
    expect(total).toBe(3);
    expect(await finished(hub(), id)).toMatchObject({ done: 2, failed: 1 });
    const { data } = await hub().ask(CIVIL_AFFAIRS, COURSE, { id });
    expect(data.reverification).toMatchObject({
      listed: true,
      programme: null,
      failures: [{ householdId: "H0", reason: "NO_RECORD" }],
    });
  });

  test("its course and its findings by severity are those of its households and reports", async () => {
    const { id } = await start(hub(), { township: TOWNSHIP });
    const { total } = await finished(hub(), id);
    const { data } = await hub().ask(CIVIL_AFFAIRS, COURSE, { id });
    const { course, findingsBySeverity, township, failures } = data.reverification;
    expect([township, failures]).toEqual([TOWNSHIP, []]);
    expect(course[0]).toEqual({ seconds: 0, settled: 0 });
    expect(course.at(-1).settled).toBe(total);
    expect(course.length).toBeLessThanOrEqual(61);
    const seconds = course.map((point: { seconds: number }) => point.seconds);
    expect(seconds).toEqual([...new Set(seconds)].sort((a, b) => Number(a) - Number(b)));
    const counted = await hub().running.databases.main.query(
      `select severity, count(*)::int as findings, count(*)::int as open,
         count(distinct verification_id)::int as households
         from verification.finding join verification.verification v on v.id = verification_id
        where v.run_id = $1 group by severity order by array_position(array['HIGH','MEDIUM','LOW'], severity)`,
      [id],
    );
    const found = findingsBySeverity.filter(({ findings }: { findings: number }) => findings > 0);
    expect(findingsBySeverity).toHaveLength(3);
    expect(found).toEqual(counted);
    const runs = async (jurisdiction: string[]) => {
      const answer = await hub().ask({ ...CIVIL_AFFAIRS, jurisdiction }, RUNS);
      return answer.data.reverifications.map((one: { id: string }) => one.id);
    };
    expect((await runs(["330726"]))[0]).toBe(id);
    expect(await runs([TOWNSHIP])).toEqual([]);
  }, 90_000);

  test("what is overdue comes first, on every page; the counts are those of the list", async () => {
    const overdue = await hub().running.databases.main.query<{ id: string }>(
      `update verification.verification set completed_at = now() - interval '31 days'
        where id in (select id from verification.verification where open_findings > 0
          order by id limit 3) returning id`,
    );
    const expected = overdue
      .map(({ id }) => id)
      .sort()
      .reverse();
    const list = async (filter: object, after: string | null = null, order = "OVERDUE_FIRST") =>
      (await hub().ask(CIVIL_AFFAIRS, LIST, { filter, after, order })).data;
    const idsOf = ({ verifications }: { verifications: { edges: { node: { id: string } }[] } }) =>
      verifications.edges.map(({ node }) => node.id);
    const first = await list({});
    const second = await list({}, first.verifications.pageInfo.endCursor);
    const ids = [...idsOf(first), ...idsOf(second)];
    const others = ids.slice(3);
    expect(ids.slice(0, 3)).toEqual(expected);
    expect(others).toEqual([...new Set(others)].sort().reverse());
    expect(idsOf(await list({}, null, "LATEST"))[0]).toBe(others[0]);

    expect(idsOf(await list({ overdue: true }))).toEqual(expected.slice(0, 2));
    const { verificationCounts: counts } = first;
    expect([counts.overdue, (await list({ overdue: true })).verifications.totalCount]).toEqual([
      3, 3,
    ]);
    let sum = 0;
    for (const { state, count } of counts.byState) {
      const { verifications } = await list({ state });
      expect(verifications.totalCount).toBe(count);
      for (const { node } of verifications.edges) expect(node.state).toBe(state);
      sum += count;
    }
    expect(sum).toBe(counts.total);
    expect((await list({ submittedUntil: "2020-01-01" })).verificationCounts.total).toBe(0);
  });

  test("what draws a programme; what changed since a day", async () => {
    const drawn = await start(hub(), { programme: "MINIMUM_LIVING" });
    expect(drawn.total).toBeLessThan(HOUSEHOLDS);
    expect(await finished(hub(), drawn.id)).toMatchObject({ done: drawn.total });
    const unchanged = await start(hub(), {
      programme: "MINIMUM_LIVING",
      changedSince: "2999-01-01",
    });
    expect(await finished(hub(), unchanged.id)).toMatchObject({ done: 0, unchanged: drawn.total });
  }, 90_000);

  test("nothing in scope, nothing to resume, another place -> refused", async () => {
    const refused = async (query: string, variables: object, asking: object = CIVIL_AFFAIRS) => {
      const { errors } = await hub().ask(asking as never, query, variables as never);
      return errors.map(({ extensions }) => [extensions["code"], extensions["argument"]]);
    };
    expect(await refused(START, { input: { households: [] } })).toEqual([
      ["BAD_USER_INPUT", "input"],
    ]);
    expect(await refused(START, { input: { resume: "R-0" } })).toEqual([
      ["BAD_USER_INPUT", "input.resume"],
    ]);
    const { id } = await start(hub(), { households: ["H330726000001"] });
    await finished(hub(), id);
    expect(await refused(CANCEL, { id })).toEqual([["BAD_USER_INPUT", "id"]]);
    const elsewhere = { ...CIVIL_AFFAIRS, jurisdiction: ["330726001"] };
    expect(await refused(FIND, { id }, elsewhere)).toEqual([["OUT_OF_JURISDICTION", undefined]]);
  });

  test("cancelled -> what is verified stays; resumed -> the rest, and nothing twice", async () => {
    const { id, total } = await start(hub(), {});
    const cancelled = await hub().ask(CIVIL_AFFAIRS, CANCEL, { id });
    if (cancelled.errors.length === 0) {
      expect(cancelled.data.cancelReverification.state).toBe("CANCELLED");
      await start(hub(), { resume: id });
    }
    expect(await finished(hub(), id)).toMatchObject({ done: total, pending: 0 });
    const reports = await reportsOf(hub(), id);
    expect([reports.size, new Set(reports.values())]).toEqual([total, new Set([1])]);
  }, 90_000);
});

const onServer = TEST_SERVER === undefined ? describe.skip : describe;

onServer("in the middle of work", () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub({ server: TEST_SERVER });
  }, 60_000);
  afterAll(() => hub?.close());

  test("the database drops every connection -> nothing is lost and nothing twice", async () => {
    const { id, total } = await start(hub, {});
    const { main } = hub.running.databases;
    for (let cut = 0; cut < 3; cut += 1) {
      await main.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()`,
      );
    }
    await finished(hub, id, 90_000);
    const reports = await reportsOf(hub, id);
    expect([reports.size, new Set(reports.values())]).toEqual([total, new Set([1])]);
  }, 120_000);

  test("workers in processes of their own are killed -> nothing is lost and nothing twice", async () => {
    const { id, total } = await start(hub, {});
    for (let kill = 0; kill < 2; kill += 1) {
      const worker = spawn(process.execPath, ["--import", "tsx", MAIN, "worker"], {
        env: { ...process.env, ...hub.environment },
        stdio: ["ignore", "pipe", "inherit"],
      });
      await new Promise((resolve) => worker.stdout.once("data", resolve));
      worker.kill("SIGKILL");
    }
    await finished(hub, id, 90_000);
    const reports = await reportsOf(hub, id);
    expect([reports.size, new Set(reports.values())]).toEqual([total, new Set([1])]);
  }, 120_000);
});
