import type { ApolloServer } from "@apollo/server";
import { join } from "node:path";
import { AuditLog } from "./audit/audit-log.js";
import { subjectHistory } from "./audit/subject-history.js";
import { SubjectHasher } from "./audit/subject-hasher.js";
import type { Casework } from "./casework/casework.js";
import { Runs } from "./casework/runs/runs.js";
import type { Config } from "./config.js";
import { importDemonstration, type ImportProgress } from "./county/import-demonstration.js";
import { announceAddress } from "./database/data-directory-lock.js";
import { openDatabases, type OpenDatabases } from "./database/sources.js";
import { RequestContext, type Resources } from "./department/context.js";
import { isResting } from "./department/live/source-failure.js";
import type { Patience } from "./department/patience.js";
import type { Subgraph } from "./department/subgraph.js";
import { RecordRights } from "./department/column-rights.js";
import { SelectedColumns } from "./department/selected-columns.js";
import { shielded } from "./department/shield.js";
import { SharedLookups } from "./department/shared-lookups.js";
import { ALL_WALLS, type Walls } from "./department/walls.js";
import { AccessRecorder } from "./gateway/access-recorder.js";
import { Admission } from "./gateway/admission.js";
import type { RunningServer } from "./gateway/http-listener.js";
import { listen } from "./gateway/http-server.js";
import { checkRoutes, reportRoutes } from "./gateway/report-routes.js";
import { idempotency } from "./gateway/idempotency.js";
import { loadLimits } from "./gateway/limits/load-limits.js";
import { RequestRate } from "./gateway/request-rate.js";
import { loadParameters } from "./verification/parameters/load-parameters.js";
import { createServer, type ServedSchema } from "./gateway/server.js";
import type { Caller } from "./identity/caller.js";
import { auditKeys, dataSealing, sealedReferences, signingKey } from "./identity/keys.js";
import { Voucher } from "./identity/vouching.js";
import { DepartmentsElsewhere } from "./departments-elsewhere.js";
import { departmentAlone, federated, inOneProcess } from "./executors.js";
import { frontDoor } from "./front-door.js";
import { withDesk } from "./intake/desk/desk-fields.js";
import { migrationsOf, sourcesOf } from "./local-sources.js";
import { openCasework } from "./open-casework.js";
import { openDesks } from "./open-desks.js";
import { openLiveLookups } from "./open-live-lookups.js";
import { grantAll, rightsOf } from "./grant-all.js";
import { identity as hubIdentity } from "./hub/identity.js";
import type { Blueprint } from "./index.js";
import { pageRoutes } from "./page-server/page-routes.js";
import { openSealing } from "./sealing/open-sealing.js";
import { askInProcess } from "./in-process.js";
import { loggable, sourceStateTo, type Log } from "./log.js";
import { operatorRoutes } from "./operator-routes.js";
import { processTelemetry } from "./process-telemetry.js";
import type { Telemetry } from "./telemetry/telemetry.js";
import { traced, tracedExecutor } from "./traced.js";
import { releaseVersion } from "./version.js";

/** What a process is started with. */
export interface StartOptions {
  readonly config: Config;
  readonly log: Log;
  /** Gets a line for each request; none where it is not given. */
  readonly accessLog?: Log | null;
  readonly onImport?: (progress: ImportProgress) => void;
  /** All of them, outside tests and benchmarks. */
  readonly walls?: Walls;
  /** False for a process that answers nobody: a worker, or a command. */
  readonly listens?: boolean;
  /** Whether it works on re-verifications; the hub does, a department alone does not. */
  readonly works?: boolean;
}

/** A hub, or one department, that answers requests. */
export interface Running {
  readonly url: string;
  readonly databases: OpenDatabases;
  readonly casework: Casework;
  /** Works on re-verifications from now on, also where none runs yet. */
  work(): Promise<void>;
  /** Lets running requests end, then closes everything. */
  close(): Promise<void>;
}

