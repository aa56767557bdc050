import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readConfig } from "../../src/config.js";
import type { Caller } from "../../src/identity/caller.js";
import { KEYS_FILE } from "../../src/identity/development-keys.js";
import { dataSealing, signingKey } from "../../src/identity/keys.js";
import { SealedReferences } from "../../src/identity/sealed-references.js";
import { issueToken } from "../../src/identity/token-issuer.js";
import { blueprint, departmentSlugs } from "../../src/index.js";
import { openLog } from "../../src/log.js";
import { startSubgraph, type Running } from "../../src/start-hub.js";
import { anyGround } from "../support/grounds.js";
import { post, type Answer } from "../support/hubs.js";

/** Who asks the department, past the hub. */
interface Client {
  readonly sub: string;
  readonly department: string;
  readonly duty: string;
  readonly case: string;
  readonly jurisdiction: string;
}

const MINE: Client = {
  sub: "hub",
  department: "县民政局",
  duty: "1.2",
  case: "CASE-1",
  jurisdiction: "330726",
};

const FIND = `query($r: [_Any!]!) { _entities(representations: $r) {
  __typename ... on Person { name } ... on Household { id } } }`;

anyGround((ground) => {
  let running: Running;
  let asked: (client: Client, query: string, variables?: object) => Promise<Answer>;
  let referenceSecret: string;
  let personKeys: string;
  let mine: {
    person: string;
    household: string;
    idNumber: string;
    key: string;
    householdId: string;
  };

  beforeAll(async () => {
    const environment = {
      ...ground().environment,
      PORT: "0",
      HUB_DEMONSTRATION_HOUSEHOLDS: "12",
    };
    const config = readConfig(environment, departmentSlugs);
    const plan = await blueprint();
    const home = plan.subgraphs.find(({ identity }) => identity.slug === "civil-affairs")!;
    running = await startSubgraph(plan, home, { config, log: openLog("silent") });
    const key = (await signingKey(config))!;
    asked = async ({ sub, department, duty, jurisdiction, case: reference }, query, variables) => {
      const claims = { sub, department, duties: [duty], jurisdiction: [jurisdiction] };
      const token = await issueToken(key, config.tokens, { ...claims, expires: "5m" });
      const headers = {
        authorization: `Bearer ${token}`,
        "hub-duty": duty,
        "hub-case": reference,
      };
      return post(`${running.url}/graphql`, headers, { query, variables });
    };
    const keys = await readFile(join(config.dataDirectory, KEYS_FILE), "utf8");
    personKeys = (await dataSealing(config)).personKeysId;
    ({ referenceSecret } = JSON.parse(keys) as { referenceSecret: string });
    const { data } = await asked(
      MINE,
      "{ searchHouseholds(first: 1) { edges { node { ref id members { ref idNumber } } } } }",
    );
    const { ref, id, members } = data.searchHouseholds.edges[0].node;
    mine = {
      household: ref,
      householdId: id,
      person: members[0].ref,
      idNumber: members[0].idNumber,
      key: (await dataSealing(config)).personKey(members[0].idNumber),
    };
  }, 120_000);
  afterAll(() => running?.close());

  const find = async (client: Client, ...representations: unknown[]) =>
    (await asked(client, FIND, { r: representations })).data?._entities;
  const person = (ref: unknown, more: object = {}) => ({ __typename: "Person", ref, ...more });
  /** A reference as the hub seals it, with another secret or at another time. */
  const sealed = (client: Client, { secret = referenceSecret, ago = 0, type = "Person" } = {}) =>
    new SealedReferences([secret], personKeys, () => Date.now() - ago * 1000).seal(
      type,
      type === "Person" ? mine.key : mine.householdId,
      {
        ...client,
        client: client.sub,
        jurisdiction: [client.jurisdiction],
      } as unknown as Caller,
    );

  test("a reference sealed for this caller finds its person, and so does one made just now", async () => {
    const found = [{ __typename: "Person", name: expect.any(String) }];
    expect(await find(MINE, person(mine.person))).toEqual(found);
    expect(await find(MINE, person(sealed(MINE)))).toEqual(found);
    expect(await find(MINE, person(sealed(MINE, { ago: 50 })))).toEqual(found);
  });

  describe("a representation that the hub did not seal for this request finds nobody, and says so", () => {
    test.each([
      ["made up", () => person("AAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")],
      ["sealed with a secret of one's own", () => person(sealed(MINE, { secret: "x".repeat(32) }))],
      ["expired", () => person(sealed(MINE, { ago: 61 }))],
      ["another department's", () => person(sealed({ ...MINE, department: "县医保局" }))],
      ["another duty's", () => person(sealed({ ...MINE, duty: "2.3" }))],
      ["another case's", () => person(sealed({ ...MINE, case: "CASE-2" }))],
      ["another client's", () => person(sealed({ ...MINE, sub: "other" }))],
      ["of another type", () => person(mine.household)],
      ["sealed for another type", () => person(sealed(MINE, { type: "Household" }))],
      ["an ID number for a reference", () => person(mine.idNumber)],
      ["an ID number beside no reference", () => person(undefined, { idNumber: mine.idNumber })],
      ["an ID number beside null", () => person(null, { idNumber: mine.idNumber })],
      ["a reference in a list", () => person([mine.person])],
      ["a reference in an object", () => person({ ref: mine.person })],
      ["under a type without entities", () => ({ __typename: "Marriage", ref: mine.person })],
      ["under a name of Object's", () => ({ __typename: "constructor", ref: mine.person })],
      ["under no type", () => ({ ref: mine.person })],
      ["with the signature cut", () => person(mine.person.slice(0, -4))],
      ["with more behind it", () => person(`${mine.person}.${mine.person}x`)],
    ])("%s", async (name, representation) => {
      const { status, data, errors } = await asked(MINE, FIND, { r: [representation()] });
      // What follows a second dot is no part of a reference: the rest is still the caller's own.
      if (name === "with more behind it" && data._entities[0] !== null) return;
      expect([status, data]).toEqual([200, { _entities: [null] }]);
      expect(errors.map(({ path, extensions }) => [path, extensions["code"]])).toEqual([
        [["_entities", 0], "SOURCE_UNAVAILABLE"],
      ]);
    });

    test("every bit of it counts", async () => {
      const [id, token = ""] = mine.person.split(".");
      const bytes = Buffer.from(token, "base64url");
      const flipped = [...bytes.keys()].map((place) => {
        const copy = Buffer.from(bytes);
        copy[place] = (copy[place] ?? 0) ^ 1;
        return person(`${id}.${copy.toString("base64url")}`);
      });
      expect(new Set(await find(MINE, ...flipped))).toEqual(new Set([null]));
    });

    test("the hub's own reference in the hands of another", async () => {
      for (const other of [
        { ...MINE, department: "县大数据局" },
        { ...MINE, duty: "2.3" },
        { ...MINE, case: "CASE-2" },
        { ...MINE, sub: "other" },
      ]) {
        expect(await find(other, person(mine.person))).toEqual([null]);
      }
    });

    test("the hub's own reference in the hands of a token that serves another place", async () => {
      const elsewhere = { ...MINE, jurisdiction: "330727" };
      const { data } = await asked(
        elsewhere,
        "query($n: IdNumber!) { person(idNumber: $n) { name } }",
        {
          n: mine.idNumber,
        },
      );
      expect(data).toEqual({ person: null });
      expect(await find(elsewhere, person(mine.person))).toEqual([null]);
    });

    test("one bad representation among good ones is null at its place alone", async () => {
      const good = { __typename: "Person", name: expect.any(String) };
      const own = person(mine.person);
      expect(await find(MINE, own, person(mine.idNumber), own)).toEqual([good, null, good]);
    });
  });

  test("a representation opens no field that the caller may not read", async () => {
    const query =
      "query($r: [_Any!]!) { _entities(representations: $r) { ... on Person { idNumber } } }";
    const other = { ...MINE, department: "县医保局", duty: "2.3" };
    const { status, data, errors } = await asked(other, query, { r: [person(sealed(other))] });
    expect([status, data]).toEqual([403, undefined]);
    expect(errors.map(({ extensions }) => extensions["coordinate"])).toEqual(["Person.idNumber"]);
  });

  test("a reference tells nothing of the person: no ID number, not the same twice", async () => {
    const { data } = await asked(MINE, "query($n: IdNumber!) { person(idNumber: $n) { ref } }", {
      n: mine.idNumber,
    });
    expect(data.person.ref).not.toBe(mine.person);
    for (const ref of [data.person.ref, mine.person]) {
      const token = Buffer.from(ref.split(".")[1], "base64url");
      expect(token.toString("latin1")).not.toContain(mine.idNumber);
      expect(token.toString("latin1")).not.toContain(mine.idNumber.slice(0, 8));
    }
  });

  test("the department's SDL shows the caller its own part alone", async () => {
    const other = { ...MINE, department: "县妇联", duty: "4.1" };
    const sdlOf = async (client: Client) =>
      (await asked(client, "{ _service { sdl } }")).data._service.sdl as string;
    expect(await sdlOf(MINE)).toContain("type Declaration");
    expect(await sdlOf(other)).not.toMatch(/Declaration|IncomeBand|certificateNumber/);
  });
});
