import { disability } from "../../resolvers/disabled-federation/tables.js";
import { rotateFormerRecords } from "../../src/intake/history/rotate-former-records.js";
import { loadSnapshot } from "../../src/intake/load/load-snapshot.js";
import type { LoadTarget } from "../../src/intake/load/load-options.js";
import { rotateKeys } from "../../src/sealing/rotate-keys.js";
import { openCell } from "../../src/sealing/sealed-rows.js";
import { Sealing } from "../../src/sealing/sealing.js";
import { eachDatabase } from "../support/databases.js";
import {
  departmentOn,
  DISABILITY,
  idNumber,
  recordOf,
  recordsOf,
  SECRET,
} from "./disability-file.js";
import { fileOf, type GivenRow } from "./in-memory-file.js";

const EARLIER = "2026-10-01";
const LATER = "2026-10-08";
const TABLE = "disabled_federation.disability";

eachDatabase((kind, open) => {
  let target: LoadTarget;
  beforeAll(async () => {
    target = await departmentOn(await open());
  });
  beforeEach(() =>
    target.database.query(
      `truncate ${TABLE}, intake.load, intake.former_record, sealing.known_person restart identity`,
    ),
  );

  const load = (rows: Iterable<GivenRow>, options: Parameters<typeof loadSnapshot>[2] = {}) =>
    loadSnapshot(target, fileOf(DISABILITY, rows), { asOf: EARLIER, ...options });
  const newer = (rows: Iterable<GivenRow>, options = {}) => load(rows, { asOf: LATER, ...options });

  /** What the table holds, sealed texts opened, by the order of persons. */
  const records = async () => {
    const rows = await target.database.drizzle.select().from(disability);
    const people = Array.from({ length: 60 }, (_, n) => target.sealing.personKey(idNumber(n)));
    return rows
      .map((row) => ({
        n: people.indexOf(row.person),
        grade: row.grade,
        account: openCell(target.sealing, disability.bankAccount, row.bankAccount, row.person),
        asOf: row.asOf,
        source: row.originalSource,
        inDispute: row.inDispute,
      }))
      .sort((a, b) => a.n - b.n);
  };
  const former = () =>
    target.database.query<{ key: string; record: Record<string, string>; change: string }>(
      "select key, record, change from intake.former_record order by change, key",
    );
  /** Everything that a load may touch. */
  const everything = async () =>
    JSON.stringify([
      await target.database.query(`select * from ${TABLE} order by person`),
      await target.database.query("select * from intake.load"),
      await former(),
      await target.database.query("select person from sealing.known_person order by person"),
    ]);
  /** Runs a load that is refused; the code, and whether everything is as it was. */
  const refused = async (loading: () => Promise<unknown>) => {
    const before = await everything();
    const code = await loading().then(
      () => "LOADED",
      (error: { code?: string; message: string }) => error.code ?? error.message,
    );
    return { code, untouched: (await everything()) === before };
  };

  test("first file -> its records, their persons known, one snapshot on record", async () => {
    const report = await load(recordsOf(30), { source: "省残联", loadedBy: "operator" });
    expect(report).toMatchObject({
      load: 1,
      sameFile: false,
      rowsRead: 30,
      added: 30,
      unchanged: 0,
      asOf: EARLIER,
      title: "残疾人登记",
      corrections: { BLANKS: 2 },
      unknownHeaders: ["备注"],
    });
    const found = await records();
    expect(found.map(({ n }) => n)).toEqual(Array.from({ length: 30 }, (_, n) => n));
    expect(found[7]).toEqual({
      n: 7,
      grade: "1",
      account: "6228000000000000007",
      asOf: EARLIER,
      source: "省残联",
      inDispute: false,
    });
    const known = await target.database.query("select * from sealing.known_person");
    expect(known).toHaveLength(30);
    expect(await target.database.query("select loaded_by, rows_loaded from intake.load")).toEqual([
      { loaded_by: "operator", rows_loaded: 30 },
    ]);
  });

  test("the same file again -> nothing changes; for another day or in whole -> it is loaded", async () => {
    const rows = [...recordsOf(9), { ...recordOf(9), wrong: "残疾等级" }];
    await load(rows);
    const before = await everything();
    expect(await load(rows)).toMatchObject({ sameFile: true, load: null, unchanged: 9 });
    expect(await load(rows, { asOf: undefined })).toMatchObject({ sameFile: true });
    expect(await everything()).toBe(before);
    await expect(load(rows, { strict: true })).rejects.toMatchObject({ code: "ROWS_REFUSED" });
    expect(await newer(rows)).toMatchObject({ sameFile: false, load: 2, unchanged: 9 });
  });

  test("a newer file -> replaces by key; what it changes and removes is kept as it rested", async () => {
    await load(recordsOf(30));
    await target.database.query(
      `update ${TABLE} set in_dispute = true, valid_until = '2030-01-01' where person = $1`,
      [target.sealing.personKey(idNumber(1))],
    );
    const rows = [
      ...recordsOf(27).slice(2),
      recordOf(0, { bankAccount: "62289" }),
      recordOf(1, { grade: "2" }),
      recordOf(50),
    ];
    const report = await newer(rows);
    expect(report).toMatchObject({ added: 1, changed: 2, removed: 3, unchanged: 25, kept: 0 });
    const found = await records();
    expect(found.map(({ n }) => n)).toEqual([...Array.from({ length: 27 }, (_, n) => n), 50]);
    expect(new Set(found.map(({ asOf }) => asOf))).toEqual(new Set([LATER]));
    expect(found[0]).toMatchObject({ account: "62289", inDispute: false });
    expect(found[1]).toMatchObject({ grade: "2", inDispute: true });
    const person = target.sealing.personKey(idNumber(0));
    const history = await former();
    expect(history.map(({ change }) => change).join()).toBe(
      "CHANGED,CHANGED,REMOVED,REMOVED,REMOVED",
    );
    const before = history.find(({ key }) => key === JSON.stringify([person]))?.record;
    expect(before).toMatchObject({ person, as_of: EARLIER, living_subsidy: 120 });
    const account = before?.["bank_account"] ?? null;
    expect(openCell(target.sealing, disability.bankAccount, account, person)).toBe(
      "6228000000000000000",
    );
    const [kept] = await target.database.query(`select valid_until from ${TABLE} where in_dispute`);
    expect(kept).toEqual({ valid_until: "2030-01-01" });
  });

  test("records sealed otherwise, or alike but for the seal -> only what says something else changed", async () => {
    await load(recordsOf(20));
    for (const n of [3, 4]) {
      const person = target.sealing.personKey(idNumber(n));
      const about = `"disabled_federation"."disability".bank_account of ${person}`;
      const account = n === 3 ? "6228000000000000003" : "1";
      await target.database.query(`update ${TABLE} set bank_account = $1 where person = $2`, [
        target.sealing.seal(account, about),
        person,
      ]);
    }
    const { changed, unchanged } = await newer(recordsOf(20));
    expect({ changed, unchanged }).toEqual({ changed: 1, unchanged: 19 });
    expect((await records()).map(({ account }) => account)).toEqual(
      recordsOf(20).map(({ row }) => row["bankAccount"]),
    );
  });

  test("a file without a column -> that column stays", async () => {
    await load(recordsOf(5));
    const { bankAccount: _, ...row } = recordOf(0, { grade: "4" }).row;
    await newer([{ row }], { allowShrink: true });
    const [found] = await records();
    expect(found).toMatchObject({ grade: "4", account: "6228000000000000000" });
  });

  test("a row with a day and a source of its own -> they stand; the snapshot's day is the latest", async () => {
    const rows = [
      { ...recordOf(0), asOf: "2026-09-30", originalSource: "县医院" },
      { ...recordOf(1), asOf: "2026-10-02" },
    ];
    expect(await load(rows, { asOf: undefined })).toMatchObject({ asOf: "2026-10-02" });
    expect(await records()).toMatchObject([
      { asOf: "2026-09-30", source: "县医院" },
      { asOf: "2026-10-02", source: "县残联" },
    ]);
  });

  test("a refused row -> told, and its record stays as it was; without a readable key it goes", async () => {
    await load(recordsOf(20));
    const told: unknown[] = [];
    const rows = [
      { ...recordOf(0, { grade: "9" }), wrong: "残疾等级" },
      { ...recordOf(1, { person: "?" }), wrong: "公民身份号码" },
      ...recordsOf(20).slice(2),
    ];
    const report = await newer(rows, {
      onRefused: ({ line }: { line: number }) => told.push(line),
    });
    expect(report).toMatchObject({ rowsRefused: 2, rowsLoaded: 18, removed: 1, kept: 1 });
    expect(told).toEqual([2, 3]);
    expect((await records()).slice(0, 2)).toMatchObject([
      { n: 0, asOf: EARLIER },
      { n: 2, asOf: LATER },
    ]);
  });

  const onTwenty: [string, string, () => Promise<unknown>][] = [
    ["an older day", "SNAPSHOT_OLDER", () => load(recordsOf(20), { asOf: "2026-09-30" })],
    [
      "rows of an older day",
      "SNAPSHOT_OLDER",
      () =>
        load(
          recordsOf(20).map((row) => ({ ...row, asOf: "2026-09-30" })),
          { asOf: undefined },
        ),
    ],
    ["a fifth and more gone", "SNAPSHOT_SHRINKS", () => newer(recordsOf(15))],
    [
      "a bad row where all are wanted",
      "ROWS_REFUSED",
      () => newer([...recordsOf(19), { ...recordOf(19), wrong: "残疾等级" }], { strict: true }),
    ],
    [
      "bad rows alone",
      "ROWS_REFUSED",
      () => newer(recordsOf(20).map((row) => ({ ...row, wrong: "残疾等级" }))),
    ],
    ["no row", "FILE_EMPTY", () => newer([])],
    ["no day", "AS_OF_MISSING", () => load(recordsOf(21), { asOf: undefined })],
    ["a value that the table refuses", "22P02", () => newer([recordOf(1, { livingSubsidy: "x" })])],
  ];
  test.each(onTwenty)("%s -> %s, and nothing changed", async (_, code, loading) => {
    await load(recordsOf(20));
    expect(await refused(loading)).toEqual({ code, untouched: true });
  });

  test("exactly a fifth gone, or more where that is allowed -> loaded", async () => {
    await load(recordsOf(20));
    expect(await newer(recordsOf(16))).toMatchObject({ removed: 4 });
    expect(await newer(recordsOf(2), { allowShrink: true })).toMatchObject({ removed: 14 });
  });

  test("a dry run -> says what would change, first or later, and nothing did", async () => {
    const before = await everything();
    expect(await load(recordsOf(20), { dryRun: true })).toMatchObject({
      dryRun: true,
      load: null,
      added: 20,
    });
    expect(await everything()).toBe(before);
    await load(recordsOf(20));
    const loaded = await everything();
    const rows = [...recordsOf(19), recordOf(30)];
    const report = await newer(rows, { dryRun: true });
    expect(report).toMatchObject({ added: 1, removed: 1, unchanged: 19, load: null });
    expect(await everything()).toBe(loaded);
  });

  test("a file that cannot be read on -> the snapshot before is whole, and the file is let go", async () => {
    await load(recordsOf(20));
    let closed = false;
    const file = fileOf(DISABILITY, recordsOf(21), () => (closed = true));
    const broken = {
      ...file,
      async *rows() {
        let left = 10;
        for await (const row of file.rows()) {
          if (left-- === 0) throw new Error("the disk went away");
          yield row;
        }
      },
    };
    const loading = () => loadSnapshot(target, broken, { asOf: LATER });
    expect(await refused(loading)).toEqual({ code: "the disk went away", untouched: true });
    expect(closed).toBe(true);
    expect(await newer(recordsOf(21))).toMatchObject({ added: 1, unchanged: 20 });
  });

  test("after the secret is rotated -> history opens with the new one, and nothing counts as changed", async () => {
    await load(recordsOf(20));
    await newer([recordOf(0, { bankAccount: "62289" }), ...recordsOf(20).slice(1)]);
    const { sealing: before, database } = target;
    const secrets = ["another-secret-of-thirty-two-chars", SECRET];
    const given = new Sealing({ secrets, cipher: "aes-256-gcm", personKeys: before.personKeysId });
    await database.query("insert into sealing.person_keys (id) values ($1)", [before.personKeysId]);
    await rotateKeys(database, given, [disability], rotateFormerRecords);
    const sealing = new Sealing({ secrets: secrets.slice(0, 1), cipher: "aes-256-gcm" });
    const person = sealing.personKey(idNumber(0));
    const [history] = await former();
    expect(history).toMatchObject({ key: JSON.stringify([person]), record: { person } });
    const account = history?.record["bank_account"] ?? null;
    expect(openCell(sealing, disability.bankAccount, account, person)).toBe("6228000000000000000");
    const again = fileOf(DISABILITY, [
      recordOf(0, { bankAccount: "62289" }),
      ...recordsOf(20).slice(1),
      recordOf(20),
    ]);
    const report = await loadSnapshot({ ...target, sealing }, again, { asOf: LATER });
    expect(report).toMatchObject({ added: 1, changed: 0, unchanged: 20 });
    await database.query("truncate sealing.person_keys");
  });

  if (kind === "postgres") {
    test("another load of the table at the same time -> LOAD_RUNNING, the first goes on", async () => {
      let second: Promise<unknown> | undefined;
      const onRefused = async () => {
        second = refused(() => newer(recordsOf(3), { patience: 1 }));
        await second;
      };
      const rows = [...recordsOf(9), { ...recordOf(9), wrong: "残疾等级" }];
      expect(await load(rows, { onRefused })).toMatchObject({ added: 9 });
      expect(await second).toEqual({ code: "LOAD_RUNNING", untouched: true });
    });
  }
});