/** Starts the hub: departments in this process unless configuration says where else they are. */
export async function startHub(blueprint: Blueprint, options: StartOptions): Promise<Running> {
  const { config } = options;
  const local = blueprint.subgraphs.filter(
    ({ identity }) => !config.departmentUrls.has(identity.slug),
  );
  const isFederated = config.departmentUrls.size > 0;
  const key = isFederated ? await signingKey(config) : null;
  const voucher = key ? await Voucher.under(key, config.tokens) : null;
  const telemetry = await processTelemetry(blueprint, null, options);
  const elsewhere = new DepartmentsElsewhere({
    config,
    subgraphs: blueprint.subgraphs,
    voucher,
    telemetry,
    onSourceState: sourceStateTo(options.log),
  });
  const part = { local, elsewhere, department: null, telemetry };
  return start(blueprint, part, options, async (resources) => {
    const { schema, executor } = inOneProcess(blueprint);
    if (!isFederated) return { schema, executor };
    return { schema, executor: await federated(blueprint, elsewhere.asks, resources) };
  });
}

/** Starts one department's subgraph alone, as closed as the hub. */
export async function startSubgraph(
  blueprint: Blueprint,
  subgraph: Subgraph,
  options: StartOptions,
): Promise<Running> {
  const department = subgraph.identity.slug;
  const telemetry = await processTelemetry(blueprint, department, options);
  const part = { local: [subgraph, blueprint.hub], elsewhere: null, department, telemetry };
  const schema = withDesk(subgraph);
  const served = { federatedSchema: schema, shieldedSchema: shielded(schema) };
  return start(blueprint, part, options, async () => ({
    schema,
    executor: departmentAlone(served),
  }));
}

/** What of the whole one process serves. */
interface Part {
  readonly local: readonly Subgraph[];
  /** Those that it asks elsewhere; null where it asks nobody. */
  readonly elsewhere: DepartmentsElsewhere | null;
  /** Slug of the department that is served alone; null for the hub. */
  readonly department: string | null;
  readonly telemetry: Telemetry;
}

