import { gzipSync } from "node:zlib";
import { z } from "zod";
import type { Database } from "../../../src/database/database.js";
import { deadlineIn } from "../../../src/department/live/deadline.js";
import { Guard, type GuardLimits } from "../../../src/department/live/guard.js";
import { httpService, SERVICE_LIMITS } from "../../../src/department/live/http-service.js";
import { atMostOne } from "../../../src/department/live/live-loader.js";
import { manyFromService } from "../../../src/department/live/service-loader.js";
import { SourceFailure } from "../../../src/department/live/source-failure.js";
import {
  answering,
  refusing,
  saying,
  startJsonService,
  type Behaviour,
  type JsonService,
} from "../../support/json-service.js";
import { within } from "../../support/within.js";

const A = "330726198001011234";
const B = "33072619790202567X";
const PENSION = { amount: "12.50" };

/** One for each test: a question of an earlier test, given up but on its way, must not be answered in this one's place. */
let service: JsonService;
beforeEach(async () => {
  service = await startJsonService();
});
afterEach(() => service?.close());

interface Differing {
  readonly limits?: Partial<GuardLimits>;
  readonly timeout?: number;
  readonly maximumBatch?: number;
  readonly url?: string;
}

/** A client of its own, with a breaker of its own, of the one service. */
function client({ limits, timeout = 5000, maximumBatch = 100, url = service.url }: Differing = {}) {
  const declared = httpService({
    department: { slug: "pensions", name: "县养老局", english: "Pensions" },
    name: "pensions",
    path: "pensions/batch",
    record: z.object({ amount: z.string() }),
    maximumBytes: 10_000,
    limits: { firstDelay: 1, ...limits },
    timeout,
    maximumBatch,
  });
  const changes: string[] = [];
  const guard = new Guard(
    declared.name,
    { ...SERVICE_LIMITS, ...declared.limits },
    (name, isOpen) => changes.push(`${name} ${isOpen ? "open" : "closed"}`),
  );
  const find = (...idNumbers: string[]) =>
    manyFromService(declared).find(
      {
        database: undefined as unknown as Database,
        parts: declared.allProperties,
        connection: { url, token: "secret-token" },
        guard,
        deadline: deadlineIn(10_000),
      },
      idNumbers,
    );
  return { find, guard, changes };
}

const codesOf = (answers: readonly unknown[]) =>
  answers.map((answer) => (answer instanceof SourceFailure ? answer.code : answer));

