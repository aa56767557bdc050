import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { publishedKeys } from "../../src/audit/checkpoint-signer.js";
import { verifyLog } from "../../src/audit/verify-log.js";
import { readConfig } from "../../src/config.js";
import { auditKeys } from "../../src/identity/keys.js";
import { departmentSlugs } from "../../src/index.js";
import { TEST_SERVER } from "../support/databases.js";
import { post, startTestHub, type TestHub } from "../support/hubs.js";
import { IDS_QUERY } from "../support/queries.js";

const MAIN = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

/** How often the hub is killed. */
const KILLS = 20;

/** Answers that a client has when the hub is killed. */
const ANSWERS = 30;

const onServer = TEST_SERVER === undefined ? describe.skip : describe;

onServer("a hub killed under load", () => {
  let beside: TestHub;
  beforeAll(async () => {
    beside = await startTestHub({ server: TEST_SERVER });
  }, 60_000);
  afterAll(() => beside?.close());

  test("the log is whole, and every answer that a client has is in it", async () => {
    const received: string[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) received.push(...(await killUnderLoad()));
    const rows = await beside.running.databases.main.query<{ id: string }>(
      "select id::text as id from audit.record",
    );
    const recorded = new Set(rows.map(({ id }) => id));
    expect(received.length).toBeGreaterThanOrEqual(KILLS * ANSWERS);
    expect(received.filter((id) => !recorded.has(id))).toEqual([]);
    const { signing } = await auditKeys(readConfig(beside.environment, departmentSlugs));
    const report = await verifyLog(beside.running.databases.main, await publishedKeys(signing));
    expect(report.faults).toEqual([]);
  }, 300_000);

  /** Starts a hub, asks it on eight connections, kills it; the audit ids of the answers that arrived. */
  async function killUnderLoad(): Promise<string[]> {
    const { child, url } = await serve();
    const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    const headers = {
      authorization: `Bearer ${await beside.token()}`,
      "hub-duty": "1.2",
      "hub-case": "TEST-1",
    };
    const received: string[] = [];
    const ask = async () => {
      for (;;) {
        const answer = await post(url, headers, {
          query: IDS_QUERY,
          variables: { first: 20 },
        }).catch(() => null);
        if (!answer) return;
        received.push((answer.extensions["hub"] as { audit: string }).audit);
        if (received.length === ANSWERS) child.kill("SIGKILL");
      }
    };
    await Promise.all(Array.from({ length: 8 }, ask));
    await gone;
    return received;
  }

  async function serve(): Promise<{ child: ChildProcess; url: string }> {
    const child = spawn(process.execPath, ["--import", "tsx", MAIN, "serve"], {
      env: { ...process.env, HUB_ACCESS_LOG: "none", ...beside.environment },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const url = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout }).on("line", (line) => {
        const found = /http:\S+/.exec(line)?.[0];
        if (found) resolve(found);
      });
      child.once("exit", () => reject(new Error("the hub stopped")));
    });
    return { child, url };
  }
});
