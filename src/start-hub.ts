import { execute } from "graphql";
import { join } from "node:path";
import type { Config } from "./config.js";
import { importDemonstration, type ImportProgress } from "./county/import-demonstration.js";
import { announceAddress } from "./database/data-directory-lock.js";
import type { MigrationSource } from "./database/migrate.js";
import {
  hubParts,
  openDatabases,
  shippedMigrations,
  type OpenDatabases,
} from "./database/sources.js";
import type { Resources, Source } from "./department/context.js";
import { sourceUnavailable } from "./department/source-unavailable.js";
import type { Subgraph } from "./department/subgraph.js";
import { ColumnRights } from "./department/column-rights.js";
import { ALL_WALLS, type Walls } from "./department/walls.js";
import { colocatedExecutor } from "./gateway/colocated-executor.js";
import { colocatedSchema } from "./gateway/colocated-schema.js";
import type { Executor } from "./gateway/executor.js";
import { askOverHttp, federatedExecutor, type AskSubgraph } from "./gateway/federated-executor.js";
import { listen, type Route, type RunningServer } from "./gateway/http-server.js";
import { createServer, type ServedSchema } from "./gateway/server.js";
import { authenticate } from "./identity/authenticate.js";
import { sealedReferences, tokenVerifier } from "./identity/keys.js";
import { grantAll, rightsOf } from "./grant-all.js";
import { identity as hubIdentity } from "./hub/identity.js";
import type { Blueprint } from "./index.js";
import { loggable, type Log } from "./log.js";

/** What a process is started with. */
export interface StartOptions {
  readonly config: Config;
  readonly log: Log;
  readonly onImport?: (progress: ImportProgress) => void;
  /** All of them, outside tests and benchmarks. */
  readonly walls?: Walls;
}

/** A hub, or one department, that answers requests. */
export interface Running {
  readonly url: string;
  readonly databases: OpenDatabases;
  /** Lets running requests end, then closes everything. */
  close(): Promise<void>;
}

/** Starts the hub: departments in this process unless configuration says where else they are. */
export async function startHub(blueprint: Blueprint, options: StartOptions): Promise<Running> {
  const { config } = options;
  const local = blueprint.subgraphs.filter(
    ({ identity }) => !config.departmentUrls.has(identity.slug),
  );
  return start(blueprint, local, "database", options, async (resources) => {
    const { apiSdl } = blueprint.composition;
    const schema = colocatedSchema(
      apiSdl,
      blueprint.subgraphs.map((subgraph) => subgraph.schema),
    );
    const shielded = colocatedSchema(
      apiSdl,
      blueprint.subgraphs.map((subgraph) => subgraph.shieldedSchema),
    );
    const executor =
      config.departmentUrls.size === 0
        ? colocatedExecutor(schema, shielded)
        : await mixedExecutor(blueprint, config, resources);
    return { schema, policy: blueprint.policy, executor };
  });
}

/** Starts one department's subgraph alone, as closed as the hub. */
export async function startSubgraph(
  blueprint: Blueprint,
  subgraph: Subgraph,
  options: StartOptions,
): Promise<Running> {
  const directory = `database-${subgraph.identity.slug}`;
  const { hub } = blueprint;
  return start(blueprint, [subgraph, hub], directory, options, async () => ({
    schema: subgraph.federatedSchema,
    policy: blueprint.policy,
    executor: subgraphExecutor(subgraph),
  }));
}

