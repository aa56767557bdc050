import pg from "pg";
import { endOutdatedConsents } from "../../src/identity/consent/end-outdated-consents.js";
import { consentInput } from "../support/consents.js";
import { TEST_SERVER } from "../support/databases.js";
import { eachHub, startTestHub } from "../support/hubs.js";
import { within } from "../support/within.js";

const CIVIL_AFFAIRS = { department: "县民政局", duty: "1.2" };

const FAMILY = `query ($id: ID!) { household(id: $id) {
  village declaration { wageIncome } members { idNumber age financialAssets { deposits } }
} }`;

const RECORD = `mutation ($input: ConsentInput!) {
  recordConsent(input: $input) { id inForce latest { version state reason } }
}`;

const REVOKE = `mutation ($id: ID!) {
  revokeConsent(id: $id, reason: "the person asked") { inForce latest { version state } }
}`;

const HISTORY = `query ($idNumber: IdNumber!) {
  consents(idNumber: $idNumber) { id inForce versions { version state reason } }
}`;

/** Somebody who is in no county. */
const NOBODY = "11010519491231002X";

eachHub((hub) => {
  const read = async (id: string) => {
    const { data, errors } = await hub().ask(CIVIL_AFFAIRS, FAMILY, { id });
    const refused = errors
      .filter(({ extensions }) => extensions["code"] === "CONSENT_REQUIRED")
      .map(({ path }) => (path ?? []).join("."));
    return { household: data.household, refused };
  };

  /** Households of adults alone, the first whose consents are all missing and the first whose are there. */
  const families = async () => {
    const { data } = await hub().ask(
      CIVIL_AFFAIRS,
      "{ searchHouseholds(first: 120) { edges { node { id members { age } } } } }",
    );
    const ids: string[] = data.searchHouseholds.edges
      .map(({ node }: { node: { id: string; members: ({ age: number } | null)[] } }) => node)
      .filter(({ members }: { members: ({ age: number } | null)[] }) =>
        members.every((member) => member && member.age >= 14),
      )
      .map(({ id }: { id: string }) => id);
    const read120 = await Promise.all(ids.map(async (id) => ({ id, ...(await read(id)) })));
    const without = read120.find(
      ({ refused, household }) => refused.length === household.members.length,
    );
    const consenting = read120.find(({ refused }) => refused.length === 0);
    if (!without || !consenting) throw new Error("the county lacks such families");
    return { without, consenting };
  };

  type Family = Awaited<ReturnType<typeof families>>["without"];

  const inputOf = ({ id, household }: Family, idNumber: string, change: object = {}) => ({
    idNumber,
    division: household.village,
    householdId: id,
    membership: household.members.map((member: { idNumber: string }) => member.idNumber),
    signerIdNumber: idNumber,
    signerRelation: "SELF",
    duties: ["1.2"],
    validFrom: "2026-01-01",
    ...change,
  });

  const record = (input: object) => hub().ask(CIVIL_AFFAIRS, RECORD, { input });

  test("recorded -> the next request reads; revoked -> the next request does not", async () => {
    const { without } = await families();
    const ids: string[] = [];
    for (const { idNumber } of without.household.members) {
      const { data, errors } = await record(inputOf(without, idNumber));
      expect(errors).toEqual([]);
      expect(data.recordConsent).toMatchObject({
        inForce: true,
        latest: { version: 1, state: "GIVEN" },
      });
      ids.push(data.recordConsent.id);
    }
    expect((await read(without.id)).refused).toEqual([]);
    const { data } = await hub().ask(CIVIL_AFFAIRS, REVOKE, { id: ids[0] });
    expect(data.revokeConsent).toEqual({
      inForce: false,
      latest: { version: 2, state: "REVOKED" },
    });
    expect((await read(without.id)).refused).toEqual(["household.members.0.financialAssets"]);
  });

  test("signed again -> the earlier consent ends, and both are in the history", async () => {
    const { consenting } = await families();
    const [{ idNumber }] = consenting.household.members;
    const again = await record(inputOf(consenting, idNumber));
    expect(again.errors).toEqual([]);
    const { data } = await hub().ask(CIVIL_AFFAIRS, HISTORY, { idNumber });
    const states = data.consents.map(
      ({ versions }: { versions: { state: string; reason: string }[] }) => versions.at(-1),
    );
    expect(states).toContainEqual({ version: 1, state: "GIVEN", reason: "application" });
    expect(states).toContainEqual({ version: 2, state: "ENDED", reason: "re-applied" });
    expect(data.consents.filter(({ inForce }: { inForce: boolean }) => inForce)).toHaveLength(1);
  });

  test("renewed -> a new version of the same consent", async () => {
    const { consenting } = await families();
    const [{ idNumber }] = consenting.household.members;
    const { data } = await hub().ask(CIVIL_AFFAIRS, HISTORY, { idNumber });
    const [current] = data.consents.filter(({ inForce }: { inForce: boolean }) => inForce);
    const renewed = await record(
      inputOf(consenting, idNumber, { renews: current.id, validTo: "2030-12-31" }),
    );
    expect(renewed.data.recordConsent).toMatchObject({
      id: current.id,
      inForce: true,
      latest: { version: current.versions.length + 1, state: "GIVEN", reason: "renewed" },
    });
  });

  test("the household's members changed -> its consents end by themselves", async () => {
    const { consenting } = await families();
    const [{ idNumber }] = consenting.household.members;
    const { main } = hub().running.databases;
    const recording = { recordedBy: "test", recordedAt: "2026-11-24T09:00:00+08:00" };
    const keys = (idNumbers: string[]) =>
      new Map([[consenting.id, idNumbers.map((number) => hub().sealing.personKey(number))]]);
    const same = keys(inputOf(consenting, idNumber).membership);
    expect(await endOutdatedConsents(main, same, recording)).toBe(0);
    const changed = keys([idNumber, "11010519491231002X"]);
    expect(await endOutdatedConsents(main, changed, recording)).toBeGreaterThan(0);
    expect((await read(consenting.id)).refused.length).toBeGreaterThan(0);
  });

  test.each([
    ["no duty", { duties: [] }, "duties"],
    ["a duty that is not in the register", { duties: ["99.9"] }, "duties"],
    ["a duty that asks for no consent", { duties: ["3.2"] }, "duties"],
    ["somebody else as SELF", { signerIdNumber: "11010519491231002X" }, "signerRelation"],
    ["the person as its own guardian", { signerRelation: "GUARDIAN" }, "signerRelation"],
    ["an end before the beginning", { validTo: "2025-12-31" }, "validTo"],
    ["members without the person", { membership: ["11010519491231002X"] }, "membership"],
    ["a wrong check digit", { signerIdNumber: "110105194912310021" }, "input"],
  ])("%s -> BAD_USER_INPUT, and nothing is recorded", async (_name, change, argument) => {
    const family = await anyFamily();
    const [{ idNumber }] = family.household.members;
    const before = await versions(idNumber);
    const { errors } = await record(inputOf(family, idNumber, change));
    expect(errors.map(({ extensions }) => extensions)).toMatchObject([
      { code: "BAD_USER_INPUT", argument },
    ]);
    expect(await versions(idNumber)).toBe(before);
  });

  test("a child of 13 signs alone -> refused; its guardian signs -> recorded", async () => {
    const family = await anyFamily();
    const child = "330726201801010014";
    const input = inputOf(family, child, { membership: [child] });
    const alone = await record(input);
    expect(alone.errors[0]?.extensions).toMatchObject({ argument: "signerRelation" });
    const guarded = await record({
      ...input,
      signerIdNumber: "11010519491231002X",
      signerRelation: "GUARDIAN",
    });
    expect(guarded.errors).toEqual([]);
  });

  test("another township's caller -> neither records, nor revokes, nor sees", async () => {
    const family = await anyFamily();
    const [{ idNumber }] = family.household.members;
    const { data } = await record(inputOf(family, idNumber));
    const elsewhere = { ...CIVIL_AFFAIRS, jurisdiction: ["330727"] };
    for (const [mutation, variables] of [
      [RECORD, { input: inputOf(family, idNumber) }],
      [REVOKE, { id: data.recordConsent.id }],
    ] as const) {
      const { errors } = await hub().ask(elsewhere, mutation, variables);
      expect(errors[0]?.extensions).toEqual({ code: "OUT_OF_JURISDICTION" });
    }
    const seen = await hub().ask(elsewhere, HISTORY, { idNumber });
    expect(seen.data.consents).toEqual([]);
  });

  test("under a duty without consents -> FIELD_NOT_AUTHORIZED", async () => {
    const { status, errors } = await hub().ask({ department: "县残联", duty: "3.2" }, HISTORY, {
      idNumber: "11010519491231002X",
    });
    expect(status).toBe(403);
    expect(errors[0]?.extensions).toMatchObject({ coordinate: "Query.consents" });
  });

  test("thirty of one person at once -> all are recorded, and one is in force", async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => record(consentInput(NOBODY))),
    );
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    const { data } = await hub().ask(CIVIL_AFFAIRS, HISTORY, { idNumber: NOBODY });
    const consents = data.consents as { inForce: boolean; versions: { reason: string }[] }[];
    expect(consents.map(({ versions }) => versions.at(-1)?.reason).sort()).toEqual([
      "application",
      ...Array<string>(29).fill("re-applied"),
    ]);
    expect(consents.filter(({ inForce }) => inForce)).toHaveLength(1);
  });

  test("a version is changed in the database -> refused", async () => {
    const { main } = hub().running.databases;
    for (const change of [
      "update consent.consent set state = 'GIVEN'",
      "delete from consent.consent",
    ]) {
      await expect(main.query(change)).rejects.toThrow(/never changed/);
    }
  });

  async function anyFamily(): Promise<Family> {
    const { data } = await hub().ask(
      CIVIL_AFFAIRS,
      '{ searchHouseholds(first: 1, filter: { township: "330726203" }) { edges { node { id } } } }',
    );
    const id: string = data.searchHouseholds.edges[0].node.id;
    return { id, ...(await read(id)) };
  }

  async function versions(idNumber: string): Promise<number> {
    const rows = await hub().running.databases.main.query(
      "select 1 from consent.consent where person = $1",
      [hub().sealing.personKey(idNumber)],
    );
    return rows.length;
  }
});

