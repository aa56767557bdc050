import type { Client } from "./client.js";
import { judge, readReply, type Known, type Verdict } from "./judge.js";
import type { Workload } from "./workloads.js";

/** Seconds after a fault in which latencies are its. */
const AFTERMATH = 10;

/** Asks a mix of workloads, and holds every answer against the one that was given in quiet. */
export class AskedLoad {
  readonly verdicts: Record<Verdict, number> = { RIGHT: 0, PARTIAL: 0, UNAVAILABLE: 0, WRONG: 0 };
  readonly wrong: string[] = [];
  readonly faultAt: number[] = [];
  readonly latencies: { readonly due: number; readonly took: number }[] = [];
  private readonly expected = new Map<string, Known>();
  private readonly order: readonly Workload[];

  constructor(
    private readonly client: Client,
    workloads: readonly Workload[],
    /** Places in the list of households that are asked about. */
    private readonly places: number,
    /** What came of each request, by the id of its record. */
    readonly answered = new Map<string, Verdict>(),
  ) {
    const all = workloads.flatMap((workload) => Array<Workload>(workload.share).fill(workload));
    // 37 has no factor in common with 100: every hundred requests hold each kind in its share.
    this.order = all.map((_, n) => all[(n * 37) % all.length] as Workload);
  }

  /** Gets the answer to everything that will be asked, in quiet. */
  async prepare(): Promise<this> {
    for (const workload of new Set(this.order)) {
      const places = workload.changes ? 1 : this.places;
      await Promise.all(Array.from({ length: places }, (_, place) => this.learn(workload, place)));
    }
    return this;
  }

  private async learn(workload: Workload, place: number): Promise<void> {
    const answer = readReply(await this.client.send(workload.ask(place)));
    this.answered.set(answer.audit, "RIGHT");
    this.expected.set(`${workload.name} ${place}`, comparable(workload, answer));
  }

  async ask(n: number, due = performance.now()): Promise<void> {
    const workload = this.order[n % this.order.length] as Workload;
    const place = workload.changes ? 0 : Math.floor(n / 7) % this.places;
    const reply = await this.client.send(workload.ask(place));
    this.latencies.push({ due, took: performance.now() - due });
    const answer = readReply(reply);
    const verdict = judge(
      this.expected.get(`${workload.name} ${place}`) as Known,
      comparable(workload, answer),
    );
    this.verdicts[verdict] += 1;
    this.answered.set(answer.audit, verdict);
    if (verdict === "WRONG" && this.wrong.length < 5) {
      this.wrong.push(`${workload.name}: ${reply.status} ${reply.text.slice(0, 1000)}`);
    }
  }

  /** What was counted so far was to find the capacity. */
  forget(): void {
    this.latencies.length = 0;
    for (const verdict of Object.keys(this.verdicts)) this.verdicts[verdict as Verdict] = 0;
  }

  isQuiet(due: number): boolean {
    return !this.faultAt.some((at) => due > at - 1000 && due < at + AFTERMATH * 1000);
  }
}

function comparable({ changes }: Workload, { status, data, errors }: Known): Known {
  if (!changes) return { status, data, errors };
  return {
    status,
    data: JSON.parse(JSON.stringify(data ?? null).replace(changes, "C")) ?? undefined,
    errors,
  };
}
