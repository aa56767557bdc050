import type { Notice, ReportDocument, Section } from "../document/document.js";
import { wording } from "../language.js";
import { blockRows, noticeRows } from "./block-rows.js";
import { missingGlyphs } from "./glyph-runs.js";
import type { Row } from "./row.js";
import { AREA, COLOURS, SIZES } from "./sheet.js";
import { row, type TextStyle, type Typesetter } from "./typesetter.js";

/** A whole report as rows: its head, what nobody may overlook, its sections. */
export function documentRows(document: ReportDocument, typesetter: Typesetter): readonly Row[] {
  const notices = [...document.notices, ...glyphNotices(document)];
  return [
    ...headRows(document, typesetter),
    ...notices.flatMap((notice) => noticeRows(notice, typesetter)),
    ...document.sections.flatMap((section) => sectionRows(section, typesetter)),
  ];
}

function headRows(
  { issuer, title, number, code }: ReportDocument,
  typesetter: Typesetter,
): readonly Row[] {
  const centred = (text: string, style: TextStyle, margin: number) =>
    row([typesetter.column(0, AREA.width, [{ text }], { ...style, align: "centre" })], {
      margin,
      keep: true,
    });
  const soft = { size: SIZES.text, colour: COLOURS.soft, tag: "P" } as const;
  return [
    ...(issuer === null ? [] : [centred(issuer, soft, 0)]),
    centred(title, { size: SIZES.title, bold: true, tag: "H1" }, 0),
    centred(number, soft, 2),
    centred(code, soft, 0),
  ];
}

function sectionRows({ id, heading, annex, blocks }: Section, typesetter: Typesetter): Row[] {
  const style = { size: SIZES.heading, bold: true, tag: "H2" } as const;
  const title = row([typesetter.column(0, AREA.width, [{ text: heading }], style)], {
    margin: 15,
    padding: [0, 3],
    rule: { colour: COLOURS.ink, thickness: 1.25 },
    keep: true,
    newSheet: annex,
  });
  const rows = blocks.flatMap((block, index) =>
    blockRows(block, `${id}-${index + 1}`, annex, typesetter),
  );
  return [title, ...rows];
}

/** Which characters the fonts lack, so that a 〓 is not taken for a part of a name. */
function glyphNotices(document: ReportDocument): readonly Notice[] {
  const missing = missingGlyphs(stringsIn(document));
  if (missing.length === 0) return [];
  const list = missing.slice(0, 20).join(", ");
  const more = missing.length > 20 ? ", …" : "";
  const text = wording(document.language).say(
    `本文件所用字体没有以下字符，以“〓”代替：${list}${more}。请在报告网页上查看原字。`,
    `The fonts of this file lack these characters, shown as 〓: ${list}${more}. The page of the report shows them.`,
  );
  return [{ kind: "notice", weight: "PLAIN", heading: null, texts: [text] }];
}

/** Every text within a value. */
function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (typeof value === "object" && value !== null) {
    for (const part of Object.values(value)) yield* stringsIn(part);
  }
}
