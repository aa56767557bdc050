import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeJwt } from "jose";
import { readConfig, type Config } from "../../../src/config.js";
import { developmentKeys } from "../../../src/identity/development-keys.js";
import { openVerifier } from "../../../src/identity/open-verifier.js";
import { departmentSlugs } from "../../../src/index.js";
import { openLog } from "../../../src/log.js";
import { startSubgraph, type Running } from "../../../src/start-hub.js";
import { TEST_SERVER } from "../../support/databases.js";
import { startTestHub, type TestHub } from "../../support/hubs.js";
import { newKeys, outcome, register } from "../support.js";
import { ClientSystem, dpopProof, outcomeOf, registryOf } from "./client-system.js";
import type { Received } from "./send.js";
import { sentDuring } from "../../support/sent-requests.js";
import { within } from "../../support/within.js";

const UNAUTHENTICATED = [401, "UNAUTHENTICATED"];
const QUERY = `{ searchHouseholds(first: 5) { edges { node {
  id members { name agriculture { contractedArea } } } } } }`;

const SERVERS: [name: string, server: string | undefined][] = [
  ["pglite, each on its own", undefined],
];
if (TEST_SERVER !== undefined) SERVERS.push(["postgres, both on one database", TEST_SERVER]);

describe.each(SERVERS)("a department elsewhere, on %s", (_name, server) => {
  let directory: string;
  let hub: TestHub;
  let department: Running;
  let config: Config;
  let system: ClientSystem;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "federated-"));
    const { open, secret } = await newKeys();
    const [jwks, key] = [join(directory, "jwks.json"), join(directory, "key.json")];
    await writeFile(jwks, JSON.stringify({ keys: [open] }));
    await writeFile(key, JSON.stringify(secret));
    const shared = {
      HUB_REFERENCE_SECRETS: "the secret of this test is long enough",
      HUB_REGISTERED_CLIENTS_ONLY: "true",
    };
    const port = String(await freePort());
    hub = await startTestHub({
      server,
      environment: {
        ...shared,
        HUB_SIGNING_KEY: key,
        AGRICULTURE_URL: `http://127.0.0.1:${port}/graphql`,
      },
    });
    const { DATABASE_URL, HUB_DEMONSTRATION_HOUSEHOLDS } = hub.environment;
    config = readConfig(
      {
        ...shared,
        PORT: port,
        HUB_JWKS: jwks,
        HUB_DATA: directory,
        HUB_DATA_SECRETS: (await developmentKeys(hub.dataDirectory)).dataSecret,
        DATABASE_URL,
        HUB_DEMONSTRATION_HOUSEHOLDS,
      },
      departmentSlugs,
    );
    const agriculture = hub.plan.subgraphs.find(({ identity }) => identity.slug === "agriculture");
    department = await startSubgraph(hub.plan, agriculture!, { config, log: openLog("silent") });
    system = await ClientSystem.registered(hub.running);
    const token = await system.token();
    await within(5000, async () => expect(outcomeOf(await ask(token))).toEqual([200]));
  }, 120_000);
  afterAll(async () => {
    await department?.close();
    await hub?.close();
    await rm(directory, { recursive: true, force: true });
  });

  const ask = (token: string) => system.ask(`Bearer ${token}`, {}, QUERY);

  test("a token bound to a key -> the same answer as a bearer token", async () => {
    const answer = await ask(await system.token());
    expect(outcomeOf(answer)).toEqual([200]);
    expect(answer.text).toMatch(/"contractedArea":"?\d/);
    const holder = await newKeys();
    const bound = await system.token({ dpop: await dpopProof(holder, system.endpoint) });
    const dpop = await dpopProof(holder, system.graphql, { token: bound });
    const same = await system.ask(`DPoP ${bound}`, { dpop }, QUERY);
    expect(same.json.data).toEqual(answer.json.data);
  });

  test("what the hub says to the department -> a minute, this duty, this department, nowhere else", async () => {
    const token = await system.token();
    const word = await overheard(department.url, () => ask(token));
    expect(word).not.toBe(token);
    const { iat = 0, exp = 0, ...claims } = decodeJwt(word);
    expect(exp - iat).toBe(60);
    expect(claims).toMatchObject({
      sub: system.id,
      aud: "pujiang-data-hub/agriculture",
      duties: ["1.2"],
      jurisdiction: ["330726"],
    });
    expect(outcomeOf(await ask(word))).toEqual(UNAUTHENTICATED);
    const doorOf = (slug: string) =>
      openVerifier(config, register, hub.running.databases.main, slug);
    expect(await outcome(await doorOf("agriculture"), word)).toBe("accepted");
    expect(await outcome(await doorOf("big-data"), word)).toMatch(/^UNAUTHENTICATED: .* aud/);
    const headers = { "hub-duty": "2.2" };
    const direct = await onDepartment(word, headers);
    expect(outcomeOf(direct)).toEqual([403, "DUTY_NOT_ASSIGNED"]);
  });

  test("a client asking the department itself -> as its own register of clients says", async () => {
    const expected = server === undefined ? UNAUTHENTICATED : [200];
    expect(outcomeOf(await onDepartment(await system.token()))).toEqual(expected);
  });

  test("suspended -> refused within 5 s on the way to the department", async () => {
    const token = await system.token();
    expect(outcomeOf(await ask(token))).toEqual([200]);
    await registryOf(hub.running).suspend(system.id);
    await within(5000, async () => expect(outcomeOf(await ask(token))).toEqual(UNAUTHENTICATED));
  });

  /** Asks the department's own door. */
  const onDepartment = (token: string, headers = {}): Promise<Received> =>
    system.at(department.url).ask(`Bearer ${token}`, headers, "{ __typename }");
});

/** The bearer token of the first request that goes to an address during `work`. */
async function overheard(address: string, work: () => Promise<unknown>): Promise<string> {
  const sent = await sentDuring(work);
  const first = sent.find(({ url }) => url.startsWith(address));
  return first?.authorization.replace("Bearer ", "") ?? "";
}

/** A port that nothing listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
