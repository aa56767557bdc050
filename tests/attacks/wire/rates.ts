import type { TestHub } from "../../support/hubs.js";
import { headersOf } from "../../support/requests.js";
import { CIVIL_AFFAIRS, HARMLESS, outcome, send } from "./asking.js";

const QUERY = JSON.stringify({ query: HARMLESS });

/** What the hub under attack takes: requests of a client and token requests of an address in a minute, requests at once. */
export interface Rates {
  readonly perMinute: number;
  readonly tokens: number;
  readonly atOnce: number;
}

/** Callers who ask too often. */
export function describeRates(hub: () => TestHub, { perMinute, tokens, atOnce }: Rates): void {
  test("a client that asks more often than it may -> 429 with the time to wait; others are answered", async () => {
    const busy = await headersOf(hub(), { ...CIVIL_AFFAIRS, client: "busy" });
    const answers: Awaited<ReturnType<typeof send>>[] = [];
    for (let sent = 0; sent < perMinute + 5; sent += 5) {
      answers.push(
        ...(await Promise.all(Array.from({ length: 5 }, () => send(hub(), QUERY, busy)))),
      );
    }
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.map(outcome)).toEqual(refused.map(() => [429, "RATE_LIMITED"]));
    expect(refused.length).toBe(5);
    const { errors, headers } = refused[0]!;
    const { maximum, retryAfter } = errors[0]!.extensions;
    expect([maximum, headers.get("retry-after")]).toEqual([perMinute, String(retryAfter)]);
    expect(outcome(await send(hub(), QUERY))).toEqual([200]);
  });

  test("more requests at once than the hub takes -> 503 at once with the time to wait; those inside are answered, and then everybody", async () => {
    const crowd = await headersOf(hub(), { ...CIVIL_AFFAIRS, client: "crowd" });
    const ask = () => send(hub(), QUERY, crowd);
    await ask();
    const answers: Awaited<ReturnType<typeof ask>>[] = [];
    // Nobody is answered before he is on record, and nothing is recorded while this lasts.
    const asked = await hub().running.databases.main.transaction(async (transaction) => {
      await transaction.query("lock table audit.record in access exclusive mode");
      return new Promise<Promise<number>[]>((refused) => {
        const asked = Array.from({ length: atOnce + 3 }, async () => {
          const place = answers.push(await ask());
          if (place === 3) refused(asked);
          return place;
        });
      });
    });
    await Promise.all(asked);
    expect(answers.map(outcome)).toEqual([
      ...Array<unknown>(3).fill([503, "RATE_LIMITED"]),
      ...Array<unknown>(atOnce).fill([200]),
    ]);
    const [{ errors, headers } = answers.at(-1)!] = answers;
    expect(errors[0]!.extensions).toMatchObject({ limit: "requestsAtOnce", maximum: atOnce });
    expect(headers.get("retry-after")).toBe("1");
    expect(outcome(await ask())).toEqual([200]);
  });

  test("token requests without end from one address -> 429 with the time to wait, and nothing more on record", async () => {
    const ask = () => fetch(`${hub().url}/oauth/token`, { method: "POST" });
    const statuses: number[] = [];
    for (let sent = 0; sent < tokens; sent++) statuses.push((await ask()).status);
    expect(new Set(statuses)).toEqual(new Set([400]));
    const recorded = () => hub().running.databases.main.query("select from audit.record");
    const before = (await recorded()).length;
    const refused = await ask();
    expect([refused.status, Number(refused.headers.get("retry-after")) > 0]).toEqual([429, true]);
    expect(await refused.json()).toMatchObject({ error: "temporarily_unavailable" });
    expect((await recorded()).length).toBe(before);
  });

  test("trying out the codes of reports -> sixty a minute, then 429", async () => {
    const statuses: number[] = [];
    for (let place = 0; place < 62; place++) {
      const search = new URLSearchParams({ number: "HD2026-0000001", code: String(place) });
      statuses.push((await fetch(`${hub().url}/reports/check?${search.toString()}`)).status);
    }
    expect(statuses).toEqual([...Array<number>(60).fill(200), 429, 429]);
  });
}
