import { startHubProcess } from "../../support/hub-process.js";
import type { Received } from "../../support/steady-load.js";
import { within } from "../../support/within.js";
import { QUERY, type Stage } from "./stage.js";

/** What a request may be told while the database is away. */
const AWAY = ["AUDIT_UNAVAILABLE", "SOURCE_UNAVAILABLE"];

const isWhole = ({ status, codes }: Received) => status === 200 && codes.length === 0;

/** What is promised when the database, or a hub, stops under load. */
export function stops(stage: () => Stage): void {
  test.each(["fast", "immediate"] as const)(
    "the server stopped (%s) and started under load -> clear codes, no hub dies, answers by themselves again",
    async (mode) => {
      const { cluster, hubs } = stage();
      const load = stage().load();
      await load.reaches(20, isWhole);
      await cluster.stop(mode);
      await load.reaches(10, ({ codes }) => codes.includes("AUDIT_UNAVAILABLE"));
      await cluster.start();
      await load.reaches(20, isWhole);
      await load.stop();
      expect(load.unanswered).toBe(0);
      const codes = new Set(load.received.flatMap((answer) => answer.codes));
      expect([...codes].filter((code) => !AWAY.includes(code))).toEqual([]);
      for (const answer of load.received) {
        if (answer.codes.includes("AUDIT_UNAVAILABLE")) expect(answer.text).not.toContain('"data"');
      }
      expect(hubs.map(({ child }) => child.exitCode)).toEqual([null, null]);
      for (const hub of [0, 1]) {
        await within(10_000, async () => {
          expect((await stage().ask(hub, QUERY, { id: stage().id })).errors).toEqual([]);
        });
      }
      await stage().expectRecorded(load.received);
    },
    60_000,
  );

  test("SIGTERM under load -> every request it took is answered, no new one is taken, exit 0, the log is closed", async () => {
    const { cluster, hubs, ask, id } = stage();
    const recorded = async () => {
      const rows = await cluster.query("select id::text as id from audit.record", "county");
      return new Set(rows.map((row) => String(row["id"])));
    };
    const before = await recorded();
    const leaving = hubs[1]!;
    const load = stage().load([1], { clients: 8, goesOn: false });
    await load.reaches(50, isWhole);
    leaving.child.kill("SIGTERM");
    expect(await leaving.ended).toEqual({ code: 0, signal: null });
    await load.stop();
    expect(load.received.filter((answer) => !isWhole(answer))).toEqual([]);
    const after = await recorded();
    const answered = new Set(load.received.map(({ audit }) => audit));
    expect([...after].filter((record) => !before.has(record) && !answered.has(record))).toEqual([]);
    await expect(fetch(leaving.url)).rejects.toThrow();
    const [end] = await cluster.query(
      `select (select max(sequence) from audit.record) = (select max(size) from audit.checkpoint) as closed`,
      "county",
    );
    expect(end).toEqual({ closed: true });
    await stage().expectRecorded(load.received);
    hubs[1] = await startHubProcess(stage().environment);
    expect((await ask(1, QUERY, { id })).errors).toEqual([]);
  }, 60_000);
}
