import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { JSONWebKeySet } from "jose";
import { AuditLog } from "../../src/audit/audit-log.js";
import { publishedKeys } from "../../src/audit/checkpoint-signer.js";
import { auditCommand } from "../../src/cli/audit.js";
import { openDatabases, shippedMigrations } from "../../src/database/sources.js";
import { ownData } from "../support/own-data.js";
import { entryOf, newSigningKey, secondOf } from "./support.js";

const directory = ownData();
let published: JSONWebKeySet;

beforeAll(async () => {
  const signing = await newSigningKey();
  published = await publishedKeys(signing);
  await withTables(async (database) => {
    const log = await AuditLog.open(database, { signing });
    for (const number of [1, 2, 3, 4]) await log.append(entryOf({ at: secondOf(number) }));
    await log.close();
  });
});

type Main = Awaited<ReturnType<typeof openDatabases>>["main"];

async function withTables(work: (database: Main) => Promise<unknown>): Promise<void> {
  const plan = { url: undefined, directory: join(directory(), "database"), own: new Map() };
  const databases = await openDatabases(plan, ["hub", "audit"].map(shippedMigrations));
  await work(databases.main);
  await databases.close();
}

/** Runs `hub audit …` in this process. */
async function audit(...words: readonly string[]) {
  const out = jest.spyOn(process.stdout, "write").mockReturnValue(true);
  process.exitCode = undefined;
  try {
    await auditCommand(async () => ({ published })).parseAsync([...words], { from: "user" });
    const text = out.mock.calls.map(([chunk]) => String(chunk)).join("");
    return { text, code: process.exitCode ?? 0 };
  } finally {
    process.exitCode = undefined;
    out.mockRestore();
  }
}

const file = (name: string) => join(directory(), name);

test("verify of a log in order -> says so, exit 0", async () => {
  const { text, code } = await audit("verify");
  expect(text).toBe("in order: 4 records; a checkpoint proves the log up to record 4\n");
  expect(code).toBe(0);
});

test("export to a file -> proven without the database, by a file of public keys", async () => {
  await audit("export", "--from", "2", "--to", "3", "--output", file("part.jsonl"));
  await writeFile(file("keys.json"), JSON.stringify(published));
  const words = ["--export", file("part.jsonl"), "--keys", file("keys.json"), "--json"];
  const { text, code } = await audit("verify", ...words);
  expect(JSON.parse(text)).toEqual({ ok: true, from: 2, to: 3, records: 2, faults: [] });
  expect(code).toBe(0);
});

test("export of a day -> lines of JSON on standard output", async () => {
  const { text } = await audit("export", "--from", "2026-03-01", "--to", "2026-03-02");
  const kinds = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).kind);
  expect(kinds).toEqual(["head", "record", "record", "record", "record", "checkpoint"]);
});

test("an export that was changed -> names the record, exit 1", async () => {
  await audit("export", "--output", file("whole.jsonl"));
  const whole = await readFile(file("whole.jsonl"), "utf8");
  await writeFile(file("changed.jsonl"), whole.replace('"duty":"1.2"', '"duty":"2.3"'));
  const { text, code } = await audit("verify", "--export", file("changed.jsonl"));
  expect(text).toMatch(/^CHANGED +1 {2}.*\nNOT IN ORDER: 4 records\n$/);
  expect(code).toBe(1);
});

test("a tail cut off with its checkpoint -> in order by itself, not against a kept export", async () => {
  await audit("export", "--output", file("kept.jsonl"));
  await withTables((database) =>
    database.query(`
      alter table audit.record disable trigger user;
      alter table audit.checkpoint disable trigger user;
      delete from audit.record where sequence = 4;
      delete from audit.checkpoint`),
  );
  expect(await audit("verify")).toMatchObject({ code: 0 });
  const { text, code } = await audit("verify", "--checkpoint", file("kept.jsonl"), "--json");
  expect(JSON.parse(text)).toMatchObject({
    ok: false,
    faults: [{ kind: "TRUNCATED", sequence: 4 }],
  });
  expect(code).toBe(1);
});

test("a file that is not there -> an error, not a verdict", async () => {
  await expect(audit("verify", "--export", file("none"))).rejects.toMatchObject({ code: "ENOENT" });
});
