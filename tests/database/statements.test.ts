import { eq, sql } from "drizzle-orm";
import { integer, pgSchema, text } from "drizzle-orm/pg-core";
import type { Database } from "../../src/database/database.js";
import { repeated } from "../../src/database/repeated-statement.js";
import { eachDatabase } from "../support/databases.js";

const schema = pgSchema("statements");
const note = schema.table("note", { id: integer("id").primaryKey(), body: text("body") });

async function bodies(database: Database): Promise<(string | null)[]> {
  return (await database.drizzle.select().from(note).orderBy(note.id)).map(({ body }) => body);
}

eachDatabase((name, open) => {
  let database: Database;

  beforeAll(async () => {
    database = await open();
    await database.query(`
      create schema statements;
      create table statements.note (id integer primary key, body text)`);
  });
  beforeEach(() => database.query("truncate statements.note"));

  async function told(work: () => Promise<unknown>): Promise<string[]> {
    const heard: string[] = [];
    const stop = database.onStatement((statement) => heard.push(statement));
    await work().finally(stop);
    return heard;
  }

  test("every statement is told once, whichever way it comes", async () => {
    const heard = await told(async () => {
      await database.query("select 1");
      await database.query("select $1::int", [1]);
      await database.drizzle.insert(note).values({ id: 1, body: "a" });
      await database.drizzle.select().from(note);
      await database.drizzle.execute(sql`select 2`);
      await database.copyInto(note, [{ id: 2, body: "b" }]);
      await database.transaction(async (transaction) => {
        await transaction.query("select 3");
        await transaction.transaction((inner) => inner.drizzle.delete(note));
      });
    });
    expect(heard).toEqual([
      "select 1",
      "select $1::int",
      `insert into "statements"."note" ("id", "body") values ($1, $2)`,
      `select "id", "body" from "statements"."note"`,
      "select 2",
      `copy "statements"."note" ("id", "body") from stdin`,
      "select 3",
      `delete from "statements"."note"`,
    ]);
  });

  test("a listener that has ended hears nothing", async () => {
    const heard = await told(async () => {});
    await database.query("select 1");
    expect(heard).toEqual([]);
  });

  test("a script answers its last statement's rows", async () => {
    expect(await database.query("select 1 as one; select 2 as two")).toEqual([{ two: 2 }]);
  });

  test("a transaction that rejects leaves nothing behind", async () => {
    const failing = database.transaction(async (transaction) => {
      await transaction.drizzle.insert(note).values({ id: 1, body: "a" });
      await transaction.copyInto(note, [{ id: 2, body: "b" }]);
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await bodies(database)).toEqual([]);
  });

  test("an inner transaction that rejects takes only its own work back", async () => {
    await database.transaction(async (outer) => {
      await outer.drizzle.insert(note).values({ id: 1, body: "kept" });
      const failing = outer.transaction(async (inner) => {
        await inner.drizzle.insert(note).values({ id: 2, body: "lost" });
        await inner.query("select 1 / 0");
      });
      await expect(failing).rejects.toMatchObject({ code: "22012" });
      await outer.transaction((inner) => inner.drizzle.update(note).set({ body: "changed" }));
    });
    expect(await bodies(database)).toEqual(["changed"]);
  });

  test("a transaction that goes on after a failed statement is not mistaken for committed", async () => {
    const swallowing = database.transaction(async (transaction) => {
      await transaction.drizzle.insert(note).values({ id: 1, body: "a" });
      await transaction.query("select 1 / 0").catch(() => {});
    });
    await expect(swallowing).rejects.toMatchObject({ code: "25P02" });
    expect(await bodies(database)).toEqual([]);
  });

  test("after failures the database goes on", async () => {
    for (let times = 0; times < 20; times++) {
      await expect(database.transaction((open) => open.query("select 1 / 0"))).rejects.toThrow();
    }
    expect(await database.query("select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("a failed statement's error has its SQLSTATE and none of its parameters", async () => {
    const secret = "330726199001011234";
    const direct = await database
      .query("select $1::text, 1 / $2::int", [secret, 0])
      .catch((e) => e);
    expect(direct).toMatchObject({ code: "22012" });
    const built = await database.drizzle
      .select({ quotient: sql`1 / ${0}::int` })
      .from(sql`(values (1)) as one`)
      .where(eq(sql`${secret}`, sql`${secret}`))
      .catch((error) => error);
    expect(built).toMatchObject({ cause: { code: "22012" } });
    for (const error of [direct, built, built.cause]) {
      expect(error.message + JSON.stringify(error)).not.toContain(secret);
    }
  });

  test("statements in flight at once each get their own answer", async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => database.query("select $1::int as i", [i])),
    );
    expect(answers).toEqual(Array.from({ length: 50 }, (_, i) => [{ i }]));
  });

  describe("a statement that comes again", () => {
    const values = `select $1::text as text, null::int as nothing, 7::int8 as count, 1.50::numeric(9, 2) as amount,
      date '2026-03-01' as day, timestamptz '2026-03-01 00:00Z' as at, true as yes,
      array['a', null]::text[] as list, '{"a": [1]}'::json as json, '\\x00ff'::bytea as bytes`;

    test("its rows are those of the same statement that comes once", async () => {
      const again = repeated(values);
      for (const given of ["浦江", "", "a'\"\\{}"]) {
        expect(await database.query(again, [given])).toEqual(await database.query(values, [given]));
      }
    });

    test("runs at once, and in a transaction, each get their own rows", async () => {
      const again = repeated("select $1::int as i from generate_series(1, $1::int)");
      const run = (on: Database, i: number) => on.query(again, [i]);
      const rows = (i: number) => Array.from({ length: i }, () => ({ i }));
      const some = Array.from({ length: 30 }, (_, i) => i);
      expect(await Promise.all(some.map((i) => run(database, i)))).toEqual(some.map(rows));
      expect(await database.transaction((inner) => run(inner, 3))).toEqual(rows(3));
    });

    test("its table changes in between -> rows as the table is now", async () => {
      await database.query(
        "create table statements.changing (value int); insert into statements.changing values (1)",
      );
      const again = repeated("select * from statements.changing");
      const everywhere = () => Promise.all(Array.from({ length: 12 }, () => database.query(again)));
      for (const [change, row] of [
        ["select 1", { value: 1 }],
        [
          "alter table statements.changing alter value type text using value::text || '.'",
          { value: "1." },
        ],
        [
          "alter table statements.changing add more date default '2026-01-02'",
          { value: "1.", more: "2026-01-02" },
        ],
      ] as const) {
        await database.query(change);
        for (const rows of [...(await everywhere()), ...(await everywhere())]) {
          expect(rows).toEqual([row]);
        }
      }
    });

    test("a run that fails, in the middle of its rows or before -> its error, and the next is answered", async () => {
      const again = repeated("select 6 / (3 - i) as share from generate_series(1, $1::int) as i");
      const outcome = (most: unknown) =>
        database.query(again, [most]).catch(({ code }: { code: string }) => code);
      expect(await outcome(2)).toEqual([{ share: 3 }, { share: 6 }]);
      expect(await Promise.all([3, "x", 1].map(outcome))).toEqual([
        "22012",
        "22P02",
        [{ share: 3 }],
      ]);
      expect(await outcome(2)).toEqual([{ share: 3 }, { share: 6 }]);
    });
  });

  if (name === "postgres") {
    test("a connection that the server ends, idle or in a transaction, does not end the process", async () => {
      const end = `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`;
      await Promise.all([database.query("select pg_sleep(0.1)"), database.query("select 1")]);
      const cut = database.transaction(async (transaction) => {
        await transaction.query("select 1");
        await database.query(end);
        await new Promise((resolve) => setTimeout(resolve, 200));
        await transaction.query("select 2");
      });
      await expect(cut).rejects.toThrow();
      expect(await database.query("select 1 as one")).toEqual([{ one: 1 }]);
    });
  }
});
