import { spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { createInterface } from "node:readline";
import type { TestHub } from "./hubs.js";
import { copyTemplateFor } from "./templates.js";

const MAIN = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

/** A department served by a process of its own. */
export interface SubgraphProcess {
  readonly slug: string;
  readonly url: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

/**
 * Starts `hub subgraph <slug>` on a free port, embedded on the data that test hubs have, and
 * waits until it says where it listens.
 */
export async function startSubgraphProcess(
  slug: string,
  { dataDirectory, environment }: Pick<TestHub, "dataDirectory" | "environment">,
): Promise<SubgraphProcess> {
  if (environment["DATABASE_URL"] === undefined) await copyTemplateFor(slug, dataDirectory);
  const child = spawn(
    process.execPath,
    ["--import", "tsx", MAIN, "subgraph", slug, "--port", "0"],
    { env: { ...process.env, ...environment }, stdio: ["ignore", "pipe", "pipe"] },
  );
  const stopped = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let complaint = "";
  child.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      const found = /http:\S+/.exec(line)?.[0];
      if (found) resolve(found);
    });
    child.once("exit", () => reject(new Error(`subgraph ${slug} stopped: ${complaint}`)));
  });
  const stop = () => {
    child.kill("SIGTERM");
    return stopped;
  };
  return { slug, url, process: child, stop };
}
