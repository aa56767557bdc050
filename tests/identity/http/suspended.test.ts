import { eachHub } from "../../support/hubs.js";
import { ClientSystem, outcomeOf, registryOf } from "./client-system.js";
import { within } from "../../support/within.js";

/** Milliseconds within which a suspended client is refused everywhere. */
const LIMIT = 5000;

const UNAUTHENTICATED = [401, "UNAUTHENTICATED"];

const RECORD_CONSENT = `mutation ($input: ConsentInput!) { recordConsent(input: $input) { id } }`;
const ID_NUMBER = "11010519491231002X";

eachHub((hub) => {
  test("suspended -> refused in time, also what it was answered before, and resumed", async () => {
    const system = await ClientSystem.registered(hub().running);
    const bearer = `Bearer ${await system.token()}`;
    const ask = async () => outcomeOf(await system.ask(bearer));
    const input = {
      idNumber: ID_NUMBER,
      division: "330726203001",
      signerIdNumber: ID_NUMBER,
      signerRelation: "SELF",
      duties: ["1.2"],
      validFrom: "2026-01-01",
    };
    const again = async () => {
      const headers = { "idempotency-key": "suspended" };
      return outcomeOf(await system.ask(bearer, headers, RECORD_CONSENT, { input }));
    };
    expect([await ask(), await again(), await again()]).toEqual([[200], [200], [200]]);

    await registryOf(hub().running).suspend(system.id);
    expect((await system.requestToken()).json.error).toBe("invalid_client");
    await within(LIMIT, async () => expect(await ask()).toEqual(UNAUTHENTICATED));
    expect(await again()).toEqual(UNAUTHENTICATED);
    const [record] = await hub().running.databases.main.query<{ client: string; codes: string[] }>(
      "select client, codes from audit.record where decision = 'REFUSED' order by at desc limit 1",
    );
    expect(record).toEqual({ client: system.id, codes: ["UNAUTHENTICATED"] });

    await registryOf(hub().running).resume(system.id);
    expect((await system.requestToken()).status).toBe(200);
    await within(LIMIT, async () => expect(await ask()).toEqual([200]));
  });
});
