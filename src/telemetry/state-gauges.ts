import { Counter, Gauge, type Registry } from "prom-client";
import type { AuditState } from "../audit/audit-log.js";
import type { Connections } from "../database/database.js";
import type { DepartmentIdentity } from "../department/identity.js";
import type { IssueFigures, QueueFigures } from "./queue-figures.js";

/** What the hub is found in when metrics are asked for; what cannot be found out is null, and then not shown. */
export interface StateFindings {
  readonly ready: boolean;
  /** Readiness by check: whether it failed. */
  readonly checks: ReadonlyMap<string, boolean>;
  readonly audit: AuditState | null;
  readonly connections: ReadonlyMap<string, readonly Connections[]>;
  /** Live sources: whether each is left alone. */
  readonly breakers: ReadonlyMap<string, boolean>;
  readonly queue: QueueFigures | null;
  readonly issues: readonly IssueFigures[] | null;
}

/** Shows the state of the hub as of the moment it is asked for. */
export class StateGauges {
  private readonly gauge;
  private readonly auditFailures: Counter;
  private readonly gauges;

  constructor(
    registry: Registry,
    private readonly departments: readonly DepartmentIdentity[],
    build: Readonly<Record<"version" | "policy" | "database", string>>,
  ) {
    const registers = [registry];
    this.gauge = (name: string, help: string, ...labelNames: string[]) =>
      new Gauge({ name, help, labelNames, registers });
    this.auditFailures = new Counter({
      name: "hub_audit_failures_total",
      help: "Requests whose record could not be written, and that were answered without data",
      registers,
    });
    this.gauges = this.makeGauges();
    this.gauges.build.set({ ...build, node: process.version }, 1);
  }

  /** Shows these findings from now on. */
  show(found: StateFindings): void {
    const { gauges } = this;
    for (const gauge of Object.values(gauges)) if (gauge !== gauges.build) gauge.reset();
    gauges.ready.set(found.ready ? 1 : 0);
    found.checks.forEach((failed, name) => gauges.check.set({ check: name }, failed ? 0 : 1));
    found.breakers.forEach((open, source) => gauges.breaker.set({ source }, open ? 1 : 0));
    for (const [database, pools] of found.connections) {
      for (const { rights, inUse, idle, waiting, maximum } of pools) {
        gauges.connections.set({ database, rights, state: "in_use" }, inUse);
        gauges.connections.set({ database, rights, state: "idle" }, idle);
        gauges.waiting.set({ database, rights }, waiting);
        gauges.maximum.set({ database, rights }, maximum);
      }
    }
    this.showAudit(found.audit);
    this.showWork(found);
  }

  private showAudit(audit: AuditState | null): void {
    this.auditFailures.reset();
    const { auditWaiting, auditAge, uncoveredAge } = this.gauges;
    if (!audit) {
      for (const gauge of [auditWaiting, auditAge, uncoveredAge]) gauge.remove();
      return;
    }
    const secondsSince = (moment: number | null) =>
      moment === null ? 0 : Math.max(0, (Date.now() - moment) / 1000);
    this.auditFailures.inc(audit.failures);
    auditWaiting.set(audit.waiting);
    uncoveredAge.set(secondsSince(audit.uncoveredSince));
    if (audit.lastDurable === null) auditAge.remove();
    else auditAge.set(secondsSince(audit.lastDurable));
  }

  private showWork({ queue, issues }: StateFindings): void {
    const { batches, households, waitingReports, openIssues, overdueIssues } = this.gauges;
    if (queue) {
      for (const [state, count] of Object.entries(queue.batches)) batches.set({ state }, count);
      for (const [state, count] of Object.entries(queue.households))
        households.set({ state }, count);
      waitingReports.set(queue.waitingReports);
    } else waitingReports.remove();
    if (!issues) return;
    const bySlug = new Map(issues.map((figures) => [figures.department, figures]));
    for (const { slug, name } of this.departments) {
      const { open = 0, overdue = 0 } = bySlug.get(slug) ?? {};
      openIssues.set({ source: slug, owner: name }, open);
      overdueIssues.set({ source: slug, owner: name }, overdue);
    }
  }

  private makeGauges() {
    const { gauge } = this;
    return {
      build: gauge(
        "hub_build_info",
        "1, with what runs: version, policy, Node, kind of database",
        "version",
        "policy",
        "node",
        "database",
      ),
      ready: gauge("hub_ready", "1 where /readyz says ready"),
      check: gauge("hub_readiness_check", "1 where what readiness looks at is well", "check"),
      breaker: gauge("hub_source_left_alone", "1 where a live source is left alone", "source"),
      connections: gauge(
        "hub_database_connections",
        "Connections to a database server",
        "database",
        "rights",
        "state",
      ),
      waiting: gauge(
        "hub_database_waiting",
        "Statements that wait for a connection",
        "database",
        "rights",
      ),
      maximum: gauge(
        "hub_database_connections_maximum",
        "Connections at most",
        "database",
        "rights",
      ),
      auditWaiting: gauge("hub_audit_waiting", "Records of access that wait to be durable"),
      auditAge: gauge("hub_audit_last_record_age_seconds", "Since a record was last made durable"),
      uncoveredAge: gauge(
        "hub_audit_uncovered_age_seconds",
        "Age of the oldest record that no signed checkpoint covers; 0 where all are covered",
      ),
      batches: gauge("hub_reverification_batches", "Batches on the queue, by state", "state"),
      households: gauge(
        "hub_reverification_households",
        "Households of running re-verifications, by state",
        "state",
      ),
      waitingReports: gauge("hub_reports_waiting", "Reports that wait for sources"),
      openIssues: gauge("hub_data_issues_open", "Data issues to be answered", "source", "owner"),
      overdueIssues: gauge(
        "hub_data_issues_overdue",
        "Of these, beyond the last day for the answer",
        "source",
        "owner",
      ),
    };
  }
}
