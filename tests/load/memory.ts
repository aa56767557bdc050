import { existsSync, readFileSync } from "node:fs";

/** Resident memory of one process at one time. */
interface Sample {
  /** Minutes since the first. */
  readonly at: number;
  readonly megabytes: number;
}

/** How a process's memory went. */
export interface MemoryCourse {
  readonly first: number;
  readonly last: number;
  readonly most: number;
  /** Megabytes a minute over the later half, by least squares. */
  readonly slope: number;
}

/** Samples a process's resident memory while it is watched. */
export class MemoryWatch {
  private readonly samples: Sample[] = [];
  private readonly start = performance.now();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly pid: number,
    milliseconds: number,
  ) {
    this.sample();
    this.timer = setInterval(() => this.sample(), milliseconds);
  }

  stop(): MemoryCourse {
    clearInterval(this.timer);
    this.sample();
    const sizes = this.samples.map(({ megabytes }) => megabytes);
    return {
      first: sizes[0] ?? NaN,
      last: sizes.at(-1) ?? NaN,
      most: Math.max(...sizes),
      slope: slopeOf(this.samples.slice(Math.floor(this.samples.length / 2))),
    };
  }

  private sample(): void {
    const path = `/proc/${this.pid}/status`;
    if (!existsSync(path)) return;
    const status = readFileSync(path, "utf8");
    const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]);
    this.samples.push({
      at: (performance.now() - this.start) / 60_000,
      megabytes: kilobytes / 1024,
    });
  }
}

function slopeOf(samples: readonly Sample[]): number {
  const mean = (of: (sample: Sample) => number) =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  const at = mean((sample) => sample.at);
  const size = mean((sample) => sample.megabytes);
  const above = samples.reduce((sum, s) => sum + (s.at - at) * (s.megabytes - size), 0);
  const below = samples.reduce((sum, s) => sum + (s.at - at) ** 2, 0);
  return below === 0 ? 0 : above / below;
}
