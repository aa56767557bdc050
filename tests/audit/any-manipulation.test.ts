import fc from "fast-check";
import type { AuditEntry } from "../../src/audit/audit-entry.js";
import type { ChainRecord } from "../../src/audit/chain.js";
import { verifyExport } from "../../src/audit/verify-export.js";
import { verifyLog } from "../../src/audit/verify-log.js";
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
import { exportRange } from "../../src/audit/export-range.js";
import { eachAudit, entryOf, hasher } from "./support.js";

const SEED = 330726;

/** A value for each field that no entry of the bench has. */
const OTHER: AuditEntry = {
  id: "00000000-0000-4000-8000-000000000000",
  at: "2027-01-01T00:00:00.000+08:00",
  client: null,
  operator: hasher.ofOperator("李强"),
  department: "",
  duty: "2.3",
  case: "浦民救2026-0312",
  operation: "",
  coordinates: ["Person.name"],
  subjects: [],
  decision: "REFUSED",
  codes: ["INTERNAL"],
  policy: "9",
  latency: 3.250000000000001,
};

type Step = (at: number, to: number) => Manipulation;

const changes: Step[] = Object.entries(OTHER).map(
  ([field, value]) =>
    (at) =>
      change(at, { [field]: value }),
);

const rehashes: readonly ((at: number) => Manipulation)[] = [
  () => (records) => [...records],
  (at) => hashOne(at),
  () => hashAll,
];

const added = entryOf({ client: "nobody" });
const moves: Step[] = [
  (at) => remove(at),
  (at) => both(remove(at), renumber),
  (at) => both(remove(at), renumber, hashAll),
  (at) => insert(at, added),
  (at) => both(insert(at, added), hashAll),
  (at) => both(insert(at, added), change(at)),
  (at, to) => swap(at, to),
  (at, to) => both(swap(at, to), hashAll),
  (at, to) => swapContents(at, to),
  (at, to) => both(swapContents(at, to), hashOne(at)),
  (at, to) => move(Math.min(at, to), Math.max(at, to)),
  (at) => truncate(at - 1),
];

const step = fc.oneof(
  fc.tuple(fc.constantFrom(...changes), fc.constantFrom(...rehashes)).map(
    ([first, then]): Step =>
      (at, to) =>
        both(first(at, to), then(at)),
  ),
  fc.constantFrom(...moves),
);

const chains = fc
  .record({
    records: fc.integer({ min: 2, max: 12 }),
    checkpointEvery: fc.integer({ min: 1, max: 12 }),
    places: fc.tuple(fc.nat(), fc.nat()),
    step,
  })
  .map(({ records, places: [a, b], ...rest }) => {
    const at = 1 + (a % records);
    const to = 1 + ((at + (b % (records - 1))) % records);
    return { ...rest, records, at, to };
  });

/** Some manipulations give back what was there: swapped twins, a cut behind the last one. */
const isSame = (a: readonly ChainRecord[], b: readonly ChainRecord[]) =>
  JSON.stringify(a) === JSON.stringify(b);

eachAudit((bench) => {
  test("any one manipulation of any log is found", async () => {
    await fc.assert(
      fc
        .asyncProperty(chains, async ({ records, checkpointEvery, at, to, step }) => {
          await bench().fill(records, checkpointEvery);
          const written = await bench().records();
          const manipulated = step(at, to)(written);
          fc.pre(!isSame(written, manipulated));
          await bench().replace(manipulated);
          const report = await verifyLog(bench().database, bench().published);
          expect(report.faults.length).toBeGreaterThan(0);
          expect(report.ok).toBe(false);
        })
        .beforeEach(() => bench().tamper("truncate audit.record, audit.checkpoint")),
      { numRuns: 60, seed: SEED },
    );
  });

  test("any one line of an export that is dropped, doubled or exchanged is found", async () => {
    await bench().fill(9, 3);
    const lines: string[] = [];
    for await (const line of exportRange(bench().database, { from: 2, to: 5 })) lines.push(line);
    const place = fc.nat({ max: lines.length - 1 });
    const edits = fc.oneof(
      place.map((at) => lines.filter((_, index) => index !== at)),
      place.map((at) => [...lines.slice(0, at), ...lines.slice(at - 1)]),
      fc.tuple(place, place).map(([a, b]) => exchanged(lines, a, b)),
      fc.tuple(place, fc.nat()).map(([at, seed]) => withOneCharacterChanged(lines, at, seed)),
    );
    await fc.assert(
      fc.asyncProperty(edits, async (edited) => {
        fc.pre(edited.join("\n") !== lines.join("\n"));
        const verdict = await verifyExport(edited, bench().published).then(
          ({ ok }) => ok,
          ({ code }) => code,
        );
        expect([false, "EXPORT_MALFORMED"]).toContain(verdict);
      }),
      { numRuns: 300, seed: SEED },
    );
  });
});

function exchanged(lines: readonly string[], a: number, b: number): string[] {
  const edited = [...lines];
  [edited[a], edited[b]] = [lines[b] as string, lines[a] as string];
  return edited;
}

function withOneCharacterChanged(lines: readonly string[], at: number, seed: number): string[] {
  const line = lines[at] as string;
  const place = seed % line.length;
  const other = line[place] === "1" ? "2" : "1";
  const edited = [...lines];
  edited[at] = line.slice(0, place) + other + line.slice(place + 1);
  return edited;
}
