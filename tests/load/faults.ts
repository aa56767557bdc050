import pg from "pg";
import { startHubProcess, type HubProcess } from "../support/hub-process.js";

/** What faults are made with. */
export interface Theatre {
  readonly databaseUrl: string;
  readonly environment: Readonly<Record<string, string>>;
  /** The hubs; the last one is stopped and started, the others stay. */
  readonly hubs: HubProcess[];
  /** Milliseconds a department may take. */
  readonly sourceTimeout: number;
}

/** Something that goes wrong for a while, and is put right. */
export interface LoadFault {
  readonly name: string;
  run(theatre: Theatre): Promise<void>;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function connected(
  url: string,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function locked(table: string): LoadFault {
  return {
    name: `${table} locked`,
    run: ({ databaseUrl, sourceTimeout }) =>
      connected(databaseUrl, async (client) => {
        await client.query(`begin; lock table ${table} in access exclusive mode`);
        await pause(2 * sourceTimeout);
        await client.query("rollback");
      }),
  };
}

const CONNECTIONS_CUT: LoadFault = {
  name: "every connection of the database cut",
  run: ({ databaseUrl }) =>
    connected(databaseUrl, (client) =>
      client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()`,
      ),
    ),
};

const HUB_RESTARTED: LoadFault = {
  name: "a hub stopped by SIGTERM and started",
  async run({ hubs, environment }) {
    const leaving = hubs.pop();
    if (!leaving) return;
    leaving.child.kill("SIGTERM");
    const { code, signal } = await leaving.ended;
    hubs.push(await startHubProcess(environment));
    if (code !== 0) throw new Error(`the hub ended with ${String(code ?? signal)}`);
  },
};

const HUB_FROZEN: LoadFault = {
  name: "a hub stands still for a second",
  async run({ hubs }) {
    const child = hubs.at(-1)?.child;
    child?.kill("SIGSTOP");
    await pause(1000);
    child?.kill("SIGCONT");
  },
};

/** In this order, over and over. */
export const LOAD_FAULTS: readonly LoadFault[] = [
  locked("disabled_federation.disability"),
  CONNECTIONS_CUT,
  HUB_RESTARTED,
  locked("agriculture.agriculture"),
  HUB_FROZEN,
];
