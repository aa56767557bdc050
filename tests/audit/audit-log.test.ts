import { CHAIN_START } from "../../src/audit/chain.js";
import { AuditLog } from "../../src/audit/audit-log.js";
import { verifyLog } from "../../src/audit/verify-log.js";
import type { Database } from "../../src/database/database.js";
import { eachAudit, entryOf, hasher, newSigningKey } from "./support.js";

const many = (count: number) => Array.from({ length: count }, (_, index) => index);

eachAudit((bench) => {
  const stored = () =>
    bench().database.query<Record<string, unknown>>(
      "select * from audit.record join audit.reading using (reading) order by sequence",
    );
  const checkpoints = async () => {
    const rows = await bench().database.query<{ size: number }>(
      "select size from audit.checkpoint order by size",
    );
    return rows.map(({ size }) => size);
  };
  const verify = () => verifyLog(bench().database, bench().published);

  describe("an entry that is appended", () => {
    test("is stored as it was given, chained to the one before", async () => {
      const log = await bench().log();
      const first = await log.append(entryOf());
      const entry = entryOf({ at: "2026-03-01T00:00:01Z", case: null, codes: ["INTERNAL"] });
      const second = await log.append(entry);
      expect([first.sequence, second.sequence]).toEqual([1, 2]);
      expect(await stored()).toMatchObject([
        { sequence: 1, algorithm: "sm3", previous: CHAIN_START.hash, hash: first.hash },
        { ...entry, at: "2026-03-01T08:00:01+08:00", previous: first.hash, hash: second.hash },
      ]);
    });

    test("with characters that no database keeps -> kept as U+FFFD, and the log is in order", async () => {
      const log = await bench().log();
      await log.append(
        entryOf({ case: 'a\u0000b\ud800"\\{,}', coordinates: ["", "\u0000", "NULL"] }),
      );
      const [row] = await stored();
      expect(row).toMatchObject({
        case: 'a\uFFFDb\uFFFD"\\{,}',
        coordinates: ["", "\uFFFD", "NULL"],
      });
      expect((await verify()).faults).toEqual([]);
    });

    test.each([
      ["an ID number in clear", { subjects: ["11010519491231002X"] }, "subjects.0"],
      ["an operator in clear", { operator: "王芳" }, "operator"],
      ["no UUID", { id: "1" }, "id"],
      ["a time without offset", { at: "2026-03-01T08:00:00" }, "at"],
      ["a latency that is no number", { latency: Number.NaN }, "latency"],
    ])("with %s -> ENTRY_INVALID, which repeats no value", async (_what, wrong, field) => {
      const log = await bench().log();
      const failure = await log.append(entryOf(wrong)).catch((error) => error);
      expect(failure).toMatchObject({ code: "ENTRY_INVALID" });
      expect(failure.message).toContain(`${field}:`);
      expect(failure.message).not.toMatch(/11010519491231002X|王芳/);
      expect(await stored()).toEqual([]);
    });

    test("of a refusal before the caller was known -> recorded", async () => {
      const log = await bench().log();
      const nobody = {
        client: null,
        operator: null,
        department: null,
        duty: null,
        operation: null,
      };
      await log.append(entryOf({ ...nobody, decision: "REFUSED", codes: ["UNAUTHENTICATED"] }));
      expect(await stored()).toMatchObject([{ ...nobody, decision: "REFUSED" }]);
    });

    test("with SHA-256 configured -> hashed so, behind records of SM3", async () => {
      await (await bench().log()).append(entryOf());
      await (await bench().log({ algorithm: "sha256" })).append(entryOf());
      expect((await stored()).map(({ algorithm }) => algorithm)).toEqual(["sm3", "sha256"]);
      expect((await verify()).faults).toEqual([]);
    });
  });

  describe("the tables", () => {
    test.each([
      "update audit.record set client = 'x'",
      "delete from audit.record",
      "truncate audit.record",
      "update audit.checkpoint set at = now()",
      "delete from audit.checkpoint",
      "truncate audit.checkpoint",
    ])("%s -> refused", async (statement) => {
      await expect(bench().database.query(statement)).rejects.toThrow(/append-only/);
    });
  });

  describe("many appends at once", () => {
    test("need few statements, and each learns its place", async () => {
      const { database } = bench();
      const log = await bench().log();
      await log.append(entryOf());
      const statements: string[] = [];
      const stop = database.onStatement((sql) => statements.push(sql));
      const entries = many(300).map(() => entryOf());
      const places = await Promise.all(entries.map((entry) => log.append(entry)));
      stop();
      expect(statements).toHaveLength(1);
      expect(places.map(({ sequence }) => sequence)).toEqual(many(300).map((index) => index + 2));
      const ids = (await stored()).slice(1).map(({ id }) => id);
      expect(ids).toEqual(entries.map(({ id }) => id));
    });

    test("of 32 callers in turn -> far fewer statements than appends", async () => {
      const { database } = bench();
      const log = await bench().log();
      let statements = 0;
      const stop = database.onStatement(() => (statements += 1));
      await Promise.all(
        many(32).map(async () => {
          for (const _ of many(10)) await log.append(entryOf());
        }),
      );
      stop();
      expect(statements).toBeLessThan(40);
      expect(await verify()).toMatchObject({ ok: true, records: 320 });
    });

    test("beyond the bound -> AUDIT_UNAVAILABLE at once, the others are recorded", async () => {
      const log = await bench().log({ waitingLimit: 5 });
      const outcomes = await Promise.allSettled(many(8).map(() => log.append(entryOf())));
      const refused = outcomes.filter(({ status }) => status === "rejected");
      expect(refused).toHaveLength(3);
      expect(refused).toMatchObject(many(3).map(() => ({ reason: { code: "AUDIT_UNAVAILABLE" } })));
      expect(await stored()).toHaveLength(5);
      expect(await log.append(entryOf())).toMatchObject({ sequence: 6 });
    });
  });

  describe("a database that fails", () => {
    test("-> AUDIT_UNAVAILABLE for all that wait, and recording goes on when it is back", async () => {
      const { database } = bench();
      const log = await bench().log();
      await log.append(entryOf());
      await database.query("alter table audit.record rename to gone");
      const outcomes = await Promise.allSettled(many(2500).map(() => log.append(entryOf())));
      await database.query("alter table audit.gone rename to record");
      const codes = outcomes.map((outcome) => "reason" in outcome && outcome.reason.code);
      expect(new Set(codes)).toEqual(new Set(["AUDIT_UNAVAILABLE"]));
      expect(await log.append(entryOf())).toMatchObject({ sequence: 2 });
      expect(await verify()).toMatchObject({ ok: true, records: 2 });
    });

    test("when the last records of this process are gone -> AUDIT_UNAVAILABLE, never a chain over the hole", async () => {
      const log = await bench().log();
      for (const _ of many(3)) await log.append(entryOf());
      await bench().tamper("delete from audit.record where sequence = 3");
      const failure = await log.append(entryOf()).catch((error) => error);
      expect(failure).toMatchObject({
        code: "AUDIT_UNAVAILABLE",
        extensions: { retryAfter: 5 },
        originalError: { code: "RECORDS_LOST", fields: { sequence: 3 } },
      });
      expect(await stored()).toHaveLength(2);
    });
  });

  describe("checkpoints", () => {
    test("are written at closing, and only once", async () => {
      const log = await bench().log();
      await Promise.all(many(3).map(() => log.append(entryOf())));
      await Promise.all([log.close(), log.close()]);
      expect(await checkpoints()).toEqual([3]);
      await expect(log.append(entryOf())).rejects.toMatchObject({ code: "AUDIT_UNAVAILABLE" });
    });

    test("closing waits for what was appended", async () => {
      const log = await bench().log();
      const appended = log.append(entryOf());
      await log.close();
      expect(await appended).toMatchObject({ sequence: 1 });
      expect(await checkpoints()).toEqual([1]);
    });

    test("a log that wrote nothing -> no checkpoint", async () => {
      await (await bench().log()).close();
      expect(await checkpoints()).toEqual([]);
    });

    test("are written after so many records", async () => {
      const log = await bench().log({ checkpointRecords: 4 });
      for (const _ of many(9)) await log.append(entryOf());
      await log.close();
      const sizes = await checkpoints();
      expect([sizes[0], sizes[sizes.length - 1]]).toEqual([4, 9]);
      expect(await verify()).toMatchObject({ ok: true, checkpoints: sizes.length, proven: 9 });
    });

    test("are written after some time", async () => {
      const log = await bench().log({ checkpointMilliseconds: 1 });
      const written = statement(bench().database, /insert into "audit"."checkpoint"/);
      await log.append(entryOf());
      await written;
      await log.close();
      expect(await checkpoints()).toEqual([1]);
    });

    test("that cannot be written -> the owner hears of it, appends go on, and it is made up for", async () => {
      const { database } = bench();
      const failures: unknown[] = [];
      const onCheckpointFailure = (error: unknown) => failures.push(error);
      const log = await bench().log({ checkpointRecords: 2, onCheckpointFailure });
      await database.query("alter table audit.checkpoint rename to gone");
      for (const _ of many(3)) await log.append(entryOf());
      await expect(log.close()).rejects.toThrow();
      await database.query("alter table audit.gone rename to checkpoint");
      expect(failures).toHaveLength(1);
      const next = await bench().log();
      await next.append(entryOf());
      await next.close();
      expect(await verify()).toMatchObject({ ok: true, proven: 4 });
    });

    test("a key that is not a private ES256 key -> SIGNING_KEY_UNUSABLE", async () => {
      const { d: _d, ...open } = await newSigningKey();
      await expect(AuditLog.open(bench().database, { signing: open })).rejects.toMatchObject({
        code: "SIGNING_KEY_UNUSABLE",
      });
    });
  });

  test("no text of the tables holds an ID number or a name", async () => {
    const log = await bench().log();
    await log.append(entryOf({ subjects: [hasher.ofSubject("11010519491231002X")] }));
    expect(JSON.stringify(await stored())).not.toMatch(/11010519491231002X|王芳/);
  });
});

/** Fulfils when the database is about to run a statement of this kind. */
function statement(database: Database, kind: RegExp): Promise<void> {
  return new Promise((resolve) => {
    const stop = database.onStatement((sql) => {
      if (!kind.test(sql)) return;
      stop();
      resolve();
    });
  });
}
