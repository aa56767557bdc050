import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { HAS_SMALL_DISK } from "../../support/own-cluster.js";
import type { Received } from "../../support/steady-load.js";
import { type Stage } from "./stage.js";

const isWhole = ({ status, codes }: Received) => status === 200 && codes.length === 0;

/** What is promised when the database's disk is full. */
export function starvation(stage: () => Stage): void {
  if (!HAS_SMALL_DISK)
    process.stderr.write("skipped: no disk to fill, which takes root and a mount\n");
  const onSmallDisk = HAS_SMALL_DISK ? test : test.skip;

  onSmallDisk(
    "the database's disk is full -> AUDIT_UNAVAILABLE and no data, nothing is lost, answers again when there is room",
    async () => {
      const { cluster } = stage();
      const load = stage().load();
      await load.reaches(20, isWhole);
      const filler = join(cluster.directory, "filler");
      fill(filler);
      // Pages that are there have room for a while.
      await load.reaches(20, ({ codes }) => codes.includes("AUDIT_UNAVAILABLE"));
      rmSync(filler);
      await cluster.start();
      await load.reaches(20, isWhole);
      await load.stop();
      expect(load.unanswered).toBe(0);
      const codes = new Set(load.received.flatMap((answer) => answer.codes));
      expect([...codes].sort()).toEqual([
        "AUDIT_UNAVAILABLE",
        ...[...codes].filter((code) => code === "SOURCE_UNAVAILABLE"),
      ]);
      await stage().expectRecorded(load.received);
    },
    120_000,
  );
}

/** Takes all the room that there is. */
function fill(path: string): void {
  const file = openSync(path, "w");
  const chunk = Buffer.alloc(1024 * 1024);
  try {
    for (;;) writeSync(file, chunk);
  } catch (error) {
    if ((error as { code?: string }).code !== "ENOSPC") throw error;
  } finally {
    closeSync(file);
  }
}