async function start(
  blueprint: Blueprint,
  local: readonly Subgraph[],
  directory: string,
  { config, log, onImport, walls = ALL_WALLS }: StartOptions,
  serve: (resources: Resources) => Promise<Pick<ServedSchema, "schema" | "policy" | "executor">>,
): Promise<Running> {
  const verifier = await tokenVerifier(config);
  const embedded = join(config.dataDirectory, directory);
  const databases = await openDatabases(
    {
      url: config.databaseUrl,
      directory: embedded,
      own: config.departmentDatabases,
    },
    migrationsOf(local),
  );
  let apollo: ReturnType<typeof createServer> | undefined;
  let server: RunningServer | undefined;
  const close = async () => {
    await server?.close();
    await apollo?.stop();
    await databases.close();
  };
  try {
    if (!config.production) {
      await importDemonstration(databases, local, config.demonstration, onImport);
    }
    const rights = rightsOf(blueprint);
    await grantAll(rights, local, databases);
    const resources: Resources = {
      sources: sourcesOf(local, databases),
      hub: { department: hubIdentity, database: databases.main },
      references: await sealedReferences(config),
      rights,
      columns: new ColumnRights(
        blueprint.policy,
        local.flatMap(({ columns }) => columns),
      ),
      policy: () => blueprint.policy,
      walls,
      sourceTimeout: config.sourceTimeout,
      onSourceFailure: (department, error) =>
        log.warn({ department, ...loggable(error) }, "a source did not answer"),
    };
    const onUnexpected = (error: unknown, audit: string) =>
      log.error({ audit, ...loggable(error) }, "a request failed");
    const { register } = blueprint.policy;
    apollo = createServer({ ...(await serve(resources)), onUnexpected });
    await apollo.start();
    server = await listen(
      {
        apollo,
        resources,
        onUnexpected,
        routes: probes(databases),
        identify: (headers) =>
          authenticate(
            {
              authorization: headers.authorization,
              duty: single(headers["hub-duty"]),
              case: single(headers["hub-case"]),
            },
            verifier,
            register,
            new Date(),
          ),
      },
      config,
    );
    if (config.databaseUrl === undefined) announceAddress(embedded, server.url);
    return { url: server.url, databases, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The hub's own tables come first: they keep account of the departments. */
function migrationsOf(local: readonly Subgraph[]): MigrationSource[] {
  const departments = local.filter(({ identity }) => identity.slug !== "hub");
  return [
    ...hubParts.map(shippedMigrations),
    ...departments.map(({ identity, definition }) => ({
      ...shippedMigrations(identity.slug),
      ...(definition.migrations === undefined ? {} : { folder: definition.migrations }),
    })),
  ];
}

/** A header given twice is no header: the caller must say one thing. */
function single(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" && !value.includes(",") ? value : undefined;
}

function sourcesOf(local: readonly Subgraph[], databases: OpenDatabases): Map<string, Source> {
  return new Map(
    local.flatMap(({ identity }) => {
      const database = databases.byName.get(identity.slug);
      return database
        ? [[identity.slug.replaceAll("-", "_"), { department: identity, database }] as const]
        : [];
    }),
  );
}

async function mixedExecutor(
  blueprint: Blueprint,
  config: Config,
  resources: Resources,
): Promise<Executor> {
  const asks = new Map<string, AskSubgraph>(
    blueprint.subgraphs.map((subgraph) => {
      const url = config.departmentUrls.get(subgraph.identity.slug);
      return [
        subgraph.identity.slug,
        url === undefined ? askInProcess(subgraph) : askOverHttp(url, config.sourceTimeout),
      ];
    }),
  );
  const bySlug = new Map(blueprint.subgraphs.map(({ identity }) => [identity.slug, identity]));
  return federatedExecutor(blueprint.composition.supergraphSdl, asks, (slug, error) => {
    const identity = bySlug.get(slug) ?? { slug, name: slug, english: slug };
    resources.onSourceFailure(identity.name, error);
    return sourceUnavailable(identity, error);
  });
}

/** A department alone does not know who decided what: its own shield stands before every field. */
function subgraphExecutor({ federatedSchema, shieldedSchema }: Subgraph): Executor {
  return ({ document, operationName, variables, context }) =>
    execute({
      schema: context.resources.walls.shield ? shieldedSchema : federatedSchema,
      document,
      operationName,
      variableValues: variables,
      contextValue: context,
    });
}

function askInProcess(subgraph: Subgraph): AskSubgraph {
  return async ({ document, variables, context }) =>
    execute({
      schema: context.resources.walls.shield ? subgraph.shieldedSchema : subgraph.federatedSchema,
      document,
      variableValues: variables,
      contextValue: context,
    });
}

/** `/livez`: the process answers. `/readyz`: every database does, or which does not. */
function probes(databases: OpenDatabases): Record<string, Route> {
  return {
    "/livez": (_request, response) => {
      response.writeHead(200, { "content-type": "text/plain" }).end("ok\n");
    },
    "/readyz": async (_request, response) => {
      const states = await Promise.all(
        [...databases.byName].map(async ([name, database]) => {
          const ready = await database.query("select 1").then(
            () => true,
            () => false,
          );
          return { name, ready };
        }),
      );
      const missing = states.filter(({ ready }) => !ready).map(({ name }) => name);
      response
        .writeHead(missing.length === 0 ? 200 : 503, { "content-type": "text/plain" })
        .end(missing.length === 0 ? "ready\n" : `no database for ${missing.join(", ")}\n`);
    },
  };
}
