import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../../src/config.js";
import { signingKey } from "../../src/identity/keys.js";
import { issueToken } from "../../src/identity/token-issuer.js";
import { departmentSlugs } from "../../src/index.js";
import { createDatabase } from "../support/databases.js";
import { startHubProcess, type HubProcess } from "../support/hub-process.js";
import { closedLoop, openLoop } from "./arrivals.js";
import { AskedLoad } from "./asked-load.js";
import { Client } from "./client.js";
import type { Verdict } from "./judge.js";
import { MemoryWatch, type MemoryCourse } from "./memory.js";
import { makeWorkloads, type TokenFor, type Workload } from "./workloads.js";
import { faultsEvery } from "./faults-every.js";
import { recordsOf } from "./records.js";

/** How a load is run. */
export interface LoadOptions {
  /** PostgreSQL server to make a database on. */
  readonly server: string;
  readonly households: number;
  /** Seconds under load. */
  readonly seconds: number;
  /** Of the capacity, 0 to 1. */
  readonly share: number;
  /** Seconds for which capacity is measured before. */
  readonly capacitySeconds: number;
  /** Seconds from one fault to the next. */
  readonly faultEvery: number;
  /** Hears how it goes. */
  readonly say: (line: string) => void;
}

/** What a load came to. */
export interface LoadOutcome {
  /** Requests a second: found, and asked for. */
  readonly capacity: number;
  readonly rate: number;
  readonly requests: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** The first answers that were wrong, as they came. */
  readonly wrong: readonly string[];
  /** Requests that a broken connection made a client send again. */
  readonly retried: number;
  /** Milliseconds from when a request was due: of all, and of those due more than ten seconds from a fault. */
  readonly all: Quantiles;
  readonly quiet: Quantiles;
  readonly faults: readonly string[];
  /** Answers without a record, and records without an answer. */
  readonly unrecorded: number;
  readonly unanswered: number;
  /** What is wrong with the chain of records. */
  readonly chainFaults: readonly unknown[];
  /** Of the hub that was never stopped. */
  readonly memory: MemoryCourse;
}

interface Quantiles {
  readonly p50: number;
  readonly p99: number;
}

const CLIENT = "load";
const SOURCE_TIMEOUT = 1000;
const WORKERS = 16;

/** Households that are asked about at most: so many answers are kept to compare with. */
const PLACES = 200;

/** Runs two hubs on a database of their own under load, with a fault every now and then, and holds every answer against one given in quiet. */
export async function runLoad(options: LoadOptions): Promise<LoadOutcome> {
  const { server, households, say } = options;
  const directory = await mkdtemp(join(tmpdir(), "hub-load-"));
  const database = await createDatabase(server);
  const environment = {
    PORT: "0",
    HUB_DATA: directory,
    DATABASE_URL: database.url,
    HUB_DEMONSTRATION_HOUSEHOLDS: `${households}`,
    HUB_SHUTDOWN_TIMEOUT_MS: "60000",
    HUB_SOURCE_TIMEOUT_MS: `${SOURCE_TIMEOUT}`,
  };
  const config = readConfig(environment, departmentSlugs);
  const key = await signingKey(config);
  if (!key) throw new Error("there is no development key");
  const tokenFor: TokenFor = (department, duty) =>
    issueToken(key, config.tokens, {
      sub: CLIENT,
      department,
      duties: [duty],
      jurisdiction: ["330726"],
      expires: "8h",
    });
  const hubs: HubProcess[] = [];
  const client = new Client(() => hubs.map(({ url }) => url));
  const stop = async () => {
    for (const { child, ended } of hubs) {
      child.kill("SIGTERM");
      await ended;
    }
  };
  try {
    for (let hub = 0; hub < 2; hub += 1) hubs.push(await startHubProcess(environment));
    say("two hubs are there");
    let isOver = false;
    const [steady] = hubs;
    void steady?.ended.then(({ code, signal }) => {
      if (!isOver)
        say(`the hub that stays has ended with ${code ?? signal}: ${steady.log().slice(-4000)}`);
    });
    const places = Math.min(PLACES, households);
    const load = await new AskedLoad(client, await workloadsOf(client, tokenFor), places).prepare();
    const { answered } = load;
    const capacity = await closedLoop(WORKERS, options.capacitySeconds, (n) => load.ask(n));
    const rate = Math.max(1, capacity * options.share);
    say(`capacity ${capacity.toFixed(0)} requests a second; now ${rate.toFixed(0)}`);
    load.forget();
    const memory = new MemoryWatch(hubs[0]?.child.pid ?? 0, 2000);
    const theatre = { databaseUrl: database.url, environment, hubs, sourceTimeout: SOURCE_TIMEOUT };
    const faults = faultsEvery(options.faultEvery, async (fault) => {
      say(`fault: ${fault.name}`);
      load.faultAt.push(performance.now());
      await fault.run(theatre);
    });
    await openLoop(rate, options.seconds, (n, due) => load.ask(n, due));
    const injected = await faults.stop();
    const course = memory.stop();
    const died = hubs.find(({ child }) => child.exitCode !== null || child.signalCode !== null);
    if (died) throw new Error(`a hub died: ${died.log().slice(-2000)}`);
    isOver = true;
    await stop();
    const records = await recordsOf(database.url, config, CLIENT);
    const kept = [...answered].filter(([, verdict]) => verdict !== "UNAVAILABLE");
    return {
      capacity,
      rate,
      requests: load.latencies.length,
      verdicts: load.verdicts,
      wrong: load.wrong,
      retried: client.retried,
      all: quantiles(load.latencies.map(({ took }) => took)),
      quiet: quantiles(
        load.latencies.filter(({ due }) => load.isQuiet(due)).map(({ took }) => took),
      ),
      faults: injected,
      unrecorded: kept.filter(([audit]) => !records.ids.has(audit)).length,
      unanswered: [...records.ids].filter((id) => !answered.has(id)).length,
      chainFaults: records.faults,
      memory: course,
    };
  } finally {
    client.close();
    await stop();
    await database.drop();
    await rm(directory, { recursive: true, force: true });
  }
}

function quantiles(values: readonly number[]): Quantiles {
  const sorted = Float64Array.from(values).sort();
  const at = (part: number) => sorted[Math.floor(sorted.length * part)] ?? NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

async function workloadsOf(client: Client, tokenFor: TokenFor): Promise<readonly Workload[]> {
  const reply = await client.send({
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${await tokenFor("县民政局", "1.2")}`,
      "hub-duty": "1.2",
      "hub-case": "LOAD-0",
    },
    body: JSON.stringify({
      query: `{ searchHouseholds(first: ${PLACES}) { edges { node { id } } } }`,
    }),
  });
  const { data } = JSON.parse(reply.text) as {
    data: { searchHouseholds: { edges: { node: { id: string } }[] } };
  };
  return makeWorkloads(
    data.searchHouseholds.edges.map(({ node }) => node.id),
    tokenFor,
  );
}
