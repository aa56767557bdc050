import pg from "pg";
import type { Received } from "../../support/steady-load.js";
import { within } from "../../support/within.js";
import { BESIDE, QUERY, TIMEOUT, type Stage } from "./stage.js";

/** What is promised while something in the database is held, or a department's database is away. */
export function locks(stage: () => Stage): void {
  const ask = async () => {
    const start = performance.now();
    const answer = await stage().ask(0, QUERY, { id: stage().id });
    return { ...answer, elapsed: performance.now() - start };
  };
  const isHealthy = () => within(20_000, async () => expect((await ask()).errors).toEqual([]));

  /** Runs `work` while another connection holds a table. */
  const holding = async (database: string, table: string, work: () => Promise<void>) => {
    const holder = new pg.Client({ connectionString: stage().cluster.url(database) });
    await holder.connect();
    try {
      await holder.query(`begin; lock table ${table} in access exclusive mode`);
      await work();
    } finally {
      await holder.end();
    }
  };
  const expectOnly = (
    { data, errors, elapsed }: Awaited<ReturnType<typeof ask>>,
    field: string,
  ) => {
    expect(elapsed).toBeLessThan(TIMEOUT + BESIDE);
    const { members } = data.household;
    expect(
      errors.map(({ path, extensions }) => [path?.join("."), extensions["code"]]).sort(),
    ).toEqual(
      members.map((_: object, place: number) => [
        `household.members.${place}.${field}`,
        "SOURCE_UNAVAILABLE",
      ]),
    );
    expect(members.map((member: Record<string, unknown>) => member[field])).toEqual(
      members.map(() => null),
    );
    expect(members[0].name).toEqual(expect.any(String));
  };

  test("a department's table is locked -> its field alone is unavailable, in time; afterwards it is there", async () => {
    await holding("county", "disabled_federation.disability", async () => {
      expectOnly(await ask(), "disability");
    });
    await isHealthy();
  });

  test("so many wait for it that its pool is used up -> everybody is answered in time, and it recovers", async () => {
    await holding("farm", "agriculture.agriculture", async () => {
      const answers = await Promise.all(Array.from({ length: 40 }, ask));
      for (const { status, errors, data } of answers) {
        expect([status, data.household.members[0].name]).toEqual([200, expect.any(String)]);
        expect(new Set(errors.map(({ path }) => path?.at(-1)))).toEqual(new Set(["agriculture"]));
      }
    });
    await isHealthy();
  });

  test("a department's own database takes no connections -> its field alone is unavailable; it comes back by itself", async () => {
    const { cluster } = stage();
    await cluster.query(`alter database farm allow_connections false;
      select pg_terminate_backend(pid) from pg_stat_activity where datname = 'farm'`);
    expectOnly(await ask(), "agriculture");
    const ready = await fetch(stage().hubs[0]!.url.replace("graphql", "readyz"));
    expect([ready.status, await ready.text()]).toEqual([
      503,
      expect.stringContaining("agriculture"),
    ]);
    await cluster.query("alter database farm allow_connections true");
    await isHealthy();
  });

  test("the access log is locked -> AUDIT_UNAVAILABLE and no data, within its time; afterwards answers", async () => {
    await holding("county", "audit.record", async () => {
      const { status, data, errors, elapsed } = await ask();
      expect([status, data, errors.map(({ extensions }) => extensions["code"])]).toEqual([
        503,
        undefined,
        ["AUDIT_UNAVAILABLE"],
      ]);
      expect(elapsed).toBeLessThan(7000);
    });
    await isHealthy();
  }, 30_000);

  test("a hub stands still under load -> the other one goes on, and it does too when it may", async () => {
    const { hubs } = stage();
    const isWhole = ({ status, codes }: Received) => status === 200 && codes.length === 0;
    const [moving, frozen] = [stage().load([0]), stage().load([1])];
    await frozen.reaches(10, isWhole);
    hubs[1]?.child.kill("SIGSTOP");
    await moving.reaches(40, isWhole);
    hubs[1]?.child.kill("SIGCONT");
    await frozen.reaches(10, isWhole);
    await Promise.all([moving.stop(), frozen.stop()]);
    expect(moving.unanswered + frozen.unanswered).toBe(0);
    await stage().expectRecorded([...moving.received, ...frozen.received]);
  }, 30_000);
}
