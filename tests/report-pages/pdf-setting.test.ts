import fc from "fast-check";
import { breakLines } from "../../src/report-pages/pdf/break-lines.js";
import { glyphRuns, graphemes } from "../../src/report-pages/pdf/glyph-runs.js";
import { paginate } from "../../src/report-pages/pdf/paginate.js";
import { rowHeight, type Row } from "../../src/report-pages/pdf/row.js";
import { Ruler } from "../../src/report-pages/pdf/ruler.js";
import { row } from "../../src/report-pages/pdf/typesetter.js";

const ruler = new Ruler();

const texts = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 80 }),
  fc
    .array(fc.constantFrom(..."浦江县核对，。（）《》“”、 ab12.-—"), { maxLength: 120 })
    .map((characters) => characters.join("")),
);

describe("breaking lines", () => {
  it("any text and width -> nothing lost but blanks, and no line too wide", () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 20, max: 300 }), (text, width) => {
        const lines = breakLines(text, width, 10, ruler);
        const bare = (one: string) => [...graphemes(one)].join("").replace(/ /g, "");
        expect(bare(lines.join(""))).toBe(bare(text));
        for (const line of lines) {
          const fits = ruler.widthOf(line, 10) <= width + 1e-6;
          expect(fits || [...graphemes(line)].length === 1).toBe(true);
        }
      }),
    );
  });

  it("no line begins with a closing mark, none ends with an opening one", () => {
    const text = "家庭收入（含工资、经营、财产）符合《浙江省社会救助条例》规定，予以登记。".repeat(
      3,
    );
    for (let width = 60; width < 200; width += 7) {
      for (const line of breakLines(text, width, 10, ruler)) {
        expect(line).not.toMatch(/^[，。、）》]|[（《]$/);
      }
    }
  });

  it("a date, an amount or a word stays whole", () => {
    const lines = breakLines("截至2026-10-31共1299.50元verification", 60, 10, ruler);
    expect(lines).toEqual(["截至", "2026-10-31", "共1299.50元", "verification"]);
  });

  it("a text without anything to read -> no line", () => {
    expect(breakLines("", 50, 10, ruler)).toEqual([]);
    expect(breakLines(" \n\t", 50, 10, ruler)).toEqual([]);
  });
});

it("runs of two fonts -> together the whole text", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const drawn = glyphRuns(text).map((run) => run.text);
      expect([...graphemes(drawn.join(""))]).toHaveLength([...graphemes(text)].length);
    }),
  );
});

const HEIGHT = 100;

/** Rows of 0 to 15 lines of a height of 14.5. */
const rows = fc.array(
  fc.record({
    lines: fc.nat(15),
    margin: fc.nat(10),
    keep: fc.boolean(),
    newSheet: fc.boolean(),
    inTable: fc.boolean(),
  }),
  { maxLength: 30 },
);

const HEAD = textRow(["head"]);

function textRow(lines: readonly string[], more: Partial<Row> = {}): Row {
  const line = (text: string) => {
    return { text, size: 10, bold: false, colour: "#000000", indent: 0, mark: null };
  };
  const column = { left: 0, width: 100, align: "start", tag: "P", lines: lines.map(line) } as const;
  return row([column], more);
}

describe("placing rows on sheets", () => {
  it("nothing lost, nothing twice, nothing below the edge or over another", () => {
    fc.assert(
      fc.property(rows, (plan) => {
        const all = plan.map(({ lines, inTable, ...more }, index) =>
          textRow(
            Array.from({ length: lines }, (_, place) => `${index}.${place}`),
            { ...more, ...(inTable ? { table: "t", head: HEAD } : {}) },
          ),
        );
        const sheets = paginate(all, HEIGHT);
        const placed = sheets.flatMap((sheet) => sheet.filter(({ repeated }) => !repeated));
        expect(placed.flatMap(({ row: one }) => linesOf(one))).toEqual(all.flatMap(linesOf));
        for (const sheet of sheets) {
          let bottom = 0;
          for (const { row: one, top } of sheet) {
            expect(top).toBeGreaterThanOrEqual(bottom - 1e-6);
            bottom = top + rowHeight(one);
          }
          expect(bottom).toBeLessThanOrEqual(HEIGHT + 1e-6);
        }
      }),
    );
  });

  it("a heading stays with what it heads", () => {
    const sheets = paginate(
      [textRow(["1", "2", "3", "4", "5"]), textRow(["heading"], { keep: true }), textRow(["6"])],
      HEIGHT,
    );
    expect(sheets.map((sheet) => sheet.flatMap(({ row: one }) => linesOf(one)))).toEqual([
      ["1", "2", "3", "4", "5"],
      ["heading", "6"],
    ]);
  });

  it("a table that goes on -> its head again, marked as repeated", () => {
    const table = { table: "t", head: HEAD };
    const body = Array.from({ length: 8 }, (_, place) => textRow([String(place)], table));
    const [, second] = paginate([HEAD, ...body], HEIGHT);
    expect(second?.map(({ repeated }) => repeated)).toEqual([true, false, false, false]);
  });
});

function linesOf({ columns }: Row): readonly string[] {
  return columns.flatMap(({ lines }) => lines.map(({ text }) => text));
}
