import fc from "fast-check";
import { getTableColumns } from "drizzle-orm";
import { boolean, char, date, integer, numeric, pgSchema, text } from "drizzle-orm/pg-core";
import { timestamp, varchar } from "drizzle-orm/pg-core";
import { selectByKeys } from "../../src/department/select-by-keys.js";
import type { Database } from "../../src/database/database.js";
import { eachDatabase } from "../support/databases.js";

const schema = pgSchema("joined");
const sample = schema.table("sample", {
  key: text("key").primaryKey(),
  body: text("body"),
  reference: varchar("reference", { length: 22 }),
  month: char("month", { length: 7 }),
  amount: numeric("amount", { precision: 14, scale: 2 }),
  day: date("day"),
  at: timestamp("at", { withTimezone: true, mode: "string" }),
  isThere: boolean("is_there"),
  count: integer("count"),
  machinery: text("machinery").array(),
});
const other = schema.table("other", { key: text("key").primaryKey(), body: text("body") });

type Row = typeof sample.$inferInsert;

const nullable = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const storable = fc
  .string({ unit: "binary", maxLength: 20 })
  .map((body) => body.replaceAll("\0", ""));
const rows: fc.Arbitrary<Row[]> = fc
  .array(
    fc.record({
      body: nullable(storable),
      reference: nullable(fc.base64String({ maxLength: 20 })),
      month: nullable(fc.constantFrom("2026-03", "26", "")),
      amount: nullable(fc.constantFrom("0.00", "-0.10", "999999999999.99", "1234567.80")),
      day: nullable(fc.constantFrom("2026-03-01", "0001-01-01", "9999-12-31", "infinity")),
      at: nullable(
        fc.constantFrom(
          "2026-03-01 08:00:00.5+08",
          "1950-01-01 00:00:00.123456+00",
          "2026-03-01T00:00:00Z",
        ),
      ),
      isThere: nullable(fc.boolean()),
      count: nullable(fc.integer({ min: -2147483648, max: 2147483647 })),
      machinery: nullable(fc.array(nullable(storable), { maxLength: 3 }) as fc.Arbitrary<string[]>),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) => all.map((row, place) => ({ key: `k${place}`, ...row })));

eachDatabase((_name, open) => {
  let database: Database;
  const together = {};
  const samples = selectByKeys(
    { relation: sample, key: sample.key, columns: getTableColumns(sample), together },
    [sample.key],
  );
  const others = selectByKeys(
    { relation: other, key: other.key, columns: getTableColumns(other), together },
    [],
  );

  beforeAll(async () => {
    database = await open();
    await database.query(`
      create schema joined;
      create table joined.sample (key text primary key, body text, reference varchar(22), month char(7),
        amount numeric(14, 2), day date, at timestamptz, is_there boolean, count integer, machinery text[]);
      create table joined.other (key text primary key, body text);
      insert into joined.other values ('k0', 'other')`);
  });

  async function told<T>(work: () => Promise<T>): Promise<[T, string[]]> {
    const statements: string[] = [];
    const stop = database.onStatement((sql) => statements.push(sql));
    return [await work().finally(stop), statements];
  }

  test("selections of one tick are one statement, and say what they say alone", async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        await database.query("truncate joined.sample");
        await database.drizzle.insert(sample).values(given);
        const keys = [...given.map(({ key }) => key), "nobody"];
        const [alone] = await told(() => samples(database, keys));
        const [[joined, beside], statements] = await told(() =>
          Promise.all([samples(database, keys), others(database, keys)]),
        );
        expect(joined).toEqual(alone);
        expect(joined).toHaveLength(given.length);
        expect([beside, statements.length]).toEqual([[{ key: "k0", body: "other" }], 1]);
      }),
      { numRuns: 40 },
    );
  });

  test("selections by one list of keys share its parameter, and by two lists do not", async () => {
    await database.query("truncate joined.sample");
    await database.drizzle.insert(sample).values([{ key: "k0" }, { key: "k1" }]);
    const keys = ["k0", "k1"];
    const keysOf = (found: readonly Record<string, unknown>[]) => found.map(({ key }) => key);
    for (const [ofOthers, parameters] of [
      [keys, 1],
      [["k0"], 2],
      [["k1"], 2],
    ] as const) {
      const [[found, beside], statements] = await told(() =>
        Promise.all([samples(database, keys), others(database, ofOthers)]),
      );
      expect(keysOf(found)).toEqual(keys);
      expect(keysOf(beside)).toEqual(ofOthers.filter((key) => key === "k0"));
      expect(statements).toHaveLength(1);
      expect(new Set(statements[0]?.match(/\$\d+/g)).size).toBe(parameters);
    }
  });

  test("rows of many keys by themselves -> the same rows, in their order", async () => {
    await database.query("truncate joined.sample");
    const given = Array.from({ length: 200 }, (_, place) => ({
      key: `k${String(place).padStart(3, "0")}`,
      amount: place % 3 === 0 ? null : `${place}.50`,
      machinery: place % 2 === 0 ? ['"plough"', "犁"] : null,
    }));
    await database.drizzle.insert(sample).values(given.toReversed());
    const [found] = await told(() => samples(database, given.map(({ key }) => key).toReversed()));
    expect(found).toMatchObject(given);
    const [none] = await told(() =>
      samples(
        database,
        given.map(({ key }) => `not ${key}`),
      ),
    );
    expect(none).toEqual([]);
  });

  test("a table that is gone fails by itself", async () => {
    await database.query("alter table joined.other rename to gone");
    try {
      const [found, failed] = await Promise.allSettled([
        samples(database, ["k0"]),
        others(database, ["k0"]),
      ]);
      expect([found.status, failed.status]).toEqual(["fulfilled", "rejected"]);
    } finally {
      await database.query("alter table joined.gone rename to other");
    }
  });
});
