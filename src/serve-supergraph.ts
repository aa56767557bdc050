import { randomBytes } from "node:crypto";
import { transformSupergraphToPublicSchema } from "@theguild/federation-composition";
import { buildASTSchema, parse, type GraphQLSchema } from "graphql";
import { SubjectHasher } from "./audit/subject-hasher.js";
import { todayInShanghai } from "./codes/calendar.js";
import { OperationContext } from "./department/operation-context.js";
import { sourceUnavailable } from "./department/source-unavailable.js";
import { ALL_WALLS } from "./department/walls.js";
import { AccessRecorder } from "./gateway/access-recorder.js";
import { Admission } from "./gateway/admission.js";
import { askOverHttp } from "./gateway/ask-over-http.js";
import type { Executor } from "./gateway/executor.js";
import { federatedExecutor } from "./gateway/federated-executor.js";
import type { RunningServer } from "./gateway/http-listener.js";
import { listen } from "./gateway/http-server.js";
import { loadLimits } from "./gateway/limits/load-limits.js";
import { RequestRate } from "./gateway/request-rate.js";
import { createServer } from "./gateway/server.js";
import { subgraphAddresses } from "./gateway/subgraph-addresses.js";
import type { Caller } from "./identity/caller.js";
import { ANYBODY } from "./policy/allow-all.js";
import type { Policy } from "./policy/policy.js";
import { KnownLabels } from "./telemetry/known-labels.js";
import { Telemetry } from "./telemetry/telemetry.js";
import { NO_TRACING } from "./telemetry/tracing.js";

/** How a gateway without departments of its own is started. */
export interface OpenGatewayOptions {
  /** Makes the policy that every operation is decided by, `allowAll` for suites. */
  readonly policy: (schema: GraphQLSchema) => Policy;
  /** In whose name everybody asks: there are no tokens. ANYBODY unless said otherwise. */
  readonly standing?: Pick<Caller, "department" | "duty">;
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Refused: whoever asks is believed. */
  readonly production: boolean;
  /** Is told of errors whose text no caller gets, under the request's audit id. */
  readonly onUnexpected: (error: unknown, audit: string) => void;
}

/** Milliseconds that a client, and a subgraph, may take. */
const TIMEOUT = 30_000;

/** Requests that are answered at once at most. */
const REQUESTS_AT_ONCE = 256;

/**
 * Serves any supergraph through this gateway, its subgraphs where the supergraph says: the same query
 * planner, decision on the whole operation, limits and masking of errors as the hub's, under any
 * policy. For federation suites and trials: it asks nobody for a token and puts nothing on record.
 * @throws SupergraphError where a subgraph has no address that may be asked.
 */
export async function serveSupergraph(
  supergraphSdl: string,
  options: OpenGatewayOptions,
): Promise<RunningServer> {
  const supergraph = parse(supergraphSdl);
  const credentials = async () => ({});
  const asks = [...subgraphAddresses(supergraph)].map(
    ([name, url]) => [name, askOverHttp({ name, url, timeout: TIMEOUT, credentials })] as const,
  );
  const schema = buildASTSchema(transformSupergraphToPublicSchema(supergraph), {
    assumeValid: true,
  });
  const executor = await federatedExecutor(supergraphSdl, new Map(asks), (name, error) =>
    sourceUnavailable({ slug: name, name, english: name }, error),
  );
  return serveSchema(schema, executor, options);
}

/**
 * Serves one schema through this gateway in the same way.
 * @throws Error in production.
 */
export async function serveSchema(
  schema: GraphQLSchema,
  executor: Executor,
  {
    policy: policyFor,
    standing = ANYBODY,
    host,
    port,
    production,
    onUnexpected,
  }: OpenGatewayOptions,
): Promise<RunningServer> {
  if (production) {
    throw new Error("a gateway that asks for no token is not served with NODE_ENV=production");
  }
  const policy = policyFor(schema);
  const { operations: limits, requestsPerMinute } = loadLimits(policy.register);
  const recorder = new AccessRecorder(
    null,
    new SubjectHasher([randomBytes(32).toString("hex")]),
    policy.hash,
  );
  const apollo = createServer({ schema, policy, limits, executor, recorder, onUnexpected });
  await apollo.start();
  const rules = { policy: () => policy, walls: ALL_WALLS };
  const server = await listen(
    {
      apollo,
      identify: async () => everybody(standing),
      contextFor: (caller, audit) => new OperationContext(caller, rules, audit),
      policyHash: () => policy.hash,
      recorder,
      admission: new Admission(REQUESTS_AT_ONCE),
      rate: new RequestRate(requestsPerMinute.client),
      routes: {},
      callerRoutes: {},
      onUnexpected,
      telemetry: new Telemetry({
        labels: new KnownLabels(policy.register),
        tracing: NO_TRACING,
        isContinuing: false,
        metrics: null,
        accessLog: null,
      }),
    },
    {
      host,
      port,
      tls: undefined,
      publicUrl: undefined,
      proxies: undefined,
      requestTimeout: TIMEOUT,
      shutdownTimeout: TIMEOUT,
    },
  );
  return {
    url: server.url,
    async close() {
      await server.close();
      await apollo.stop();
    },
  };
}

function everybody({ department, duty }: Pick<Caller, "department" | "duty">): Caller {
  return {
    client: department,
    kind: null,
    department,
    duties: [duty],
    jurisdiction: [],
    operator: null,
    duty,
    case: null,
    date: todayInShanghai(new Date()),
    credentials: {},
  };
}
