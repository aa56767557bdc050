import { unmarkedContractions } from "../../src/generate/contracting-statements.js";

const NEW_TABLE = `CREATE TABLE "a"."b" ("c" text NOT NULL, CONSTRAINT "d" CHECK ("c" <> ''));
CREATE UNIQUE INDEX "e" ON "a"."b" USING btree ("c");`;

describe("a migration that only adds -> in order", () => {
  test.each([
    NEW_TABLE,
    `ALTER TABLE "a"."b" ADD COLUMN "c" text;`,
    `ALTER TABLE "a"."b" ADD COLUMN "c" boolean DEFAULT false NOT NULL;`,
    `ALTER TABLE "a"."b" ALTER COLUMN "c" DROP NOT NULL;`,
    `ALTER TABLE "a"."b" ALTER COLUMN "c" SET DEFAULT now();`,
    `CREATE INDEX "d" ON "a"."b" USING btree ("c"); -- drop table "a"."b"`,
  ])("%s", (sql) => expect(unmarkedContractions(sql, "0.3.0")).toEqual([]));
});

describe.each([
  ["drop", `DROP TABLE "a"."b";`],
  ["drop", `ALTER TABLE "a"."b" DROP COLUMN "c";`],
  ["truncate", `TRUNCATE "a"."b";`],
  ["delete", `DELETE FROM "a"."b" WHERE "c" IS NULL;`],
  ["rename", `ALTER TABLE "a"."b" RENAME COLUMN "c" TO "d";`],
  ["rename", `ALTER TABLE "a"."b" RENAME TO "d";`],
  ["other schema", `ALTER TABLE "a"."b" SET SCHEMA "d";`],
  ["other type", `ALTER TABLE "a"."b" ALTER COLUMN "c" SET DATA TYPE integer;`],
  ["not null", `ALTER TABLE "a"."b" ALTER COLUMN "c" SET NOT NULL;`],
  ["no default", `ALTER TABLE "a"."b" ALTER COLUMN "c" DROP DEFAULT;`],
  ["not null without default", `ALTER TABLE "a"."b" ADD COLUMN "c" text NOT NULL;`],
  ["new rule for rows", `ALTER TABLE "a"."b" ADD CONSTRAINT "d" CHECK ("c" > 0);`],
  ["new unique index", `CREATE UNIQUE INDEX "d" ON "a"."b" USING btree ("c");`],
])("%s: %s", (what, sql) => {
  const marked = (release: string) => `-- contract: ${release} reads it no more\n${sql}`;

  test("unmarked -> refused, also among what only adds", () => {
    expect(unmarkedContractions(sql, "0.3.0")).toEqual([what]);
    const other = NEW_TABLE.replaceAll(`"b"`, `"other"`);
    expect(unmarkedContractions(`${other}\n${sql}`, "0.3.0")).toEqual([what]);
  });

  test("marked with a release before this one -> in order; with this or a later one -> refused", () => {
    expect(unmarkedContractions(marked("0.2.9"), "0.3.0")).toEqual([]);
    expect(unmarkedContractions(marked("0.3.0"), "0.3.0")).toEqual([what]);
    expect(unmarkedContractions(marked("0.10.0"), "0.3.0")).toEqual([what]);
  });
});
