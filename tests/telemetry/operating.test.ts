import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { departments } from "../../resolvers/index.js";
import { TEST_SERVER } from "../support/databases.js";
import { startTestHub, type Answer, type TestHub } from "../support/hubs.js";
import { startSubgraphProcess, type SubgraphProcess } from "../support/subgraph-processes.js";
import { copyTemplate, TEST_ENVIRONMENT } from "../support/templates.js";
import { startTraceReceiver, type TraceReceiver } from "../support/trace-receiver.js";
import { within } from "../support/within.js";
import careless from "./careless-department.js";
import { namedMetrics } from "./monitoring-files.js";
import { plantedValues, sendPlanted, type Planted } from "./planted-requests.js";

const ASKING = { department: "县民政局", duty: "1.2" };
const grounds: [string, string | undefined][] = [["pglite", undefined]];
if (TEST_SERVER) grounds.push(["postgres", TEST_SERVER]);

/** One line of the access log. */
interface Line {
  readonly audit: string | null;
  readonly [name: string]: unknown;
}

const auditOf = ({ extensions }: Answer) => (extensions["hub"] as { readonly audit: string }).audit;

describe.each(grounds)("a hub on %s with one department elsewhere", (_kind, server) => {
  let receiver: TraceReceiver;
  let directory: string;
  let subgraph: SubgraphProcess;
  let hub: TestHub;
  let planted: Planted;
  const logged: string[] = [];
  const lines: Line[] = [];
  let subgraphLog = "";

  const sql = (statement: string) => hub.running.databases.main.query(statement);
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${hub.url}${path}`, { headers });
  const metrics = async () => (await get("/metrics")).text();
  const samples = async () =>
    (await metrics()).split("\n").filter((line) => line.startsWith("hub_"));
  const ready = async () => {
    const response = await get("/readyz");
    return [response.status, await response.text()] as const;
  };
  const lineOf = async (answer: Answer): Promise<Line> => {
    const audit = auditOf(answer);
    await within(5000, async () => expect(lines.map((line) => line.audit)).toContain(audit));
    return lines.find((line) => line.audit === audit) as Line;
  };
  const traces = () => new Set(receiver.spans.map(({ traceId }) => traceId)).size;

  beforeAll(async () => {
    receiver = await startTraceReceiver();
    directory = await mkdtemp(join(tmpdir(), "hub-"));
    await copyTemplate("pglite", directory);
    const traced = { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url };
    subgraph = await startSubgraphProcess("agriculture", {
      dataDirectory: directory,
      environment: { ...TEST_ENVIRONMENT, HUB_DATA: directory, ...traced },
    });
    subgraph.process.stderr?.on("data", (chunk: Buffer) => (subgraphLog += chunk.toString()));
    hub = await startTestHub({
      server,
      definitions: [...departments, careless],
      environment: { ...traced, AGRICULTURE_URL: subgraph.url },
      log: pino({}, { write: (line: string) => void logged.push(line) }),
      accessLog: pino(
        { base: null },
        { write: (line: string) => void lines.push(JSON.parse(line) as Line) },
      ),
    });
    const { data } = await hub.ask(
      ASKING,
      "{ searchHouseholds(first: 1) { edges { node { id members { name idNumber } } } } }",
    );
    const [{ node }] = data.searchHouseholds.edges;
    planted = { household: node.id, head: node.members[0] };
  }, 120_000);

  afterAll(async () => {
    await hub?.close();
    await subgraph?.stop();
    await receiver?.close();
    await rm(directory, { recursive: true, force: true });
  });

  test("a request -> one line: its audit id, who, what for, what became of it", async () => {
    const before = lines.length;
    const query = `{ household(id: "${planted.household}") { township } }`;
    const answer = await hub.ask(ASKING, query);
    expect(await lineOf(answer)).toEqual({
      level: 30,
      time: expect.any(Number),
      audit: auditOf(answer),
      route: "/graphql",
      department: "县民政局",
      duty: "1.2",
      client: "test",
      operation: expect.stringMatching(/^[0-9a-f]{64}$/),
      outcome: "answered",
      codes: [],
      status: 200,
      ms: expect.any(Number),
    });
    const refused = await hub.ask({ department: "县残联", duty: "2.3" }, "{ viewer { x } }");
    expect(await lineOf(refused)).toMatchObject({
      department: "县残联",
      outcome: "refused",
      codes: ["GRAPHQL_VALIDATION_FAILED"],
      status: 400,
    });
    for (const path of ["/livez", "/readyz", "/metrics"]) await get(path);
    expect(lines.length).toBe(before + 2);
  });

  test("personal data in every part of requests and of errors -> in no line, metric or span", async () => {
    const before = { lines: lines.length, traces: traces() };
    const texts = await sendPlanted(hub, planted);
    expect(texts.join()).toContain(planted.head.name);
    for (const code of ["INTERNAL", "SOURCE_UNAVAILABLE"]) expect(texts.join()).toContain(code);
    await within(5000, async () => expect(lines.length).toBe(before.lines + texts.length));
    await within(10_000, async () =>
      expect(traces()).toBeGreaterThanOrEqual(before.traces + texts.length),
    );
    expect(logged.join()).toContain("careless-department.ts");
    expect(logged.join()).toContain("22P02");
    expect(subgraphLog).toContain('"route":"/graphql"');
    const told = [...logged, JSON.stringify(lines), subgraphLog, await metrics()].join("\n");
    const all = `${told}\n${receiver.bodies.join("\n")}`;
    expect(plantedValues(planted).filter((value) => all.includes(value))).toEqual([]);
    expect(all).not.toMatch(/330726(19|20)\d{6}|eyJ/);
  });

  test("requests, sources and the audit log are counted, under names of the register alone", async () => {
    const found = await samples();
    const labels = (label: string) => {
      const value = new RegExp(`[{,]${label}="([^"]*)"`);
      return [...new Set(found.flatMap((line) => value.exec(line)?.[1] ?? []))].sort();
    };
    expect(labels("department")).toEqual(["unknown", "县残联", "县民政局"].sort());
    expect(labels("duty")).toEqual(["1.2", "2.3", "unknown"]);
    expect(labels("outcome")).toEqual(["answered", "failed", "partial", "refused"]);
    const counted = [
      'hub_requests_total{department="县民政局",duty="1.2",route="/graphql",outcome="answered"}',
      'hub_error_codes_total{department="县民政局",duty="1.2",code="INTERNAL"}',
      'hub_source_lookup_seconds_count{source="agriculture",owner="县农业农村局",outcome="answered"}',
      'hub_source_lookup_seconds_count{source="big-data",owner="县大数据局",outcome="failed"}',
      'hub_source_failures_total{owner="县大数据局",code="22P02"}',
      "hub_ready",
    ];
    const values = counted.map((name) => found.find((line) => line.startsWith(`${name} `)));
    expect(values).toEqual(counted.map(() => expect.stringMatching(/ [1-9]\d*$/)));
    expect(found).toContain("hub_audit_waiting 0");
    const onServer = found.some((line) => line.startsWith("hub_database_connections{"));
    expect(onServer).toBe(server !== undefined);
  });

  test("metrics through a proxy on this machine -> no such page", async () => {
    expect((await get("/metrics", { "x-forwarded-for": "10.0.0.9" })).status).toBe(404);
    expect((await get("/metrics", { forwarded: "for=10.0.0.9" })).status).toBe(404);
  });

  test("every metric that the dashboard and the alerts ask for is there", async () => {
    const types = (await metrics()).matchAll(/^# TYPE (\S+)/gm);
    const there = new Set(Array.from(types, ([, name]) => name));
    expect(namedMetrics().length).toBeGreaterThan(20);
    expect(namedMetrics().filter((name) => !there.has(name))).toEqual([]);
  });

  test("a department elsewhere has a part in the answer -> one trace through both processes", async () => {
    const fields = "members { agriculture { contractedArea } }";
    const answer = await hub.ask(ASKING, `{ household(id: "${planted.household}") { ${fields} } }`);
    expect(answer.errors).toEqual([]);
    const trace = () => {
      const isAnswers = (span: TraceReceiver["spans"][number]) =>
        span.attributes["hub.audit"] === auditOf(answer);
      const id = receiver.spans.find(isAnswers)?.traceId;
      return receiver.spans.filter(({ traceId }) => traceId === id);
    };
    const [own, its] = ["pujiang-data-hub", "pujiang-data-hub-agriculture"];
    const throughBoth = [
      ...[`${own} request`, `${own} execute`, `${own} ask agriculture`],
      ...[`${its} request`, `${its} execute`, `${its} ask agriculture`],
    ].join(" > ");
    await within(10_000, async () => expect(pathsOf(trace())).toContain(throughBoth));
    expect(pathsOf(trace())).toContain(`${own} request > ${own} record access`);
    expect(trace().find(({ parentSpanId }) => parentSpanId === "")?.attributes).toMatchObject({
      "http.route": "/graphql",
      "hub.department": "县民政局",
      "hub.duty": "1.2",
    });
  });

  test("readiness -> its verdict as text, everything looked at as JSON", async () => {
    expect(await ready()).toEqual([200, "ready\n"]);
    const json = await (await get("/readyz", { accept: "application/json" })).json();
    const names = ["database hub", "migrations", "audit", "keys", "policy", "workers"];
    expect(json).toEqual({
      ready: true,
      checks: names.map((name) => ({ name, state: "ok", reason: expect.any(String) })),
    });
  });

  test("a newer release beside this one -> ready, and said; a migration that is gone -> not ready", async () => {
    await sql("insert into migrations.hub (tag, hash) values ('9999_later', '')");
    const said = "a newer release has applied hub/9999_later: replace this one";
    expect(await ready()).toEqual([200, `ready\nmigrations ${said}\n`]);
    await sql("delete from migrations.hub where tag = '9999_later'");
    const gone = await sql("delete from migrations.consent returning tag, hash");
    const pending = `pending: consent/${String(gone[0]?.["tag"])}`;
    expect(await ready()).toEqual([503, expect.stringContaining(pending)]);
    expect(await samples()).toContain('hub_readiness_check{check="migrations"} 0');
    for (const { tag, hash } of gone) {
      await sql(`insert into migrations.consent (tag, hash) values ('${tag}', '${hash}')`);
    }
  });

  test("the record of access was tampered with -> requests fail, and readiness says why", async () => {
    const trigger = (state: string) => sql(`alter table audit.record ${state} trigger user`);
    await trigger("disable");
    await sql("delete from audit.record");
    await trigger("enable");
    const answer = await hub.ask(ASKING, "{ viewer { client } }");
    expect(answer.status).toBe(503);
    expect(await lineOf(answer)).toMatchObject({
      outcome: "failed",
      codes: ["AUDIT_UNAVAILABLE"],
    });
    const reason = expect.stringMatching(/^not ready\naudit record \d+ of the audit log.*gone/);
    expect(await ready()).toEqual([503, reason]);
    expect(await samples()).toEqual(
      expect.arrayContaining(["hub_audit_failures_total 1", "hub_ready 0"]),
    );
  });

  test("the database is gone -> not ready, alive, and metrics still answer", async () => {
    await hub.running.databases.close();
    const reason = expect.stringMatching(/^database hub does not answer; it holds hub, consent/m);
    expect(await ready()).toEqual([503, reason]);
    expect((await get("/livez")).status).toBe(200);
    expect(await samples()).toContain('hub_readiness_check{check="database hub"} 0');
  });
});

/** The ways from a trace's first span to each of its spans, each with its service. */
function pathsOf(spans: TraceReceiver["spans"]): string[] {
  const byId = new Map(spans.map((span) => [span.spanId, span]));
  const pathOf = (span: TraceReceiver["spans"][number]): string => {
    const parent = byId.get(span.parentSpanId);
    const own = `${span.service} ${span.name}`;
    return parent ? `${pathOf(parent)} > ${own}` : own;
  };
  return spans.map(pathOf);
}
