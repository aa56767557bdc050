import type { Measurement } from "./measure.js";
import { ratio, type Ratio, type Series } from "./report.js";

/** The series of a run, by workload. */
export type Results = ReadonlyMap<string, readonly Series[]>;

/** One side of a comparison: a subject under a workload. */
type Side = readonly [workload: string, subject: string];

/** The hub, allowed what it refuses: measured in the same rounds. */
export const ALLOWED = "hub, allowed";

/** What a run should come to. */
interface Target {
  /** Number of the issue and of its line. */
  readonly issue: string;
  readonly title: string;
  readonly key: keyof Measurement;
  readonly of: Side;
  readonly to: Side;
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** A target as a run met or missed it. */
export interface Outcome extends Ratio {
  readonly issue: string;
  readonly title: string;
  readonly limit: string;
  readonly met: boolean;
}

const hubAgainst = (
  workload: string,
  subject: string,
  atLeast: number,
  title: string,
  issue = "7.2",
): Target => ({
  issue,
  title: `throughput, ${title}`,
  key: "requestsPerSecond",
  of: [workload, "hub"],
  to: [workload, subject],
  atLeast,
});

const TARGETS: readonly Target[] = [
  {
    issue: "3.7",
    title: "CPU of authorization, one household",
    key: "cpu",
    of: ["household", "hub-without-audit"],
    to: ["household", "hub-bare"],
    atMost: 1.1,
  },
  {
    issue: "3.7",
    title: "CPU of authorization, 100 households",
    key: "cpu",
    of: ["households-100", "hub-without-audit"],
    to: ["households-100", "hub-bare"],
    atMost: 1.15,
  },
  {
    issue: "4.7",
    title: "CPU of the audit, one household",
    key: "cpu",
    of: ["household", "hub"],
    to: ["household", "hub-without-audit"],
    atMost: 1.15,
  },
  {
    issue: "4.7",
    title: "p99 of the audit, one household",
    key: "p99",
    of: ["household", "hub"],
    to: ["household", "hub-without-audit"],
    atMost: 1.25,
  },
  hubAgainst("household", "hand-written", 1.8, "one household, to hand-written"),
  hubAgainst("household", "hand-written-coalesced", 0.45, "one household, to coalesced"),
  hubAgainst("household", "apollo-gateway", 8, "one household, to @apollo/gateway"),
  hubAgainst("household", "hive-gateway", 5, "one household, to Hive Gateway"),
  {
    issue: "7.2",
    title: "p99, one household, to hand-written",
    key: "p99",
    of: ["household", "hub"],
    to: ["household", "hand-written"],
    atMost: 1,
  },
  {
    issue: "7.2",
    title: "latency on one connection, to hand-written",
    key: "p50",
    of: ["household-alone", "hub"],
    to: ["household-alone", "hand-written"],
    atMost: 1.6,
  },
  hubAgainst("households-100", "hand-written", 0.75, "100 households, to hand-written"),
  hubAgainst("households-100", "apollo-gateway", 3, "100 households, to @apollo/gateway"),
  hubAgainst("households-100", "hive-gateway", 3, "100 households, to Hive Gateway"),
  {
    issue: "7.2",
    title: "throughput, denied to allowed",
    key: "requestsPerSecond",
    of: ["denied", "hub"],
    to: ["denied", ALLOWED],
    atLeast: 5,
  },
  {
    issue: "7.2",
    title: "throughput, federated to @apollo/gateway",
    key: "requestsPerSecond",
    of: ["household", "hub-federated"],
    to: ["household", "apollo-gateway"],
    atLeast: 1.5,
  },
];

/** The targets whose both sides were measured. */
export function outcomes(results: Results): Outcome[] {
  const roundsOf = ([workload, name]: Side) =>
    results.get(workload)?.find(({ subject }) => subject === name)?.rounds;
  return TARGETS.flatMap(({ issue, title, key, of, to, atMost, atLeast }) => {
    const found = ratio(roundsOf(of), roundsOf(to), key);
    if (!found) return [];
    const limit = atMost === undefined ? `>= ${atLeast}` : `<= ${atMost}`;
    const met = found.median <= (atMost ?? Infinity) && found.median >= (atLeast ?? 0);
    return [{ issue, title, limit, met, ...found }];
  });
}

/** Outcomes as lines of text. */
export function outcomeLines(all: readonly Outcome[]): string {
  return all
    .map(({ issue, title, limit, met, median, least, most }) =>
      [
        issue,
        title.padEnd(48),
        limit.padEnd(8),
        `${median.toFixed(3)} (${least.toFixed(3)} to ${most.toFixed(3)})`.padEnd(24),
        met ? "met" : "not met",
      ].join("  "),
    )
    .join("\n");
}
