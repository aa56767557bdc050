import type {
  Block,
  Card,
  Cell,
  Column,
  Fields,
  Notice,
  RowGroup,
  Section,
  Table,
} from "../document/document.js";
import type { Language } from "../language.js";
import { markup, type Markup } from "./markup.js";
import { cellMarkup, textMarkup } from "./text.js";

/** A section with its heading. */
export function sectionMarkup(section: Section, language: Language): Markup {
  const { id, heading, annex, blocks } = section;
  return markup`<section id="${id}" class="${annex ? "annex" : "part"}" aria-labelledby="${id}-heading">
<h2 id="${id}-heading">${textMarkup(heading, language)}</h2>
${blocks.map((block, index) => blockMarkup(block, `${id}-${index + 1}`, language))}</section>
`;
}

function blockMarkup(block: Block, id: string, language: Language): Markup {
  switch (block.kind) {
    case "notice":
      return noticeMarkup(block, language);
    case "paragraph":
      return markup`<p>${textMarkup(block.text, language)}</p>\n`;
    case "fields":
      return fieldsMarkup(block, language);
    case "table":
      return tableMarkup(block, language);
    case "card":
      return cardMarkup(block, id, language);
  }
}

/** A framed notice; a state stands out by its frame, its size and its sign. */
export function noticeMarkup({ weight, heading, texts }: Notice, language: Language): Markup {
  const calm = heading?.mark === "DONE";
  const kind = weight === "PLAIN" ? "notice" : calm ? "notice state" : "notice state alarm";
  return markup`<div class="${kind}">
${heading && markup`<p class="sign">${cellMarkup(heading, language)}</p>\n`}${texts.map((text) => markup`<p>${textMarkup(text, language)}</p>\n`)}</div>
`;
}

/** Values with a name each. */
export function fieldsMarkup(
  { fields, paired }: Pick<Fields, "fields" | "paired">,
  language: Language,
): Markup {
  const entries = fields.map(({ label, values }) => {
    const lines = values.map((value) => markup`<dd>${cellMarkup(value, language)}</dd>`);
    return markup`<div><dt>${label}</dt>${lines}</div>\n`;
  });
  return markup`<dl class="${paired ? "paired" : "list"}">\n${entries}</dl>\n`;
}

function cardMarkup(
  { heading, label, brief, fields }: Card,
  id: string,
  language: Language,
): Markup {
  return markup`<article class="finding ${label.mark ?? ""}" aria-labelledby="${id}">
<header><h3 id="${id}">${textMarkup(heading, language)}</h3><p>${cellMarkup(label, language)}</p></header>
${fieldsMarkup({ fields: brief, paired: true }, language)}${fieldsMarkup({ fields, paired: false }, language)}</article>
`;
}

/** A table that turns into a list of rows on a narrow screen; the roles keep it a table to those who listen. */
function tableMarkup({ caption, columns, groups }: Table, language: Language): Markup {
  const headings = columns.map(
    ({ heading, align }) =>
      markup`<th role="columnheader" scope="col" class="${align}">${heading}</th>`,
  );
  return markup`<table role="table">
<caption><span class="quiet">${caption}</span></caption>
<colgroup>${columns.map(({ width }) => markup`<col width="${width}%">`)}</colgroup>
<thead role="rowgroup"><tr role="row">${headings}</tr></thead>
${groups.map((group) => groupMarkup(group, columns, language))}</table>
`;
}

function groupMarkup(group: RowGroup, columns: readonly Column[], language: Language): Markup {
  const { heading, rows } = group;
  const title =
    heading === null
      ? null
      : markup`<tr role="row" class="group"><th role="rowheader" scope="rowgroup" colspan="${columns.length}">${textMarkup(heading, language)}</th></tr>\n`;
  return markup`<tbody role="rowgroup">
${title}${rows.map((row) => rowMarkup(row, columns, language))}</tbody>
`;
}

/** A date, an amount, a masked number: not to be broken. */
const SOLID = /^[\w*.+−-]{1,20}$/;

function rowMarkup(row: readonly Cell[], columns: readonly Column[], language: Language): Markup {
  const cells = row.map((cell, index) => {
    const { heading = "", align = "start" } = columns[index] ?? {};
    const content = cellMarkup(cell, language);
    if (index === 0) return markup`<th role="rowheader" scope="row">${content}</th>`;
    const kind = SOLID.test(cell.text) ? `${align} solid` : align;
    return markup`<td role="cell" class="${kind}" data-label="${heading}"><span>${content}</span></td>`;
  });
  return markup`<tr role="row">${cells}</tr>\n`;
}
