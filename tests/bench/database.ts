import { spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";

const HUB = fileURLToPath(new URL("../../src/cli/hub.js", import.meta.url));

/** Makes the database and seeds it through `hub seed`, unless it holds a county of this size. */
export async function seedOnce(
  url: string,
  households: number,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  await createWhereMissing(url);
  const seeded = await seededHouseholds(url);
  if (seeded === households) return;
  if (seeded !== undefined) {
    throw new Error(
      `${new URL(url).pathname.slice(1)} holds ${seeded} households, not ${households}: name another database, or drop it`,
    );
  }
  process.stderr.write(`seeding ${households} households, once\n`);
  await run([HUB, "seed", "--households", String(households)], environment);
  await withClient(url, (client) => client.query("vacuum analyze"));
}

/** CPU that the servers of this database's connections have used, in microseconds by process id. */
export async function serverProcessTimes(url: string): Promise<Map<string, number>> {
  const name = new URL(url).pathname.slice(1);
  const times = new Map<string, number>();
  for (const pid of await readdir("/proc").catch(() => [])) {
    if (!/^\d+$/.test(pid)) continue;
    const title = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    if (!title.startsWith("postgres: ") || !title.includes(` ${name} `)) continue;
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
    times.set(pid, processTime(stat));
  }
  return times;
}

/** CPU in microseconds that a process has used, from its `/proc/<pid>/stat`; 0 where it is gone. */
export function processTime(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  // utime and stime, in ticks of which Linux tells programs there are 100 a second.
  return (Number(fields[11]) + Number(fields[12])) * 10_000 || 0;
}

/** What was used between two readings; of connections that ended in between only what they used before. */
export function timeBetween(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): number {
  let sum = 0;
  for (const [pid, time] of after) sum += time - (before.get(pid) ?? 0);
  return sum;
}

/** Runs `work` on a connection of its own. */
export async function withClient<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function createWhereMissing(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  const server = new URL(url);
  server.pathname = "postgres";
  await withClient(server.href, async (client) => {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (rowCount === 0) await client.query(`create database "${name}"`);
  });
}

async function seededHouseholds(url: string): Promise<number | undefined> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ there: boolean }>(
      "select to_regclass('hub.demonstration') is not null as there",
    );
    if (!rows[0]?.there) return undefined;
    const found = await client.query<{ households: number }>(
      "select max(households) as households from hub.demonstration",
    );
    return found.rows[0]?.households ?? undefined;
  });
}

function run(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env: environment, stdio: ["ignore", 2, 2] });
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`${args.join(" ")} ended with ${code}`)),
    );
  });
}
