import { collectDefaultMetrics, Counter, Histogram, Registry } from "prom-client";
import type { DepartmentIdentity } from "../department/identity.js";
import { errorCode } from "./error-code.js";
import type { KnownLabels } from "./known-labels.js";
import type { RequestAccount } from "./request-account.js";

/** Seconds: one household takes some milliseconds, a hundred some hundred, a source at most its timeout. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10];

/** Whether a source answered a question: all of it, or nothing. */
export type LookupOutcome = "answered" | "failed";

/** What this process counts as it works. Labels come from the register, the departments and fixed lists alone. */
export class Metrics {
  readonly registry = new Registry();
  private readonly requests: Counter;
  private readonly durations: Histogram;
  private readonly codes: Counter;
  private readonly lookups: Histogram;
  private readonly sourceFailures: Counter;

  constructor(private readonly labels: KnownLabels) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Counter({
      name: "hub_requests_total",
      help: "Requests answered, by the caller's department and duty, route and outcome",
      labelNames: ["department", "duty", "route", "outcome"],
      registers,
    });
    this.durations = new Histogram({
      name: "hub_request_duration_seconds",
      help: "From a request's arrival to the end of its answer",
      labelNames: ["department", "duty", "route"],
      buckets: SECONDS,
      registers,
    });
    this.codes = new Counter({
      name: "hub_error_codes_total",
      help: "Requests whose answer carries an error of this code, each code once",
      labelNames: ["department", "duty", "code"],
      registers,
    });
    this.lookups = new Histogram({
      name: "hub_source_lookup_seconds",
      help: "Questions to a source: batches of look-ups, and requests to a department elsewhere",
      labelNames: ["source", "owner", "outcome"],
      buckets: SECONDS,
      registers,
    });
    this.sourceFailures = new Counter({
      name: "hub_source_failures_total",
      help: "Failures of a source as the log has them, by code",
      labelNames: ["owner", "code"],
      registers,
    });
  }

  /** Counts a request whose answer is over. */
  request(account: RequestAccount, status: number, seconds: number): void {
    const department = this.labels.department(account.caller.department);
    const duty = this.labels.duty(account.caller.duty);
    const route = account.route ?? "none";
    this.requests.inc({ department, duty, route, outcome: account.outcome(status) });
    this.durations.observe({ department, duty, route }, seconds);
    for (const code of account.codes) this.codes.inc({ department, duty, code });
  }

  /** Counts a question to a source. */
  lookup({ slug, name }: DepartmentIdentity, outcome: LookupOutcome, seconds: number): void {
    this.lookups.observe({ source: slug, owner: name, outcome }, seconds);
  }

  /** Counts what was wrong with the source of a department, by its official name. */
  sourceFailure(owner: string, error: unknown): void {
    this.sourceFailures.inc({ owner, code: errorCode(error) });
  }
}
