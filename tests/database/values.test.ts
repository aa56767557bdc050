import { sql } from "drizzle-orm";
import {
  boolean,
  customType,
  date,
  integer,
  jsonb,
  numeric,
  pgSchema,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import { eachDatabase } from "../support/databases.js";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

const values = pgSchema("values").table("value", {
  day: date("day", { mode: "string" }),
  amount: numeric("amount", { precision: 14, scale: 2 }),
  moment: timestamp("moment", { withTimezone: true, mode: "string" }),
  flag: boolean("flag"),
  count: integer("count"),
  words: text("words").array(),
  bytes: bytea("bytes"),
  document: jsonb("document"),
});

const ROW = {
  day: "2024-02-29",
  amount: "1234567890.10",
  moment: "2026-03-01T08:00:00.5+08:00",
  flag: true,
  count: -7,
  words: ["稻谷", 'a "b" \\c', "", "NULL", "{x,y}"],
  bytes: Buffer.from([0, 255]),
  document: { list: [1, "二"] },
};

eachDatabase((_name, open) => {
  beforeAll(async () => {
    const database = await open();
    await database.query(`
      create schema "values";
      create table "values".value (day date, amount numeric(14,2), moment timestamptz, flag boolean,
        count integer, words text[], bytes bytea, document jsonb)`);
    await database.drizzle.insert(values).values(ROW);
  });

  test("drizzle and query answer the same values for the same row", async () => {
    const database = await open();
    expect(await database.drizzle.select().from(values)).toEqual([ROW]);
    expect(await database.query(`select * from "values".value`)).toEqual([ROW]);
    expect(await database.drizzle.execute(sql`select * from ${values}`)).toEqual([ROW]);
  });

  test("parameters of every kind come back as they went", async () => {
    const database = await open();
    const [row] = await database.query(
      `select $1::date as day, $2::numeric as amount, $3::timestamptz as moment, $4::boolean as flag,
        $5::int as count, $6::text[] as words, $7::bytea as bytes, $8::jsonb as document`,
      Object.values(ROW),
    );
    expect(row).toEqual(ROW);
  });

  test.each([
    ["'2026-03-01 00:00:00+00'::timestamptz", "2026-03-01T08:00:00+08:00"],
    ["'infinity'::timestamptz", "infinity"],
    ["'2026-03-01 08:00'::timestamp", "2026-03-01 08:00:00"],
    ["null::date", null],
    ["9007199254740991::int8", 9007199254740991],
    ["9007199254740993::int8", "9007199254740993"],
    ["count(*) from generate_series(1, 3)", 3],
    ["0.10::numeric", "0.10"],
    ["1.5::float8", 1.5],
    ["'2026-03'::char(7)", "2026-03"],
    ["array[1.10, null]::numeric[]", ["1.10", null]],
    ["array['2026-03-01']::date[]", ["2026-03-01"]],
    [
      "array[[1, 2], [3, 4]]",
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ["'{}'::text[]", []],
    ["array[null, 'null', 'NULL']::text[]", [null, "null", "NULL"]],
    ["'[2:3]={7,8}'::int[]", [7, 8]],
    ["'00000000-0000-0000-0000-000000000001'::uuid", "00000000-0000-0000-0000-000000000001"],
    ["'[null, 1]'::jsonb", [null, 1]],
    ["'1 day'::interval", "1 day"],
  ])("%s is %j", async (expression, expected) => {
    const database = await open();
    const rows = await database.query<{ value: unknown }>(
      expression.includes(" from ")
        ? `select ${expression.replace(" from ", " as value from ")}`
        : `select ${expression} as value`,
    );
    expect(rows).toEqual([{ value: expected }]);
  });

  test("today is the county's day", async () => {
    const database = await open();
    const [row] = await database.query("select current_setting('timezone') as zone");
    expect(row).toEqual({ zone: "Asia/Shanghai" });
  });

  test("a Date goes in as the moment it is", async () => {
    const database = await open();
    const [row] = await database.query("select $1::timestamptz as moment", [new Date(0)]);
    expect(row).toEqual({ moment: "1970-01-01T08:00:00+08:00" });
  });
});