async function start(
  blueprint: Blueprint,
  { local, elsewhere, department, telemetry }: Part,
  {
    config,
    log,
    onImport,
    walls = ALL_WALLS,
    listens = true,
    works = department === null,
  }: StartOptions,
  serve: (resources: Resources) => Promise<Pick<ServedSchema, "schema" | "executor">>,
): Promise<Running> {
  const directory = department === null ? "database" : `database-${department}`;
  const embedded = join(config.dataDirectory, directory);
  const { tracing, metrics } = telemetry;
  const sources = migrationsOf(local);
  const databases = await openDatabases(
    {
      url: config.databaseUrl,
      directory: embedded,
      own: config.departmentDatabases,
      lookupTimeoutMs: config.sourceTimeout,
      recordsApart: true,
    },
    sources,
  );
  let apollo: ApolloServer<RequestContext> | undefined;
  let audit: AuditLog | undefined;
  let runs: Runs | undefined;
  let server: RunningServer | undefined;
  const close = async () => {
    await server?.close();
    await runs?.stop();
    await apollo?.stop();
    await audit?.close().catch((error: unknown) => {
      log.warn(loggable(error), "the access log ends without a checkpoint");
    });
    await databases.close();
    await tracing.close();
  };
  try {
    const sealing = await openSealing(await dataSealing(config), databases.all);
    if (!config.production) {
      await importDemonstration(databases, local, sealing, config.demonstration, onImport);
    }
    const rights = rightsOf(blueprint);
    await grantAll(rights, local, databases);
    const keys = await auditKeys(config);
    const hasher = new SubjectHasher(keys.secrets);
    const ask = askInProcess(
      () => apollo as ApolloServer<RequestContext>,
      () => resources,
    );
    const casework = openCasework({ blueprint, config, databases, sealing, local, ask });
    const onError = (error: unknown) => log.warn(loggable(error), "re-verification");
    const working = new Runs(casework, works, onError, tracing);
    runs = working;
    const desks = openDesks(blueprint, local, databases, elsewhere?.asks ?? new Map());
    const hub = { department: hubIdentity, database: databases.main };
    const patience: Patience = {
      sourceTimeout: config.sourceTimeout,
      onSourceFailure: (department, error) => {
        metrics?.sourceFailure(department, error);
        if (isResting(error)) return;
        log.warn({ department, ...loggable(error) }, "a source did not answer");
      },
      watch: (source, ask) => telemetry.watch(source, ask),
    };
    const live = openLiveLookups({ config, local, databases, sealing, patience, log });
    const resources: Resources = {
      ...patience,
      sources: sourcesOf(local, databases),
      hub,
      lookups: new SharedLookups({ ...patience, hub, rights, walls, live }),
      references: await sealedReferences(config, sealing),
      sealing,
      rights,
      columns: new SelectedColumns(
        blueprint.policy,
        local.flatMap(({ columns }) => columns),
      ),
      properties: new RecordRights(
        blueprint.policy,
        local.flatMap(({ properties }) => properties),
      ),
      policy: () => blueprint.policy,
      desks,
      divisionOf: desks.divisionOf,
      accessHistory: async (idNumber, page) => {
        const hashes = hasher.everyHashOf(sealing.everyPersonKey(idNumber));
        return (await subjectHistory(databases.main, hashes, page)).records;
      },
      casework,
      runs: working,
      walls,
    };
    const onUnexpected = (error: unknown, audit: string) =>
      log.error({ audit, ...loggable(error) }, "a request failed");
    const { policy } = blueprint;
    audit = await AuditLog.open(databases.audit, {
      signing: keys.signing,
      algorithm: config.auditHash,
      onCheckpointFailure: (error) => log.warn(loggable(error), "a checkpoint was not written"),
    });
    const recording = walls.audit ? audit : null;
    const recorder = new AccessRecorder(
      recording && traced(recording, tracing),
      hasher,
      policy.hash,
    );
    const { register } = policy;
    const { operations: limits, requestsPerMinute } = loadLimits(register, config.limits);
    const { schema, executor } = await serve(resources);
    const served = {
      ...{ schema, policy, limits, recorder, onUnexpected },
      executor: tracedExecutor(executor, tracing),
    };
    apollo = createServer({ ...served, plugins: [idempotency()] });
    await apollo.start();
    const database = databases.main;
    const requests = new RequestRate(requestsPerMinute.tokens);
    const asked = { config, register, database, department, recorder, requests, onUnexpected };
    const { identify, operations, keys: tokenKeys, routes: issuing } = await frontDoor(asked);
    const reporting = {
      casework,
      checks: new RequestRate(requestsPerMinute.address),
      parameterEntries: loadParameters(config.verificationParameters),
    };
    const departments = blueprint.subgraphs;
    const pages =
      department === null ? pageRoutes({ config, register, recorder, policy, departments }) : {};
    const operating = await operatorRoutes({
      ...{ config, version: releaseVersion(), metrics, databases, sources, local, policy },
      ...{ audit: recording, runs: working, keys: tokenKeys },
      guarded: elsewhere ? [live, elsewhere] : [live],
    });
    const routes = { ...operating, ...issuing, ...checkRoutes(reporting), ...pages };
    const callerRoutes = reportRoutes(reporting);
    await working.goOn();
    if (listens) {
      const options = {
        apollo,
        contextFor: (caller: Caller, audit: string) => new RequestContext(caller, resources, audit),
        policyHash: () => policy.hash,
        onUnexpected,
        routes,
        callerRoutes,
        recorder,
        identify,
        admission: new Admission(config.requestsAtOnce),
        rate: new RequestRate(requestsPerMinute.client),
        operations,
        telemetry,
      };
      server = await listen(options, config);
      if (config.databaseUrl === undefined) announceAddress(embedded, server.url);
    }
    return {
      url: server?.url ?? "",
      databases,
      casework,
      work: async () => void (await working.queue()),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
