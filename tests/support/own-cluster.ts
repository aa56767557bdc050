import { execFileSync, spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

/** PostgreSQL's programs; null where they are not installed. */
const PROGRAMS = programs();

/** Whether a server of its own can be started here; the tests that need one say so where not. */
export const HAS_POSTGRES = PROGRAMS !== null;

/** Whether a disk of its own, small enough to be filled, can be given to it. */
export const HAS_SMALL_DISK = process.getuid?.() === 0 && canMount();

/** Megabytes of the small disk. */
const SMALL_DISK = 400;

/** A PostgreSQL server of a test's own, to be stopped, killed and starved. */
export interface OwnCluster {
  /** Where its data is. */
  readonly directory: string;
  /** URL of a database on it. */
  url(database: string): string;
  /** Runs statements on a connection of their own, in its database `postgres` unless another is named. */
  query(sql: string, database?: string): Promise<Record<string, unknown>[]>;
  /** Starts it where it does not run, and waits until it answers. */
  start(): Promise<void>;
  /** Ends it: `fast` closes connections, `immediate` is a crash. */
  stop(mode: "fast" | "immediate"): Promise<void>;
  /** Ends it and removes what it kept. */
  remove(): Promise<void>;
}

/** Makes and starts a server in a directory of its own, on a small disk where there can be one. */
export async function startOwnCluster(): Promise<OwnCluster> {
  const directory = mkdtempSync(join(tmpdir(), "hub-cluster-"));
  if (HAS_SMALL_DISK)
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${SMALL_DISK}m`, "tmpfs", directory]);
  const owner = ownerOf(directory);
  const data = join(directory, "data");
  const run = (program: string, args: string[]) => {
    const { status, stderr } = spawnSync(join(PROGRAMS ?? "", program), args, {
      ...owner,
      cwd: directory,
    });
    if (status !== 0) throw new Error(`${program} failed: ${String(stderr)}`);
  };
  run("initdb", [
    "-D",
    data,
    "-U",
    "postgres",
    "-A",
    "trust",
    "--no-sync",
    "--wal-segsize=1",
    "-E",
    "UTF8",
    "--no-locale",
  ]);
  const port = await freePort();
  const settings = [
    `port=${port}`,
    `unix_socket_directories=${directory}`,
    "listen_addresses=127.0.0.1",
    "max_wal_size=64MB",
    "min_wal_size=16MB",
  ];
  let server: ChildProcess | undefined;
  const query = async (sql: string, database = "postgres") => {
    const client = new pg.Client({ connectionString: url(database) });
    client.on("error", () => undefined);
    await client.connect();
    try {
      const result: pg.QueryResult | pg.QueryResult[] = await client.query(sql);
      return (Array.isArray(result) ? result.at(-1) : result)?.rows ?? [];
    } finally {
      await client.end();
    }
  };
  const url = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`;
  const runs = () => server && server.exitCode === null && server.signalCode === null;
  const start = async () => {
    const arguments_ = ["-D", data, ...settings.flatMap((setting) => ["-c", setting])];
    const options = { ...owner, cwd: directory, stdio: "ignore" as const };
    while (!(runs() && (await query("select 1").catch(() => null)))) {
      if (!runs()) server = spawn(join(PROGRAMS ?? "", "postgres"), arguments_, options);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const stop = async (mode: "fast" | "immediate") => {
    const stopping = server;
    if (!stopping || !runs()) return;
    const ended = new Promise((resolve) => stopping.once("exit", resolve));
    stopping.kill(mode === "fast" ? "SIGINT" : "SIGQUIT");
    await ended;
  };
  await start();
  return {
    directory,
    url,
    query,
    start,
    stop,
    async remove() {
      await stop("immediate");
      if (HAS_SMALL_DISK) execFileSync("umount", ["--lazy", directory]);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The server does not run as root. */
function ownerOf(directory: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"]).toString());
  const owner = { uid: id("-u"), gid: id("-g") };
  chownSync(directory, owner.uid, owner.gid);
  return owner;
}

function programs(): string | null {
  const parent = "/usr/lib/postgresql";
  if (!existsSync(parent)) return null;
  const [latest] = readdirSync(parent).sort((a, b) => Number(b) - Number(a));
  const folder = join(parent, latest ?? "", "bin");
  return existsSync(join(folder, "initdb")) ? folder : null;
}

function canMount(): boolean {
  const directory = mkdtempSync(join(tmpdir(), "hub-mount-"));
  const mounted =
    spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", directory]).status === 0;
  if (mounted) spawnSync("umount", [directory]);
  rmSync(directory, { recursive: true });
  return mounted;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
