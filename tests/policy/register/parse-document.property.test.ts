import fc from "fast-check";
import { formatNumeral, parseNumeral } from "../../../src/policy/register/chinese-numeral.js";
import { parseDocument } from "../../../src/policy/register/parse-document.js";
import { RegisterError } from "../../../src/policy/register/register-error.js";

const word = fc
  .array(fc.constantFrom(..."山水田林湖草沙云雨风"), { minLength: 2, maxLength: 6 })
  .map((characters) => characters.join(""));
const name = fc
  .tuple(fc.constantFrom("县", "市", "县委", "省"), word, fc.constantFrom("局", "办", "委", "中心"))
  .map((parts) => parts.join(""));
const list = fc.uniqueArray(name, { minLength: 1, maxLength: 5 });
/** The ways in which a task is written and its list attached; every one of them is a list. */
const style = fc.record({
  aside: fc.constantFrom("", "在乡镇（街道）", "由村（社区）", "“六稳”"),
  stop: fc.constantFrom("。", "；", "。 ", "。[bookmark: a]"),
  separator: fc.constantFrom("、", "，", ",", "、 ", "/"),
  halfWidth: fc.boolean(),
});
const task = fc.record({ words: word, departments: list, style });
const item = fc.record({ title: word, tasks: fc.array(task, { minLength: 1, maxLength: 4 }) });
const sections = fc.array(
  fc.record({ western: fc.boolean(), items: fc.array(item, { minLength: 1, maxLength: 4 }) }),
  { minLength: 1, maxLength: 6 },
);

type Sections = typeof sections extends fc.Arbitrary<infer T> ? T : never;

function write(model: Sections): { text: string; expected: object[] } {
  const lines = ["关于山水的办法"];
  const expected: object[] = [];
  let number = 0;
  model.forEach(({ western, items }, place) => {
    lines.push(`${western ? place + 1 : formatNumeral(place + 1)}、山水`);
    for (const { title, tasks } of items) {
      number += 1;
      const written = tasks.map(({ words, departments, style }, index) => {
        expected.push({ id: `${number}.${index + 1}`, section: place + 1, title, departments });
        const [open, close] = style.halfWidth ? ["(", ")"] : ["（", "）"];
        const names = departments.join(style.separator);
        return `${style.aside}${words}${style.stop}${open}${names}${close}`;
      });
      lines.push(`（${formatNumeral(number)}）${title}。${written.join("")}`);
    }
  });
  return { text: lines.join("\n"), expected };
}

describe("any register", () => {
  test("written as a document -> parses back to the same duties, at their places", () => {
    fc.assert(
      fc.property(sections, (model) => {
        const { text, expected } = write(model);
        const { duties } = parseDocument(text);
        expect(duties).toMatchObject(expected);
        expect(duties).toHaveLength(expected.length);
        for (const { position } of duties) expect("（(").toContain(text[position.offset]);
      }),
    );
  });

  test("any text -> a register or a RegisterError, nothing else", () => {
    const piece = fc.constantFrom(
      "一、",
      "（一）",
      "（二）",
      "县甲局",
      "（",
      "）",
      "、",
      "。",
      "\n",
      "山",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        try {
          expect(parseDocument(pieces.join("")).duties.length).toBeGreaterThan(0);
        } catch (error) {
          if (!(error instanceof RegisterError)) throw error;
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("1 to 99 -> written in Chinese and read again", () => {
    for (let value = 1; value < 100; value += 1)
      expect(parseNumeral(formatNumeral(value))).toBe(value);
    expect(["", "十一十", "一一", "０", "0", "100"].map(parseNumeral)).toEqual(
      Array(6).fill(undefined),
    );
  });
});
