import { todayInShanghai } from "./codes/calendar.js";
import type { AuditLog } from "./audit/audit-log.js";
import type { Runs } from "./casework/runs/runs.js";
import type { Config } from "./config.js";
import type { Database } from "./database/database.js";
import type { MigrationSource } from "./database/migrate.js";
import { migrationWatch } from "./database/migration-state.js";
import { everywhere, shippedMigrations, type OpenDatabases } from "./database/sources.js";
import type { LiveLookups } from "./department/live/live-lookups.js";
import type { Subgraph } from "./department/subgraph.js";
import type { Route } from "./gateway/http-server.js";
import { metricsRoute } from "./gateway/metrics-route.js";
import { isReadyBy, probes } from "./gateway/probes.js";
import { readiness, type ReadinessCheck, type ReadinessParts } from "./gateway/readiness.js";
import type { Policy } from "./policy/policy.js";
import { issueFigures, queueFigures } from "./telemetry/queue-figures.js";
import type { Metrics } from "./telemetry/metrics.js";
import type { StateFindings } from "./telemetry/state-gauges.js";

/** What operators are told of. */
export interface OperatorRoutesOptions {
  readonly config: Config;
  readonly version: string;
  readonly metrics: Metrics | null;
  readonly databases: OpenDatabases;
  /** What the databases are migrated by, beside what stands in all of them. */
  readonly sources: readonly { readonly name: string; readonly folder: string | null }[];
  readonly local: readonly Subgraph[];
  /** Sources that are left alone while they keep failing. */
  readonly guarded: readonly Pick<LiveLookups, "asked" | "resting">[];
  /** Null where nothing is recorded. */
  readonly audit: AuditLog | null;
  readonly policy: Policy;
  readonly runs: Runs;
  /** Makes sure that there are keys to verify tokens with. */
  readonly keys: () => Promise<void>;
}

/** Milliseconds for which what the databases say of the work under way is shown again. */
const FIGURES_AGE = 10_000;

/** `/livez`, `/readyz` and `/metrics`. */
export async function operatorRoutes(
  options: OperatorRoutesOptions,
): Promise<Record<string, Route>> {
  const { audit, databases, guarded, policy, runs, keys } = options;
  const parts: ReadinessParts = {
    databases: databases.byName,
    migrations: await migrationLooks(options),
    audit: audit && { database: databases.main, state: () => audit.state },
    policy: () => policy.hash,
    keys,
    worker: () => runs.state,
    resting: () => guarded.flatMap(({ resting }) => resting),
  };
  const look = () => readiness(parts);
  const routes = probes(look);
  return options.metrics
    ? { ...routes, "/metrics": await metrics(options, options.metrics, look) }
    : routes;
}

async function metrics(
  options: OperatorRoutesOptions,
  { registry }: Metrics,
  look: () => Promise<ReadinessCheck[]>,
): Promise<Route> {
  const { config, version, databases, local, policy } = options;
  const { StateGauges } = await import("./telemetry/state-gauges.js");
  const departments = departmentsOf(local);
  const gauges = new StateGauges(registry, departments, {
    version,
    policy: policy.hash.slice(0, 12),
    database: databases.main.kind,
  });
  const figures = rememberedFor(FIGURES_AGE, () => workFigures(databases));
  return metricsRoute({
    token: config.telemetry.metricsToken,
    contentType: registry.contentType,
    async read() {
      gauges.show(stateOf(options, await look(), await figures()));
      return registry.metrics();
    },
  });
}

const departmentsOf = (local: readonly Subgraph[]) =>
  local.map(({ identity }) => identity).filter(({ slug }) => slug !== "hub");

type WorkFigures = Pick<StateFindings, "queue" | "issues">;

function stateOf(
  { databases, guarded, audit }: OperatorRoutesOptions,
  checks: readonly ReadinessCheck[],
  work: WorkFigures,
): StateFindings {
  const resting = new Set(guarded.flatMap(({ resting }) => resting.map(({ name }) => name)));
  return {
    ready: isReadyBy(checks),
    checks: new Map(
      checks
        .filter(({ name }) => !name.startsWith("source "))
        .map(({ name, state }) => [name, state === "failed"]),
    ),
    audit: audit?.state ?? null,
    connections: new Map(
      databases.all.map((database) => [nameOf(databases, database), database.connections()]),
    ),
    breakers: new Map(
      guarded.flatMap(({ asked }) => asked.map((name) => [name, resting.has(name)] as const)),
    ),
    ...work,
  };
}

/** What operators know a database by: the first part or department that it holds. */
function nameOf({ byName }: OpenDatabases, database: Database): string {
  return [...byName].find(([, held]) => held === database)?.[0] ?? "hub";
}

/** A database that does not answer leaves its figures out. */
async function workFigures({ main, all }: OpenDatabases): Promise<WorkFigures> {
  const today = todayInShanghai(new Date());
  const [queue, issues] = await Promise.all([
    queueFigures(main).catch(() => null),
    Promise.all(all.map((database) => issueFigures(database, today))).catch(() => null),
  ]);
  return { queue, issues: issues?.flat() ?? null };
}

function rememberedFor<T>(milliseconds: number, find: () => Promise<T>): () => Promise<T> {
  let latest: { readonly at: number; readonly found: Promise<T> } | undefined;
  return () => {
    if (!latest || performance.now() - latest.at > milliseconds) {
      latest = { at: performance.now(), found: find() };
    }
    return latest.found;
  };
}

async function migrationLooks({
  databases,
  sources,
}: OperatorRoutesOptions): Promise<ReadinessParts["migrations"]> {
  const looks = databases.all.map(async (database) => {
    const own = sources.filter(
      (source): source is MigrationSource =>
        source.folder !== null && databases.byName.get(source.name) === database,
    );
    const look = await migrationWatch([...everywhere.map(shippedMigrations), ...own]);
    return { database, look };
  });
  return Promise.all(looks);
}
