import type { Measurement } from "./measure.js";

/** A subject's rounds under one workload. */
export interface Series {
  readonly subject: string;
  readonly rounds: readonly Measurement[];
}

/** What a workload's rounds come down to for one subject. */
export interface Summary extends Measurement {
  readonly subject: string;
  /** Medians of the rounds' own ratios to the reference; null where it was not measured. */
  readonly throughputRatio: number | null;
  readonly cpuRatio: number | null;
}

/** What the ratios of a table are to. */
export const REFERENCE = "hand-written";

/** Medians of the rounds; a ratio is of measurements of one round, for only those ran side by side. */
export function summarise(series: readonly Series[]): Summary[] {
  const reference = series.find(({ subject }) => subject === REFERENCE)?.rounds;
  return series.map(({ subject, rounds }) => {
    const of = (key: keyof Measurement) => median(rounds.map((round) => round[key]));
    return {
      subject,
      requestsPerSecond: of("requestsPerSecond"),
      p50: of("p50"),
      p99: of("p99"),
      cpuFront: of("cpuFront"),
      cpu: of("cpu"),
      cpuDatabase: of("cpuDatabase"),
      rss: of("rss"),
      throughputRatio: ratio(rounds, reference, "requestsPerSecond")?.median ?? null,
      cpuRatio: ratio(rounds, reference, "cpu")?.median ?? null,
    };
  });
}

/** A ratio with the range of its rounds. */
export interface Ratio {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  /** Of each one's least value: on a shared machine what is least disturbed by others. */
  readonly ofLeast: number;
}

/** What one subject's measurement is of another's, round by round. */
export function ratio(
  rounds: readonly Measurement[] | undefined,
  reference: readonly Measurement[] | undefined,
  key: keyof Measurement,
): Ratio | null {
  if (!rounds || !reference) return null;
  const ratios = rounds.map((round, place) => round[key] / (reference[place]?.[key] ?? NaN));
  const least = (of: readonly Measurement[]) => Math.min(...of.map((round) => round[key]));
  return {
    median: median(ratios),
    least: Math.min(...ratios),
    most: Math.max(...ratios),
    ofLeast: least(rounds) / least(reference),
  };
}

/** The summaries as a table of text. */
export function table(summaries: readonly Summary[]): string {
  const header = [
    "subject",
    "req/s",
    "x",
    "CPU ms",
    "x",
    "front",
    "PG ms",
    "p50 ms",
    "p99 ms",
    "MB",
  ];
  const rows = summaries.map((summary) => [
    summary.subject,
    summary.requestsPerSecond.toFixed(0),
    summary.throughputRatio?.toFixed(2) ?? "",
    summary.cpu.toFixed(3),
    summary.cpuRatio?.toFixed(2) ?? "",
    summary.cpuFront.toFixed(3),
    summary.cpuDatabase.toFixed(3),
    summary.p50.toFixed(1),
    summary.p99.toFixed(1),
    (summary.rss / 1024 / 1024).toFixed(0),
  ]);
  const widths = header.map((_, column) =>
    Math.max(...[header, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  return [header, ...rows]
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join("  "),
    )
    .join("\n");
}

/** The value in the middle; of two, what lies between them. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}
