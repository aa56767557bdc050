import { consentInput } from "../../support/consents.js";
import { within } from "../../support/within.js";
import { HOUSEHOLDS, QUERY, type Stage } from "./stage.js";

const PERSON = "11010519491231002X";
const RECORD = `mutation ($input: ConsentInput!) { recordConsent(input: $input) { id } }`;
const REVOKE = `mutation ($id: ID!) { revokeConsent(id: $id, reason: "test") { inForce } }`;

/** What two hubs on one database do together. */
export function together(stage: () => Stage): void {
  const consent = (hub: number, idNumber: string, more: Record<string, string> = {}) =>
    stage().ask(hub, RECORD, { input: consentInput(idNumber) }, more);

  test("started at one moment on empty databases -> the county is there once, both answer the same", async () => {
    const { ask, id } = stage();
    const [one, other] = await Promise.all(
      [0, 1].map(async (hub) => {
        const counted = await ask(hub, "{ searchHouseholds(first: 1) { totalCount } }");
        expect(counted.data.searchHouseholds.totalCount).toBe(HOUSEHOLDS);
        return ask(hub, QUERY, { id });
      }),
    );
    expect(one?.errors).toEqual([]);
    expect(other?.data).toEqual(one?.data);
  });

  test("one idempotency key at both at once -> one mutation", async () => {
    const key = { "idempotency-key": "both" };
    const answers = await Promise.all([0, 1, 0, 1, 0, 1].map((hub) => consent(hub, PERSON, key)));
    const ids = new Set(answers.flatMap(({ data }) => data?.recordConsent?.id ?? []));
    const codes = answers.flatMap(({ errors }) => errors.map((error) => error.extensions["code"]));
    expect(ids.size).toBe(1);
    expect(codes.filter((code) => code !== "IDEMPOTENCY_CONFLICT")).toEqual([]);
  });

  test("a consent revoked at one -> the other's next answer goes without it", async () => {
    const { ask, id } = stage();
    const members = await ask(
      0,
      `query ($id: ID!) { household(id: $id) { members { idNumber } } }`,
      { id },
    );
    const { idNumber } = members.data.household.members[0];
    const { data } = await consent(0, idNumber);
    const read = (hub: number) =>
      ask(hub, `{ person(idNumber: "${idNumber}") { financialAssets { deposits } } }`);
    expect((await read(1)).errors).toEqual([]);
    await ask(0, REVOKE, { id: data.recordConsent.id });
    expect((await read(1)).errors[0]?.extensions["code"]).toBe("CONSENT_REQUIRED");
    await consent(1, idNumber);
    expect((await read(0)).errors).toEqual([]);
  });

  test("both answer under load -> one chain, every answer in it", async () => {
    const load = stage().load();
    await load.reaches(100);
    await load.stop();
    expect(load.unanswered).toBe(0);
    await stage().expectRecorded(load.received);
  });

  test("a re-verification worked on by both -> each household has one report", async () => {
    const { ask, cluster } = stage();
    const { data } = await ask(0, `mutation { startReverification(input: {}) { id total } }`);
    const { id, total } = data.startReverification;
    await ask(1, `mutation ($id: ID!) { startReverification(input: { resume: $id }) { id } }`, {
      id,
    });
    await within(60_000, async () => {
      const shown = await ask(1, `query ($id: ID!) { reverification(id: $id) { state } }`, { id });
      expect(shown.data.reverification.state).toBe("FINISHED");
    });
    const reports = await cluster.query(
      `select count(*)::int as reports, count(distinct household_id)::int as households
         from verification.verification where run_id = '${id}'`,
      "county",
    );
    expect(reports).toEqual([{ reports: total, households: total }]);
  }, 90_000);
}
