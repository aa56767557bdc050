import type { Block, Card, Cell, Field, Fields, Notice } from "../document/document.js";
import { MARKS } from "../document/marks.js";
import type { Frame, Row } from "./row.js";
import { AREA, COLOURS, SIZES } from "./sheet.js";
import { tableRows } from "./table-rows.js";
import { row, type TextStyle, type Typesetter } from "./typesetter.js";

/** Between the border of a notice or finding and its text. */
const INSET = 10;
const LABEL_WIDTH = 80;
const GAP = 10;
const FIELD_RULE = { colour: COLOURS.faint, thickness: 0.5 };

/** The rows of a block; `id` names it within the report. */
export function blockRows(
  block: Block,
  id: string,
  annex: boolean,
  typesetter: Typesetter,
): readonly Row[] {
  switch (block.kind) {
    case "notice":
      return noticeRows(block, typesetter);
    case "paragraph": {
      const style = { size: annex ? SIZES.annex : SIZES.text, tag: "P" } as const;
      const column = typesetter.column(0, AREA.width, [{ text: block.text }], style);
      return [row([column], { margin: 5 })];
    }
    case "fields":
      return fieldsRows(block, 0, typesetter);
    case "table":
      return tableRows(block, id, annex ? SIZES.annex : SIZES.table, typesetter);
    case "card":
      return cardRows(block, typesetter);
  }
}

/** A framed notice; a state has a heavy frame, and a double one where it is no good news. */
export function noticeRows(
  { weight, heading, texts }: Notice,
  typesetter: Typesetter,
): readonly Row[] {
  const isState = weight === "STATE";
  const colour = isState && heading?.mark ? MARKS[heading.mark].colour : COLOURS.line;
  const frame = {
    colour,
    thickness: isState ? 2 : 0.75,
    double: isState && heading?.mark !== "DONE",
    bar: null,
  };
  const column = (cell: Cell, style: TextStyle) =>
    typesetter.column(INSET, AREA.width - 2 * INSET, [cell], style);
  const sign = { size: SIZES.sign, bold: true, colour, tag: "P" } as const;
  const columns = [
    ...(heading ? [column(heading, sign)] : []),
    ...texts.map((text) => column({ text }, { size: SIZES.text, tag: "P" })),
  ];
  return framed(
    columns.map((one) => row([one], { padding: [2, 2] })),
    frame,
    6,
  );
}

/** Rows within one border, with some space inside at both ends. */
function framed(
  rows: readonly Row[],
  frame: Omit<Frame, "top" | "bottom">,
  space: number,
): readonly Row[] {
  return rows.map((one, index) => {
    const top = index === 0;
    const bottom = index === rows.length - 1;
    const [above, below] = one.padding;
    return {
      ...one,
      margin: top ? 8 : 0,
      padding: [above + (top ? space : 0), below + (bottom ? space : 0)],
      frame: { ...frame, top, bottom },
      keep: !bottom,
    };
  });
}

/** Names with their values; short ones in pairs. */
function fieldsRows(
  { fields, paired }: Pick<Fields, "fields" | "paired">,
  inset: number,
  typesetter: Typesetter,
): readonly Row[] {
  const count = paired ? 2 : 1;
  const width = AREA.width - 2 * inset;
  const share = (width - (count - 1) * 2 * GAP) / count;
  const lines = Array.from({ length: Math.ceil(fields.length / count) }, (_, index) =>
    fields.slice(index * count, (index + 1) * count),
  );
  return lines.map((line) =>
    row(
      line.flatMap((field, place) =>
        fieldColumns(field, inset + place * (share + 2 * GAP), share, typesetter),
      ),
      { padding: [2, 2], rule: FIELD_RULE },
    ),
  );
}

function fieldColumns(
  { label, values }: Field,
  left: number,
  width: number,
  typesetter: Typesetter,
) {
  const name = { size: SIZES.text, colour: COLOURS.soft, tag: "P" } as const;
  const value = { size: SIZES.text, tag: "P" } as const;
  const start = LABEL_WIDTH + GAP;
  return [
    typesetter.column(left, LABEL_WIDTH, [{ text: label }], name),
    typesetter.column(left + start, width - start, values, value),
  ];
}

/** A finding in its border, with a bar in the colour of its severity. */
function cardRows({ heading, label, brief, fields }: Card, typesetter: Typesetter): readonly Row[] {
  const width = AREA.width - 2 * INSET;
  const side = 190;
  const title = { size: SIZES.cardHeading, bold: true, tag: "H3" } as const;
  const severity = { size: SIZES.cardHeading, bold: true, tag: "P" } as const;
  const head = row(
    [
      typesetter.column(INSET, width - side - GAP, [{ text: heading }], title),
      typesetter.column(INSET + width - side, side, [label], { ...severity, align: "end" }),
    ],
    { padding: [4, 4], fill: COLOURS.tint, rule: FIELD_RULE },
  );
  const rows = [
    head,
    ...fieldsRows({ fields: brief, paired: true }, INSET, typesetter),
    ...fieldsRows({ fields, paired: false }, INSET, typesetter),
  ];
  const bar = label.mark ? MARKS[label.mark].colour : COLOURS.line;
  return framed(rows, { colour: COLOURS.line, thickness: 0.75, double: false, bar }, 0);
}
