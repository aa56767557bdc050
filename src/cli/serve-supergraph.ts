import { readFile } from "node:fs/promises";
import type { RunningServer } from "../gateway/http-listener.js";
import { loggable, type Log } from "../log.js";
import { allowAll } from "../policy/allow-all.js";
import { serveSupergraph } from "../serve-supergraph.js";

/** The policies that can be named on the command line. */
const POLICIES = { "allow-all": allowAll };

/** Milliseconds that a supergraph may take to arrive. */
const TIMEOUT = 10_000;

/**
 * Serves the supergraph in a file or at a URL under a named policy, for `hub serve --supergraph`.
 * @throws Error in production, and without a policy.
 */
export async function serveSupergraphFrom(
  source: string,
  policy: string | undefined,
  { host, port, log }: { readonly host: string; readonly port: number; readonly log: Log },
): Promise<RunningServer> {
  const production = process.env["NODE_ENV"] === "production";
  if (production) {
    throw new Error("--supergraph asks for no token: it is not served with NODE_ENV=production");
  }
  if (policy === undefined || !Object.hasOwn(POLICIES, policy)) {
    throw new Error(`--supergraph needs --policy ${Object.keys(POLICIES).join(", ")}`);
  }
  return serveSupergraph(await textOf(source), {
    policy: POLICIES[policy as keyof typeof POLICIES],
    host,
    port,
    production,
    onUnexpected: (error, audit) => log.error({ audit, ...loggable(error) }, "a request failed"),
  });
}

async function textOf(source: string): Promise<string> {
  if (!/^https?:\/\//i.test(source)) return readFile(source, "utf8");
  const response = await fetch(source, {
    redirect: "error",
    signal: AbortSignal.timeout(TIMEOUT),
  });
  if (!response.ok) throw new Error(`${source} answers HTTP ${response.status}`);
  return response.text();
}
