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
  /** Megabytes a minute, from the middle of the third quarter to that of the last; null where it was not watched for long enough. */
  readonly growth: number | null;
}

/** Minutes after which a heap is as large as its garbage makes it, and what grows from then on is kept. */
const SETTLED = 20;

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
      growth:
        (this.samples.at(-1)?.at ?? 0) < SETTLED
          ? null
          : growthOf(this.samples.slice(Math.floor(this.samples.length / 2))),
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

/** Medians, so that the moments in which the other hub is down do not count. */
function growthOf(samples: readonly Sample[]): number {
  const half = Math.floor(samples.length / 2);
  const [earlier, later] = [middleOf(samples.slice(0, half)), middleOf(samples.slice(half))];
  return (later.megabytes - earlier.megabytes) / (later.at - earlier.at);
}

function middleOf(samples: readonly Sample[]): Sample {
  const middle = (of: keyof Sample) =>
    samples.map((sample) => sample[of]).sort((a, b) => a - b)[Math.floor(samples.length / 2)] ??
    NaN;
  return { at: middle("at"), megabytes: middle("megabytes") };
}