describe("an HTTP service", () => {
  test("that has a record of one and none of the other -> the record, and an empty list", async () => {
    service.behave(answering({ [A]: [{ ...PENSION, note: "not declared" }] }));
    expect(await client().find(A, B)).toEqual([[PENSION], []]);
    expect(service.calls).toEqual([
      { path: "/pensions/batch", authorization: "Bearer secret-token", idNumbers: [A, B] },
    ]);
  });

  test.each<[string, unknown, unknown[]]>([
    ["leaves one out", [{ idNumber: A, records: [PENSION] }], [[PENSION], "ANSWER_MISSING"]],
    [
      "has a malformed record of one",
      [
        { idNumber: A, records: [PENSION] },
        { idNumber: B, records: [{ amount: B }, { amount: 12 }] },
      ],
      [[PENSION], "RECORD_MALFORMED"],
    ],
  ])("that %s -> that person's failure alone", async (_what, json, outcome) => {
    service.behave(saying(json));
    expect(codesOf(await client().find(A, B))).toEqual(outcome);
  });

  test.each<[string, string, number, Behaviour]>([
    ["an error, three times", "SOURCE_REFUSED", 3, refusing(500)],
    ["a refusal that no retry changes", "SOURCE_REFUSED", 1, refusing(403)],
    ["a redirect", "SOURCE_REDIRECTS", 1, refusing(307, { location: "/elsewhere" })],
    ["no JSON", "ANSWER_NOT_JSON", 1, (_call, response) => void response.end(`[${A}, ?`)],
    ["another shape", "ANSWER_MALFORMED", 1, saying({ [A]: [PENSION] })],
    [
      "one person twice",
      "ANSWER_MALFORMED",
      1,
      saying([A, A].map((idNumber) => ({ idNumber, records: [] }))),
    ],
    ["somebody else", "ANSWER_MALFORMED", 1, saying([{ idNumber: B, records: [] }])],
    ["too much", "ANSWER_TOO_LARGE", 1, saying("x".repeat(10_001))],
    [
      "too much, compressed",
      "ANSWER_TOO_LARGE",
      1,
      (_call, response) =>
        void response.setHeader("content-encoding", "gzip").end(gzipSync(Buffer.alloc(50_000_000))),
    ],
    ["a broken connection", "SOURCE_UNREACHABLE", 3, (_call, response) => void response.destroy()],
  ])("that answers with %s -> %s after %i calls", async (_what, code, calls, behaviour) => {
    service.behave(behaviour);
    const [failure] = await client().find(A);
    expect(failure).toMatchObject({ code });
    expect(service.calls.map(({ path }) => path)).toEqual(Array(calls).fill("/pensions/batch"));
    expect((failure as SourceFailure).message).toMatch(/pensions\/pensions/);
    expect(String((failure as SourceFailure).stack)).not.toMatch(/3307|secret/);
  });

  test("that is not there -> SOURCE_UNREACHABLE", async () => {
    const gone = await startJsonService();
    await gone.close();
    expect(codesOf(await client({ url: gone.url }).find(A))).toEqual(["SOURCE_UNREACHABLE"]);
  });

  test("that never answers -> SOURCE_LATE", async () => {
    service.behave(() => undefined);
    const late = client({ timeout: 20, limits: { retries: 1 } });
    expect(codesOf(await late.find(A))).toEqual(["SOURCE_LATE"]);
  });

  test("that fails once -> found at the second try", async () => {
    const behaviours = [refusing(503), answering({ [A]: [PENSION] })];
    service.behave((call, response) => behaviours.shift()?.(call, response));
    expect(await client().find(A)).toEqual([[PENSION]]);
    expect(behaviours).toEqual([]);
  });

  test("that asks to be tried again at once -> tried again; after an hour -> not", async () => {
    const behaviours = [refusing(429, { "retry-after": "0" }), answering({ [A]: [PENSION] })];
    service.behave((call, response) => behaviours.shift()?.(call, response));
    expect(await client().find(A)).toEqual([[PENSION]]);
    service.behave(refusing(429, { "retry-after": "3600" }));
    expect(await client().find(A)).toMatchObject([
      { code: "SOURCE_REFUSED", retryAfter: 3_600_000 },
    ]);
    expect(service.calls).toHaveLength(1);
  });

  test("that keeps failing -> left alone, then tried once, then asked as before", async () => {
    const { find, guard, changes } = client({
      limits: { failures: 3, restingTime: 50, retries: 0 },
    });
    service.behave(refusing(500));
    for (let time = 0; time < 3; time += 1) await find(A);
    expect(service.calls).toHaveLength(3);
    expect(guard.restsFor).toBeGreaterThan(0);
    const [resting] = await find(A);
    expect(resting).toMatchObject({ code: "SOURCE_RESTING", retryAfter: expect.any(Number) });
    expect(service.calls).toHaveLength(3);
    service.behave(answering({ [A]: [PENSION] }));
    await within(5000, async () => expect(await find(A)).toEqual([[PENSION]]));
    expect(guard.restsFor).toBeNull();
    expect(changes).toEqual(["pensions/pensions open", "pensions/pensions closed"]);
  });

  test("asked about many -> batches of the declared size, so many at a time", async () => {
    const many = Array.from({ length: 45 }, (_, place) => `${A.slice(0, 15)}${100 + place}`);
    // Each call is answered when a second one is there, the last one by itself.
    const waiting: (() => void)[] = [];
    service.behave((call, response) => {
      waiting.push(() => void answering({ [many[44]!]: [PENSION] })(call, response));
      if (waiting.length < 2 && service.calls.length < 5) return;
      for (const answer of waiting.splice(0)) answer();
    });
    const answers = await client({ maximumBatch: 10, limits: { concurrency: 2 } }).find(...many);
    expect(answers).toEqual([...Array(44).fill([]), [PENSION]]);
    expect(service.calls.map(({ idNumbers }) => idNumbers.length).sort()).toEqual([
      10, 10, 10, 10, 5,
    ]);
    expect(service.busiest).toBe(2);
  });

  test("asked about more than may wait -> SOURCE_BUSY for those, the others are answered", async () => {
    service.behave(answering({}));
    const { find } = client({ maximumBatch: 1, limits: { concurrency: 1, waiting: 1 } });
    const codes = codesOf(await find(A, B, A.replace("1234", "1235")));
    expect(codes).toEqual([[], [], "SOURCE_BUSY"]);
  });

  test("with two records where there is at most one -> a failure, not either of them", () => {
    const record = { originalSource: "x", asOf: "2026-11-01", fetchedAt: "x", inDispute: false };
    expect(atMostOne("pensions")([])).toBeNull();
    expect(atMostOne("pensions")([record])).toBe(record);
    expect(atMostOne("pensions")([record, record])).toMatchObject({ code: "RECORDS_SEVERAL" });
  });

  test.each(["../x", "https://x", "a?b", "/a", "a//b", "a/{id}"])(
    "declared with the path %s -> refused",
    (path) => {
      const department = { slug: "pensions", name: "县养老局", english: "Pensions" };
      expect(() => httpService({ department, name: "x", path, record: z.object({}) })).toThrow(
        path,
      );
    },
  );
});
