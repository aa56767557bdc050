import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publishedKeys } from "../../../src/audit/checkpoint-signer.js";
import { verifyLog } from "../../../src/audit/verify-log.js";
import { readConfig } from "../../../src/config.js";
import { openDatabase } from "../../../src/database/open-database.js";
import { auditKeys, signingKey } from "../../../src/identity/keys.js";
import { issueToken } from "../../../src/identity/token-issuer.js";
import { departmentSlugs } from "../../../src/index.js";
import { startHubProcess, type HubProcess } from "../../support/hub-process.js";
import { post, type Answer } from "../../support/hubs.js";
import { startOwnCluster, type OwnCluster } from "../../support/own-cluster.js";
import { steadyLoad, type Received } from "../../support/steady-load.js";

/** Households of the county: enough for two batches of a re-verification. */
export const HOUSEHOLDS = 60;

/** Milliseconds that a department may take, and an answer beside. */
export const TIMEOUT = 1000;
export const BESIDE = 300;

/** One household, of every department. */
export const QUERY = `query ($id: ID!) { household(id: $id) { id members { name
  medicalInsurance { status } disability { category } agriculture { contractedArea }
  vehicles { kind } } } }`;

/** Two hubs in processes of their own, on one server of the test's own; agriculture has a database of its own there. */
export interface Stage {
  readonly cluster: OwnCluster;
  readonly hubs: HubProcess[];
  readonly environment: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** A household of several members. */
  readonly id: string;
  ask(
    hub: number,
    query: string,
    variables?: object,
    more?: Record<string, string>,
  ): Promise<Answer>;
  /** Keeps both hubs, or one, busy with the household. */
  load(
    hubs?: readonly number[],
    options?: { clients?: number; goesOn?: boolean },
  ): ReturnType<typeof steadyLoad>;
  /** Every answer that says it is on record is, and the chain holds. */
  expectRecorded(received: readonly Received[]): Promise<void>;
  close(): Promise<void>;
}

/** Starts the server, and both hubs at one moment on its empty databases. */
export async function openStage(): Promise<Stage> {
  const cluster = await startOwnCluster();
  const directory = await mkdtemp(join(tmpdir(), "hub-stage-"));
  await cluster.query("create database county");
  await cluster.query("create database farm");
  const environment = {
    PORT: "0",
    HUB_DATA: directory,
    DATABASE_URL: cluster.url("county"),
    AGRICULTURE_DATABASE_URL: cluster.url("farm"),
    HUB_DEMONSTRATION_HOUSEHOLDS: `${HOUSEHOLDS}`,
    HUB_SOURCE_TIMEOUT_MS: `${TIMEOUT}`,
  };
  const config = readConfig(environment, departmentSlugs);
  const key = await signingKey(config);
  if (!key) throw new Error("there is no development key");
  const token = await issueToken(key, config.tokens, {
    sub: "test",
    department: "县民政局",
    duties: ["1.2"],
    jurisdiction: ["330726"],
    expires: "1h",
  });
  const headers = { authorization: `Bearer ${token}`, "hub-duty": "1.2", "hub-case": "TEST-1" };
  const started = await Promise.allSettled([0, 1].map(() => startHubProcess(environment)));
  const hubs = started.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  const close = async () => {
    for (const { child, ended } of hubs) {
      child.kill("SIGKILL");
      await ended;
    }
    await cluster.remove();
    await rm(directory, { recursive: true, force: true });
  };
  for (const result of started) {
    if (result.status === "fulfilled") continue;
    await close();
    throw result.reason;
  }
  const ask: Stage["ask"] = (hub, query, variables = {}, more = {}) =>
    post(hubs[hub]?.url ?? "", { ...headers, ...more }, { query, variables });
  const { data } = await ask(
    0,
    "{ searchHouseholds(first: 50) { edges { node { id members { name } } } } }",
  );
  const edges = data.searchHouseholds.edges as { node: { id: string; members: object[] } }[];
  const id = edges.find(({ node }) => node.members.length > 2)?.node.id ?? "";
  return {
    cluster,
    hubs,
    environment,
    headers,
    id,
    ask,
    load: (on = [0, 1], options = {}) =>
      steadyLoad(
        on.map((hub) => hubs[hub]?.url ?? ""),
        headers,
        () => ({ query: QUERY, variables: { id } }),
        options,
      ),
    async expectRecorded(received) {
      const database = await openDatabase({ url: cluster.url("county"), max: 1 });
      try {
        const rows = await database.query<{ id: string }>(
          "select id::text as id from audit.record",
        );
        const recorded = new Set(rows.map((row) => row.id));
        const said = received.filter(({ codes }) => !codes.includes("AUDIT_UNAVAILABLE"));
        expect(said.filter(({ audit }) => !recorded.has(audit))).toEqual([]);
        const { signing } = await auditKeys(config);
        expect((await verifyLog(database, await publishedKeys(signing))).faults).toEqual([]);
      } finally {
        await database.close();
      }
    },
    close,
  };
}
