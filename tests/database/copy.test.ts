import { sql } from "drizzle-orm";
import { boolean, integer, numeric, pgSchema, serial, text } from "drizzle-orm/pg-core";
import type { Database } from "../../src/database/database.js";
import { eachDatabase } from "../support/databases.js";

const schema = pgSchema("copy");
const item = schema.table("item", {
  id: integer("id").primaryKey(),
  name: text("name"),
  words: text("words").array(),
  flag: boolean("flag").notNull().default(false),
  amount: numeric("amount", { precision: 14, scale: 2 }),
});
const numbered = schema.table("numbered", {
  id: serial("id").primaryKey(),
  madeBy: text("made_by").default(sql`current_user`),
  name: text("name").notNull(),
});

const NASTY = [
  "",
  "\\N",
  "\\.",
  "null",
  "tab\there",
  "line\nfeed\r\nreturn",
  "back\\slash \\t \\\\",
  `quote " and ' and {braces, commas}`,
  "浦江县 👪 é",
];

eachDatabase((_name, open) => {
  let database: Database;

  beforeAll(async () => {
    database = await open();
    await database.query(`
      create schema copy;
      create table copy.item (id integer primary key, name text, words text[],
        flag boolean not null, amount numeric(14,2));
      create table copy.numbered (id serial primary key, made_by text default current_user,
        name text not null)`);
  });
  beforeEach(() => database.query("truncate copy.item, copy.numbered restart identity"));

  test("every string comes back as it went, alone and in an array", async () => {
    const rows = NASTY.map((name, id) => ({ id, name, words: NASTY, flag: true, amount: "1.50" }));
    expect(await database.copyInto(item, rows)).toBe(NASTY.length);
    expect(await database.drizzle.select().from(item).orderBy(item.id)).toEqual(rows);
  });

  test("an empty first column does not shift the row", async () => {
    const first = schema.table("first", { head: text("head"), tail: text("tail") });
    await database.query("create table copy.first (head text, tail text)");
    await database.copyInto(first, [{ head: "", tail: "x" }]);
    expect(await database.drizzle.select().from(first)).toEqual([{ head: "", tail: "x" }]);
  });

  test("what a row does not say is the column's default, or null", async () => {
    await database.copyInto(item, [{ id: 1 }, { id: 2, name: null, words: [], flag: true }]);
    expect(await database.drizzle.select().from(item).orderBy(item.id)).toEqual([
      { id: 1, name: null, words: null, flag: false, amount: null },
      { id: 2, name: null, words: [], flag: true, amount: null },
    ]);
  });

  test("defaults that only the database knows are left to it", async () => {
    await database.copyInto(numbered, [{ name: "a" }, { name: "b" }]);
    const [user] = await database.query<{ name: string }>("select current_user as name");
    expect(await database.drizzle.select().from(numbered).orderBy(numbered.id)).toEqual([
      { id: 1, madeBy: user?.name, name: "a" },
      { id: 2, madeBy: user?.name, name: "b" },
    ]);
  });

  test("a row cannot say what the first row left to the database", async () => {
    const copying = database.copyInto(numbered, [{ name: "a" }, { id: 7, name: "b" }]);
    await expect(copying).rejects.toThrow("row 2 has id");
    expect(await database.drizzle.select().from(numbered)).toEqual([]);
  });

  test("no rows are no statement", async () => {
    expect(await database.copyInto(item, [])).toBe(0);
  });

  test("100,000 rows from an asynchronous source, read no faster than they are taken", async () => {
    async function* rows() {
      for (let id = 0; id < 100_000; id++) yield { id, name: `名${id}`, words: ["a", "b"] };
    }
    expect(await database.copyInto(item, rows())).toBe(100_000);
    const counted = "select count(*) as rows, count(distinct name) as names from copy.item";
    expect(await database.query(counted)).toEqual([{ rows: 100_000, names: 100_000 }]);
  });

  test("a row that the table refuses, however late, leaves none behind", async () => {
    const rows = Array.from({ length: 60_000 }, (_, id) => ({ id, name: "x".repeat(100) }));
    const copying = database.copyInto(item, [...rows, { id: 1 }]);
    await expect(copying).rejects.toMatchObject({ code: "23505" });
    expect(await database.query("select count(*) as rows from copy.item")).toEqual([{ rows: 0 }]);
  });

  test("a source that fails midway leaves none behind and is closed", async () => {
    let closed = false;
    function* rows() {
      try {
        for (let id = 0; id < 20_000; id++) yield { id, name: "x".repeat(20) };
        throw new Error("the file ends here");
      } finally {
        closed = true;
      }
    }
    await expect(database.copyInto(item, rows())).rejects.toThrow("the file ends here");
    expect(closed).toBe(true);
    expect(await database.query("select count(*) as rows from copy.item")).toEqual([{ rows: 0 }]);
  });
});
