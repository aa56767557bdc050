import { Command } from "commander";
import type { Config } from "../config.js";
import { departmentToken } from "../identity/department-token.js";
import type { Subgraph } from "../department/subgraph.js";
import { signingKey } from "../identity/keys.js";
import { blueprint, departmentSlugs, type Blueprint } from "../index.js";
import { openAccessLog, openLog } from "../log.js";
import { startHub, startSubgraph } from "../start-hub.js";
import { environmentConfig } from "./environment.js";
import { progressBar } from "./progress.js";
import { stopOnSignal } from "./stop-on-signal.js";

/** `hub serve`: the hub, until it is told to stop. */
export function serveCommand(): Command {
  return new Command("serve")
    .description("serve the hub; PORT, HOST, DATABASE_URL and <DEPARTMENT>_URL say how")
    .option("--port <port>", "port to listen on (PORT, 4000)")
    .option("--json", "say where it listens as one line of JSON")
    .option(
      "--supergraph <file or url>",
      "serve this supergraph instead, without tokens, for suites",
    )
    .option("--policy <policy>", "what is decided by with --supergraph: allow-all")
    .action(async ({ port, json, supergraph, policy }: ServeOptions) => {
      if (supergraph !== undefined) return serveAnother(supergraph, { policy, port, json });
      const config = environmentConfig({ PORT: port ?? process.env["PORT"] });
      const plan = await blueprint();
      const progress = progressBar("importing the demonstration county");
      const running = await startHub(plan, {
        config,
        log: openLog(config.telemetry.logLevel),
        accessLog: openAccessLog(config.telemetry.accessLog),
        onImport: progress.update,
      });
      progress.end();
      stopOnSignal(running, config.shutdownTimeout);
      process.stdout.write(
        json
          ? `${JSON.stringify({ url: running.url, policy: plan.policy.hash })}\n`
          : await welcome(running.url, config, plan),
      );
    });
}

interface ServeOptions {
  readonly port?: string;
  readonly json?: boolean;
  readonly supergraph?: string;
  readonly policy?: string;
}

/** Milliseconds that running requests of another supergraph have to end. */
const SHUTDOWN_TIMEOUT = 20_000;

async function serveAnother(
  supergraph: string,
  { policy, port, json }: Omit<ServeOptions, "supergraph">,
): Promise<void> {
  const { serveSupergraphFrom } = await import("./serve-supergraph.js");
  const running = await serveSupergraphFrom(supergraph, policy, {
    host: process.env["HOST"] ?? "127.0.0.1",
    port: Number(port ?? process.env["PORT"] ?? 4000),
    log: openLog("info"),
  });
  stopOnSignal(running, SHUTDOWN_TIMEOUT);
  process.stdout.write(
    json
      ? `${JSON.stringify({ url: running.url, supergraph })}\n`
      : `${supergraph} at ${running.url}/graphql, open to everybody\n`,
  );
}

/** `hub subgraph <department>`: one department alone. */
export function subgraphCommand(): Command {
  return new Command("subgraph")
    .description("serve one department's subgraph alone, for a federated hub or any router")
    .argument("<department>", departmentSlugs.join(", "))
    .option("--port <port>", "port to listen on (PORT, 4001)")
    .option("--json", "say where it listens as one line of JSON")
    .action(async (slug: string, { port, json }: { port?: string; json?: boolean }) => {
      if (!departmentSlugs.includes(slug)) {
        throw new Error(`no department ${slug}; there are ${departmentSlugs.join(", ")}`);
      }
      const config = environmentConfig({ PORT: port ?? process.env["PORT"] ?? "4001" });
      const plan = await blueprint();
      const subgraph = plan.subgraphs.find(({ identity }) => identity.slug === slug) as Subgraph;
      const running = await startSubgraph(plan, subgraph, {
        config,
        log: openLog(config.telemetry.logLevel),
        accessLog: openAccessLog(config.telemetry.accessLog),
      });
      stopOnSignal(running, config.shutdownTimeout);
      process.stdout.write(
        json
          ? `${JSON.stringify({ department: slug, url: running.url })}\n`
          : `${subgraph.identity.name} (${slug}) at ${running.url}/graphql\n`,
      );
    });
}

/** What a newcomer needs to see when the hub is ready. */
async function welcome(url: string, config: Config, { policy }: Blueprint): Promise<string> {
  const lines = [
    `Pujiang data hub at ${url}/graphql`,
    `pages for people at ${url}/`,
    `policy ${policy.hash.slice(0, 12)}`,
  ];
  const key = await signingKey(config);
  if (!key || config.production) return `${lines.join("\n")}\n`;
  const token = await departmentToken(key, config.tokens, policy.register, {
    client: "quick-start",
    department: "县民政局",
    duties: ["1.2"],
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
