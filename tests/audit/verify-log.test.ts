import { checkpointSigner, publishedKeys } from "../../src/audit/checkpoint-signer.js";
import { verifyLog, type VerifyOptions } from "../../src/audit/verify-log.js";
import {
  both,
  change,
  hashAll,
  hashOne,
  insert,
  move,
  remove,
  renumber,
  swap,
  swapContents,
  truncate,
  type Manipulation,
} from "./manipulations.js";
import { eachAudit, entryOf, newSigningKey } from "./support.js";

eachAudit((bench) => {
  const verify = (options?: VerifyOptions) =>
    verifyLog(bench().database, bench().published, options);
  const faults = async (options?: VerifyOptions) => {
    const report = await verify(options);
    expect(report.ok).toBe(report.faults.length === 0);
    return report.faults.map(({ kind, sequence }) => [kind, sequence]);
  };

  test("an empty log -> in order", async () => {
    expect(await verify()).toEqual({ ok: true, records: 0, checkpoints: 0, proven: 0, faults: [] });
  });

  test("a log as it was written -> in order, proven up to the last checkpoint", async () => {
    await bench().fill(10, 4);
    await (await bench().log()).append(entryOf());
    expect(await verify()).toEqual({
      ok: true,
      records: 11,
      checkpoints: 3,
      proven: 10,
      faults: [],
    });
  });

  describe("of ten records with checkpoints at 4, 8 and 10", () => {
    beforeEach(() => bench().fill(10, 4));

    const added = entryOf({ department: "县农业农村局" });
    test.each<[string, Manipulation, [string, number][]]>([
      ["one changed", change(6), [["CHANGED", 6]]],
      ["the last one changed", change(10), [["CHANGED", 10]]],
      ["one changed and hashed anew", both(change(6), hashOne(6)), [["CHANGED", 6]]],
      ["a signed one changed and hashed anew", both(change(8), hashOne(8)), [["CHANGED", 8]]],
      ["one changed and the whole chain hashed anew", both(change(6), hashAll), [["CHANGED", 5]]],
      ["one removed", remove(6), [["REMOVED", 6]]],
      ["the first one removed", remove(1), [["REMOVED", 1]]],
      ["one removed, the others renumbered", both(remove(6), renumber), [["REMOVED", 6]]],
      ["three removed, the others renumbered", both(remove(2, 3), renumber), [["REMOVED", 2]]],
      ["the first one removed, the others renumbered", both(remove(1), renumber), [["REMOVED", 1]]],
      [
        "one removed, the others renumbered and hashed anew",
        both(remove(6), renumber, hashAll),
        [
          ["CHANGED", 5],
          ["TRUNCATED", 10],
        ],
      ],
      ["one inserted", insert(6, added), [["INSERTED", 6]]],
      ["one inserted at the beginning", insert(1, added), [["INSERTED", 1]]],
      ["one inserted before the last one", insert(10, added), [["INSERTED", 10]]],
      ["a wrongly hashed one inserted", both(insert(6, added), change(6)), [["INSERTED", 6]]],
      ["one inserted and the chain hashed anew", both(insert(6, added), hashAll), [["CHANGED", 5]]],
      [
        "two neighbours swapped",
        swap(5, 6),
        [
          ["REORDERED", 5],
          ["REORDERED", 6],
        ],
      ],
      [
        "two swapped",
        swap(3, 9),
        [
          ["REORDERED", 3],
          ["REORDERED", 9],
        ],
      ],
      [
        "the contents of two swapped",
        swapContents(3, 9),
        [
          ["REORDERED", 3],
          ["REORDERED", 9],
        ],
      ],
      ["two swapped and the chain hashed anew", both(swap(5, 6), hashAll), [["CHANGED", 5]]],
      [
        "one moved to another place",
        move(3, 7),
        [
          ["REORDERED", 3],
          ["REORDERED", 7],
        ],
      ],
      ["the tail cut off", truncate(6), [["TRUNCATED", 7]]],
      ["everything cut off", truncate(0), [["TRUNCATED", 1]]],
      [
        "one changed, and another removed",
        both(change(2), remove(6)),
        [
          ["CHANGED", 2],
          ["REMOVED", 6],
        ],
      ],
    ])("%s -> found", async (_what, manipulate, expected) => {
      await bench().replace(manipulate(await bench().records()));
      expect(await faults()).toEqual(expected);
    });

    test.each([
      ["a number", "update audit.record set sequence = 20 where sequence = 10", [["CHANGED", 20]]],
      [
        "a hash",
        `update audit.record set hash = repeat('0', 64) where sequence = 6`,
        [["CHANGED", 6]],
      ],
      [
        "the hash before",
        `update audit.record set previous = repeat('0', 64) where sequence = 6`,
        [["CHANGED", 6]],
      ],
      [
        "the algorithm",
        "update audit.record set algorithm = 'md5' where sequence = 6",
        [["CHANGED", 6]],
      ],
      [
        "a reading that it names",
        `with other as (insert into audit.reading values ('other', '{Person.age}'))
         update audit.record set reading = 'other' where sequence = 6`,
        [["CHANGED", 6]],
      ],
      [
        "an infinite time",
        "update audit.record set at = 'infinity' where sequence = 6",
        [["CHANGED", 6]],
      ],
    ])("%s changed -> found", async (_what, statement, expected) => {
      await bench().tamper(statement);
      expect(await faults()).toEqual(expected);
    });

    test.each([
      ["changed", "update audit.reading set coordinates = '{Person.age}'"],
      ["removed", "delete from audit.reading"],
    ])("a reading %s -> found in every record that has it", async (_what, statement) => {
      const before = await bench().database.query("select * from audit.reading");
      await bench().tamper(statement);
      const found = await faults();
      expect(found.length).toBe((await bench().records()).length);
      expect(new Set(found.map(([kind]: readonly unknown[]) => kind))).toEqual(
        new Set(["CHANGED"]),
      );
      await bench().tamper("delete from audit.reading");
      for (const { reading, coordinates } of before) {
        await bench().database.query("insert into audit.reading values ($1, $2)", [
          reading,
          coordinates,
        ]);
      }
    });

    test("the same row twice, where the key was dropped -> found", async () => {
      await bench().tamper(
        "alter table audit.record drop constraint record_pkey",
        "insert into audit.record select * from audit.record where sequence = 6",
      );
      expect(await faults()).toEqual([["INSERTED", 6]]);
      await bench().tamper(
        "truncate audit.record",
        "alter table audit.record add constraint record_pkey primary key (sequence)",
      );
    });

    test.each([
      ["its size", "update audit.checkpoint set size = 9 where size = 10", 9],
      ["its hash", "update audit.checkpoint set hash = repeat('0', 64) where size = 8", 8],
      ["its time", "update audit.checkpoint set at = at + interval '1 second' where size = 8", 8],
      ["its key", "update audit.checkpoint set key_id = 'other' where size = 8", 8],
      ["its signature", "update audit.checkpoint set signature = 'x' where size = 8", 8],
    ])("a checkpoint with %s changed -> CHECKPOINT_INVALID", async (_what, statement, size) => {
      await bench().tamper(statement);
      expect(await faults()).toEqual([["CHECKPOINT_INVALID", size]]);
    });

    test("a chain hashed anew with a checkpoint of another key -> both are found", async () => {
      await bench().replace(both(change(6), hashAll)(await bench().records()));
      const [last] = (await bench().records()).slice(-1);
      const signed = last && (await (await checkpointSigner(await newSigningKey()))(last));
      await bench().tamper(
        `update audit.checkpoint set hash = '${signed?.hash}', key_id = '${signed?.keyId}',
           signature = '${signed?.signature}', at = '${signed?.at}' where size = 10`,
      );
      expect(await faults()).toEqual([
        ["CHANGED", 5],
        ["CHECKPOINT_INVALID", 10],
      ]);
    });

    test("checkpoints of an earlier key -> in order while that key is published", async () => {
      const earlier = bench().published;
      const { keys } = await publishedKeys(await newSigningKey());
      const both = { keys: [...keys, ...earlier.keys] };
      expect(await verifyLog(bench().database, both)).toMatchObject({ ok: true, proven: 10 });
      expect(await verifyLog(bench().database, { keys })).toMatchObject({ ok: false, proven: 0 });
    });

    describe("the tail cut off with its checkpoints", () => {
      test("-> nothing in the database shows it", async () => {
        await bench().replace(truncate(8)(await bench().records()));
        await bench().tamper("delete from audit.checkpoint where size > 8");
        expect(await faults()).toEqual([]);
      });

      test("-> TRUNCATED against a checkpoint kept elsewhere", async () => {
        const checkpoints = (await bench().checkpoints()).slice(-1);
        await bench().replace(truncate(8)(await bench().records()));
        await bench().tamper("delete from audit.checkpoint where size > 8");
        expect(await faults({ checkpoints })).toEqual([["TRUNCATED", 9]]);
      });

      test("and other records put in their place -> CHANGED against it", async () => {
        const checkpoints = (await bench().checkpoints()).slice(-1);
        await bench().replace(both(change(9), hashAll)(await bench().records()));
        await bench().tamper("delete from audit.checkpoint where size > 8");
        expect(await faults({ checkpoints })).toEqual([["CHANGED", 9]]);
      });

      test("a kept checkpoint that nobody signed -> CHECKPOINT_INVALID", async () => {
        const [last] = (await bench().checkpoints()).slice(-1);
        const checkpoints = last ? [{ ...last, size: 12 }] : [];
        expect(await faults({ checkpoints })).toEqual([["CHECKPOINT_INVALID", 12]]);
      });
    });
  });

  test("a long log -> read by pages, and one change is found", async () => {
    await bench().fill(2300, 1000);
    expect(await verify()).toMatchObject({ ok: true, records: 2300, proven: 2300 });
    await bench().tamper("update audit.record set client = 'x' where sequence = 1700");
    expect(await faults()).toEqual([["CHANGED", 1700]]);
  });
});
