import type { TestHub } from "../../support/hubs.js";
import { headersOf } from "../../support/requests.js";
import { CIVIL_AFFAIRS, HARMLESS, outcome, send } from "./asking.js";

const QUERY = JSON.stringify({ query: HARMLESS });

/** Callers who ask too often. */
export function describeRates(hub: () => TestHub, perMinute: number): void {
  test("a client that asks more often than it may -> 429 with the time to wait; others are answered", async () => {
    const busy = await headersOf(hub(), { ...CIVIL_AFFAIRS, client: "busy" });
    const answers = await Promise.all(
      Array.from({ length: perMinute + 5 }, () => send(hub(), QUERY, busy)),
    );
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.map(outcome)).toEqual(refused.map(() => [429, "RATE_LIMITED"]));
    expect(refused.length).toBe(5);
    const { errors, headers } = refused[0]!;
    const { maximum, retryAfter } = errors[0]!.extensions;
    expect([maximum, headers.get("retry-after")]).toEqual([perMinute, String(retryAfter)]);
    expect(outcome(await send(hub(), QUERY))).toEqual([200]);
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
