import { exportRange, type ExportRange } from "../../src/audit/export-range.js";
import { keptCheckpoints } from "../../src/audit/kept-checkpoints.js";
import { verifyExport } from "../../src/audit/verify-export.js";
import { verifyLog } from "../../src/audit/verify-log.js";
import { publishedKeys } from "../../src/audit/checkpoint-signer.js";
import { hashAll, change, both } from "./manipulations.js";
import { eachAudit, entryOf, newSigningKey, secondOf } from "./support.js";

eachAudit((bench) => {
  async function lines(range: ExportRange): Promise<string[]> {
    const found: string[] = [];
    for await (const line of exportRange(bench().database, range)) found.push(line);
    return found;
  }
  const parsed = async (range: ExportRange) =>
    (await lines(range)).map((line): Record<string, unknown> => JSON.parse(line));
  const kinds = async (range: ExportRange) =>
    (await parsed(range)).map(({ kind, sequence, size }) => [kind, sequence ?? size]);
  const verify = (exported: readonly string[]) => verifyExport(exported, bench().published);

  describe("of ten records with checkpoints at 4, 8 and 10", () => {
    beforeEach(() => bench().fill(10, 4));

    test("a range of sequences -> its records, the links to the next checkpoint, and that", async () => {
      expect(await kinds({ from: 5, to: 6 })).toEqual([
        ["head", undefined],
        ["record", 5],
        ["record", 6],
        ["link", 7],
        ["link", 8],
        ["checkpoint", 8],
      ]);
    });

    test("a range of time -> the records of that time, the end excluded", async () => {
      const range = { from: secondOf(3), to: secondOf(5) };
      expect(await kinds(range)).toEqual([
        ["head", undefined],
        ["record", 3],
        ["record", 4],
        ["checkpoint", 4],
      ]);
    });

    test("the links tell nothing of what later records say", async () => {
      const [, , , link] = await lines({ from: 5, to: 6 });
      expect(link).not.toMatch(/县民政局|Person/);
    });

    test("the whole export -> proven by the public keys alone", async () => {
      const report = await verify(await lines({ from: 2, to: 6 }));
      expect(report).toEqual({ ok: true, from: 2, to: 6, records: 5, faults: [] });
    });

    test("an export with another key's checkpoint -> CHECKPOINT_INVALID", async () => {
      const others = await publishedKeys(await newSigningKey());
      const report = await verifyExport(await lines({ from: 2, to: 6 }), others);
      expect(report).toMatchObject({ ok: false, faults: [{ kind: "CHECKPOINT_INVALID" }] });
    });

    test("an export of a log that was hashed anew -> CHANGED", async () => {
      await bench().replace(both(change(3), hashAll)(await bench().records()));
      const report = await verify(await lines({ from: 2, to: 6 }));
      expect(report.faults).toMatchObject([{ kind: "CHANGED", sequence: 2 }]);
    });

    test("a changed line -> CHANGED, and which record", async () => {
      const exported = await lines({ from: 2, to: 6 });
      exported[3] = (exported[3] as string).replace("县民政局", "县残联");
      expect((await verify(exported)).faults).toMatchObject([{ kind: "CHANGED", sequence: 4 }]);
    });

    test("a record that shows only its digest -> EXPORT_MALFORMED", async () => {
      const hidden = await lines({ from: 2, to: 3 });
      const shown = await lines({ from: 2, to: 4 });
      const mixed = [shown[0], hidden[1], hidden[2], hidden[3], shown[4]] as string[];
      await expect(verify(mixed)).rejects.toMatchObject({ code: "EXPORT_MALFORMED" });
    });

    test("an earlier checkpoint in the place of the covering one -> CHECKPOINT_INVALID", async () => {
      const exported = await lines({ from: 2, to: 6 });
      const earlier = (await lines({ from: 1, to: 4 })).slice(-1);
      const report = await verify([...exported.slice(0, -1), ...earlier]);
      expect(report.faults).toMatchObject([{ kind: "CHECKPOINT_INVALID", sequence: 4 }]);
    });

    test("a field that the hub did not write -> EXPORT_MALFORMED with the line", async () => {
      const exported = await lines({ from: 2, to: 6 });
      exported[2] = (exported[2] as string).replace('"entry":{', '"entry":{"remark":"x",');
      await expect(verify(exported)).rejects.toMatchObject({
        code: "EXPORT_MALFORMED",
        fields: { line: 3 },
      });
    });

    test("kept, it shows a tail that was cut off later", async () => {
      const kept = await keptCheckpoints(from(await lines({ from: 9, to: 10 })));
      await bench().tamper(
        "delete from audit.record where sequence > 8",
        "delete from audit.checkpoint where size > 8",
      );
      const report = await verifyLog(bench().database, bench().published, { checkpoints: kept });
      expect(report.faults).toMatchObject([{ kind: "TRUNCATED", sequence: 9 }]);
    });
  });

  test("records that no checkpoint covers yet -> exported, but not proven", async () => {
    const log = await bench().log();
    await log.append(entryOf());
    const exported = await lines({ from: 1, to: 1 });
    expect(exported).toHaveLength(2);
    expect((await verify(exported)).faults).toMatchObject([{ kind: "CHECKPOINT_INVALID" }]);
  });

  test("no record in the range -> RANGE_EMPTY", async () => {
    await expect(lines({ from: 1, to: 5 })).rejects.toMatchObject({ code: "RANGE_EMPTY" });
  });

  test.each(["2026-03-01", "2026-03-01T08:00:00", "yesterday"])(
    "%s is no moment -> RANGE_INVALID",
    async (text) => {
      const range = { from: text, to: 5 };
      await expect(lines(range)).rejects.toMatchObject({ code: "RANGE_INVALID" });
    },
  );

  test("a file without a checkpoint is none to keep -> CHECKPOINT_MISSING", async () => {
    const kept = keptCheckpoints(from([]));
    await expect(kept).rejects.toMatchObject({ code: "CHECKPOINT_MISSING" });
  });
});

async function* from(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}
