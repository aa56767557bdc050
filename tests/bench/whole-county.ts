import { spawn } from "node:child_process";
import { readFile, writeFile, mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { setInterval } from "node:timers/promises";
import { parseArgs } from "node:util";
import { CIPHER, SECRET } from "./at-rest.js";
import { processTime, seedOnce, serverProcessTimes, withClient } from "./database.js";
import { MACHINE } from "./options.js";
import { openIssuer } from "./tokens.js";

/** How far the cost of a household of the largest county may be from that of the smallest. */
const LINEAR = 1.25;

const HELP = `npm run bench -- whole-county [options]
  --sizes <a,b>    households of the counties, each verified whole (10000,50000,150000)
  --server <url>   PostgreSQL server, on which a database is made, and dropped, for each
                   (postgres://postgres@127.0.0.1:5432)
  --output <file>  JSON results (tests/bench/results/whole-county.json)
`;

const HUB = fileURLToPath(new URL("../../src/cli/hub.js", import.meta.url));
const DATA = fileURLToPath(new URL(".data/", import.meta.url));

/** What verifying a whole county cost. */
interface CountyCost {
  readonly households: number;
  readonly seconds: number;
  /** CPU milliseconds a household: of the hub, and of the database's servers. */
  readonly hub: number;
  readonly database: number;
}

const text = { type: "string" } as const;
const { values } = parseArgs({
  options: { sizes: text, server: text, output: text, help: { type: "boolean" } },
});
if (values.help) {
  process.stdout.write(HELP);
  process.exit(0);
}
const sizes = (values.sizes ?? "10000,50000,150000").split(",").map(Number);
const output =
  values.output ?? fileURLToPath(new URL("results/whole-county.json", import.meta.url));

const costs: CountyCost[] = [];
for (const size of sizes) costs.push(await verifyCounty(size));
const [least, most] = [perHousehold(costs[0]), perHousehold(costs.at(-1))];
const ratio = most / least;
process.stdout.write(
  `the largest county's household costs ${ratio.toFixed(3)} x the smallest's (at most ${LINEAR}: ${ratio <= LINEAR ? "met" : "missed"})\n`,
);
await mkdir(dirname(output), { recursive: true });
const results = { at: new Date().toISOString(), machine: MACHINE, costs, ratio };
await writeFile(output, `${JSON.stringify(results, null, 2)}\n`);

/** Seeds a county, verifies all of it in one process, and drops it. */
async function verifyCounty(households: number): Promise<CountyCost> {
  const server = new URL(values.server ?? "postgres://postgres@127.0.0.1:5432");
  const database = new URL(server);
  database.pathname = `hub_bench_county_${households}`;
  const drop = () =>
    withClient(new URL("/postgres", server).href, (client) =>
      client.query(`drop database if exists "${database.pathname.slice(1)}"`),
    );
  const issuer = await openIssuer(DATA);
  const environment = {
    ...process.env,
    DATABASE_URL: database.href,
    HUB_DATA: DATA,
    HUB_JWKS: issuer.jwks,
    HUB_SIGNING_KEY: issuer.key,
    HUB_REFERENCE_SECRETS: SECRET,
    HUB_AUDIT_SECRETS: SECRET,
    HUB_AUDIT_KEY: issuer.key,
    HUB_DATA_SECRETS: SECRET,
    HUB_DATA_CIPHER: CIPHER,
    HUB_DEMONSTRATION_HOUSEHOLDS: String(households),
  };
  await drop();
  try {
    await seedOnce(database.href, households, environment);
    const started = performance.now();
    const { hub, servers } = await reverify(database.href, environment);
    const cost = {
      households,
      seconds: (performance.now() - started) / 1000,
      hub: hub / 1000 / households,
      database: servers / 1000 / households,
    };
    process.stdout.write(
      `${households} households: ${cost.seconds.toFixed(0)} s, ${cost.hub.toFixed(2)} ms of CPU a household in the hub, ${cost.database.toFixed(2)} in the database\n`,
    );
    return cost;
  } finally {
    await drop();
  }
}

/** Runs `hub reverify` and answers the microseconds of CPU that it and the database's servers used. */
async function reverify(url: string, env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [HUB, "reverify", "--json"], {
    env,
    stdio: ["ignore", 2, 2],
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const watch = new AbortController();
  void ended.then(() => watch.abort());
  let hub = 0;
  const servers = new Map<string, number>();
  try {
    for await (const _ of setInterval(1000, null, { signal: watch.signal })) {
      const stat = await readFile(`/proc/${child.pid}/stat`, "utf8").catch(() => "");
      hub = Math.max(hub, processTime(stat));
      for (const [pid, time] of await serverProcessTimes(url)) servers.set(pid, time);
    }
  } catch (error) {
    if (!watch.signal.aborted) throw error;
  }
  const code = await ended;
  if (code !== 0) throw new Error(`hub reverify ended with ${code}`);
  return { hub, servers: [...servers.values()].reduce((sum, time) => sum + time, 0) };
}

function perHousehold(cost: CountyCost | undefined): number {
  return cost ? cost.hub + cost.database : NaN;
}
