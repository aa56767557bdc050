import type { DepartmentIdentity } from "../department/identity.js";
import { HubError } from "../errors.js";
import type { Log } from "../log.js";
import type { KnownLabels } from "./known-labels.js";
import type { Metrics } from "./metrics.js";
import type { RequestAccount } from "./request-account.js";
import type { Tracing } from "./tracing.js";

/** What telemetry is told with. */
export interface TelemetryParts {
  readonly labels: KnownLabels;
  readonly tracing: Tracing;
  /** Whether requests continue the trace of who asks: of the hub, for a department alone; nobody else's. */
  readonly isContinuing: boolean;
  /** Null in a process that nobody asks for them. */
  readonly metrics: Metrics | null;
  /** Null where requests are not logged. */
  readonly accessLog: Log | null;
}

/** Tells operators what the hub does: a line and a count for each request, counts and spans of its parts. */
export class Telemetry {
  readonly tracing: Tracing;
  readonly metrics: Metrics | null;
  readonly isContinuing: boolean;

  constructor(private readonly parts: TelemetryParts) {
    this.tracing = parts.tracing;
    this.metrics = parts.metrics;
    this.isContinuing = parts.isContinuing;
  }

  /** Tells of a request whose answer is over, or was broken off. */
  answered(account: RequestAccount, status: number, milliseconds: number): void {
    const { labels, accessLog, metrics } = this.parts;
    metrics?.request(account, status, milliseconds / 1000);
    accessLog?.info({
      audit: account.audit,
      route: account.route,
      department: labels.department(account.caller.department),
      duty: labels.duty(account.caller.duty),
      client: account.caller.client ?? null,
      operation: account.operation,
      outcome: account.outcome(status),
      codes: account.codes,
      status,
      ms: Math.round(milliseconds * 1000) / 1000,
    });
  }

  /** Follows a question to a source; one that is answered with nothing but errors has failed. */
  async watch<T>(source: DepartmentIdentity, ask: () => Promise<T>): Promise<T> {
    const { tracing, metrics } = this.parts;
    const started = performance.now();
    const tell = (outcome: "answered" | "failed") =>
      metrics?.lookup(source, outcome, (performance.now() - started) / 1000);
    const facts = { "hub.source": source.slug };
    return tracing.within({ name: `ask ${source.slug}`, side: "client", facts }, async (span) => {
      try {
        const answer = await ask();
        const isFailed = isAllErrors(answer);
        if (isFailed) span.fail("SOURCE_UNAVAILABLE");
        tell(isFailed ? "failed" : "answered");
        return answer;
      } catch (error) {
        // What a department refuses for the caller's sake is an answer.
        const isRefusal = error instanceof HubError && error.code !== "SOURCE_UNAVAILABLE";
        tell(isRefusal ? "answered" : "failed");
        throw error;
      }
    });
  }

  /** What of the request's account may show in a trace. */
  factsOf({ caller, route, audit, operation, codes }: RequestAccount, status: number) {
    const { labels } = this.parts;
    return {
      "http.response.status_code": status,
      "http.route": route ?? "none",
      "hub.department": labels.department(caller.department),
      "hub.duty": labels.duty(caller.duty),
      ...(audit === null ? {} : { "hub.audit": audit }),
      ...(operation === null ? {} : { "hub.operation": operation }),
      ...(codes.length === 0 ? {} : { "hub.codes": codes }),
    };
  }
}

function isAllErrors(answer: unknown): boolean {
  return Array.isArray(answer) && answer.length > 0 && answer.every((one) => one instanceof Error);
}
