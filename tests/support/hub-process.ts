import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

/** How a process ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A process that serves the hub. */
export interface HubProcess {
  /** Of `/graphql`. */
  readonly url: string;
  readonly child: ChildProcess;
  readonly ended: Promise<Ending>;
  /** What it wrote to its log so far. */
  readonly log: () => string;
}

/**
 * Starts `hub serve` and waits until it says where it listens.
 * @throws Error with its log where it ends before.
 */
export async function startHubProcess(
  environment: Readonly<Record<string, string>>,
): Promise<HubProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", MAIN, "serve"], {
    // What is told of a test by this is not there where the hub is used.
    env: { ...process.env, NODE_ENV: "development", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<Ending>((resolve) =>
    child.once("exit", (code, signal) => resolve({ code, signal })),
  );
  let log = "";
  child.stderr.on("data", (chunk: Buffer) => (log += chunk.toString()));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      const found = /http:\S+\/graphql/.exec(line)?.[0];
      if (found) resolve(found);
    });
    void ended.then(({ code }) => reject(new Error(`the hub ended with ${code}: ${log}`)));
  });
  return { url, child, ended, log: () => log };
}
