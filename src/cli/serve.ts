import { Command } from "commander";
import type { Config } from "../config.js";
import { issueToken } from "../identity/token-issuer.js";
import { signingKey } from "../identity/keys.js";
import { blueprint, departmentSlugs, type Blueprint } from "../index.js";
import { openLog } from "../log.js";
import { startHub, startSubgraph } from "../start-hub.js";
import { environmentConfig } from "./environment.js";
import { progressBar } from "./progress.js";
import { stopOnSignal } from "./stop-on-signal.js";

/** `hub serve`: the hub, until it is told to stop. */
export function serveCommand(): Command {
  return new Command("serve")
    .description("serve the hub; PORT, HOST, DATABASE_URL and <DEPARTMENT>_URL say how")
    .option("--port <port>", "port to listen on (PORT, 4000)")
    .option(
      "--supergraph <file or url>",
      "serve this supergraph instead, without tokens, for suites",
    )
    .option("--policy <policy>", "what is decided by with --supergraph: allow-all")
    .action(async ({ port, supergraph, policy }: ServeOptions) => {
      if (supergraph !== undefined) return serveAnother(supergraph, policy, port);
      const config = environmentConfig({ PORT: port ?? process.env["PORT"] });
      const plan = await blueprint();
      const progress = progressBar("importing the demonstration county");
      const running = await startHub(plan, {
        config,
        log: openLog("info"),
        onImport: progress.update,
      });
      progress.end();
      stopOnSignal(running, config.shutdownTimeout);
      process.stdout.write(await welcome(running.url, config, plan));
    });
}

interface ServeOptions {
  readonly port?: string;
  readonly supergraph?: string;
  readonly policy?: string;
}

/** Milliseconds that running requests of another supergraph have to end. */
const SHUTDOWN_TIMEOUT = 20_000;

async function serveAnother(
  supergraph: string,
  policy: string | undefined,
  port: string | undefined,
): Promise<void> {
  const { serveSupergraphFrom } = await import("./serve-supergraph.js");
  const running = await serveSupergraphFrom(supergraph, policy, {
    host: process.env["HOST"] ?? "127.0.0.1",
    port: Number(port ?? process.env["PORT"] ?? 4000),
    log: openLog("info"),
  });
  stopOnSignal(running, SHUTDOWN_TIMEOUT);
  process.stdout.write(`${supergraph} at ${running.url}/graphql, open to everybody\n`);
}

/** `hub subgraph <department>`: one department alone. */
export function subgraphCommand(): Command {
  return new Command("subgraph")
    .description("serve one department's subgraph alone, for a federated hub or any router")
    .argument("<department>", departmentSlugs.join(", "))
    .option("--port <port>", "port to listen on (PORT, 4001)")
    .action(async (slug: string, { port }: { port?: string }) => {
      const config = environmentConfig({ PORT: port ?? process.env["PORT"] ?? "4001" });
      const plan = await blueprint();
      const subgraph = plan.subgraphs.find(({ identity }) => identity.slug === slug);
      if (!subgraph) {
        throw new Error(`no department ${slug}; there are ${departmentSlugs.join(", ")}`);
      }
      const running = await startSubgraph(plan, subgraph, { config, log: openLog("info") });
      stopOnSignal(running, config.shutdownTimeout);
      process.stdout.write(`${subgraph.identity.name} (${slug}) at ${running.url}/graphql\n`);
    });
}

/** What a newcomer needs to see when the hub is ready. */
async function welcome(url: string, config: Config, { policy }: Blueprint): Promise<string> {
  const lines = [`Pujiang data hub at ${url}/graphql`, `policy ${policy.hash.slice(0, 12)}`];
  const key = await signingKey(config);
  if (!key || config.production) return `${lines.join("\n")}\n`;
  const token = await issueToken(key, config.tokens, {
    sub: "quick-start",
    department: "县民政局",
    duties: ["1.2"],
    jurisdiction: ["330726"],
    expires: "8h",
  });
  const query = "{ searchHouseholds(first: 1) { edges { node { id members { name age } } } } }";
  return `${lines.join("\n")}

A token for 县民政局 under duty 1.2, good for 8 hours:
${token}

Try it:
curl -s ${url}/graphql -H 'content-type: application/json' -H 'hub-duty: 1.2' -H 'hub-case: DEMO-1' -H 'authorization: Bearer ${token}' -d '${JSON.stringify({ query })}'
`;
}