(TEST_SERVER === undefined ? test.skip : test)(
  "changes to one person's consents wait for another process -> what others ask is answered",
  async () => {
    const hub = await startTestHub({ server: TEST_SERVER });
    const other = new pg.Client({ connectionString: hub.environment["DATABASE_URL"] });
    const waiting = async () => {
      const held = "select 1 from pg_locks where locktype = 'advisory' and not granted";
      const { rowCount } = await other.query(
        `${held} and database = (select oid from pg_database where datname = current_database())`,
      );
      return rowCount;
    };
    try {
      await other.connect();
      await other.query("begin");
      await other.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [
        `consent ${hub.sealing.personKey(NOBODY)}`,
      ]);
      const input = consentInput(NOBODY);
      const changes = Array.from({ length: 20 }, () => hub.ask(CIVIL_AFFAIRS, RECORD, { input }));
      await within(10_000, async () => expect(await waiting()).toBe(1));
      const asked = await hub.ask(CIVIL_AFFAIRS, HISTORY, { idNumber: "110105194912310011" });
      expect(asked.errors).toEqual([]);
      expect(await waiting()).toBe(1);
      await other.query("commit");
      for (const { errors } of await Promise.all(changes)) expect(errors).toEqual([]);
    } finally {
      await other.end();
      await hub.close();
    }
  },
);
