import type { Language } from "../language.js";
import type { Mark } from "./marks.js";

/*
 * What a report says, without how it looks: the page and the file are made from the same document,
 * so that neither can say what the other does not.
 */

/** A report in one language. */
export interface ReportDocument {
  readonly language: Language;
  readonly title: string;
  /** Who issued it; null where it is not named. */
  readonly issuer: string | null;
  /** "报告编号 HD-…": stands on every sheet. */
  readonly number: string;
  /** "核对码 …": stands on every sheet. */
  readonly code: string;
  /** The state in a word or two: stands on every sheet. */
  readonly state: string;
  readonly notices: readonly Notice[];
  readonly sections: readonly Section[];
}

/** A text, and the sign that stands before it. */
export interface Cell {
  readonly text: string;
  readonly mark?: Mark;
}

/** What nobody may overlook. */
export interface Notice {
  readonly kind: "notice";
  /** STATE: heavily framed; PLAIN: a framed sentence. */
  readonly weight: "STATE" | "PLAIN";
  readonly heading: Cell | null;
  readonly texts: readonly string[];
}

export interface Section {
  /** Anchor on the page. */
  readonly id: string;
  readonly heading: string;
  /** True for an annex in small print. */
  readonly annex: boolean;
  readonly blocks: readonly Block[];
}

export type Block = Notice | Paragraph | Fields | Table | Card;

export interface Paragraph {
  readonly kind: "paragraph";
  readonly text: string;
}

/** Values with a name each. */
export interface Fields {
  readonly kind: "fields";
  /** True where the values are short, so that two of them fit beside one another. */
  readonly paired: boolean;
  readonly fields: readonly Field[];
}

export interface Field {
  readonly label: string;
  /** One line each. */
  readonly values: readonly Cell[];
}

/** A table whose first column names the row. */
export interface Table {
  readonly kind: "table";
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly groups: readonly RowGroup[];
}

export interface Column {
  readonly heading: string;
  /** Share of the width beside the other columns' on paper. */
  readonly width: number;
  /** Amounts stand under one another. */
  readonly align: "start" | "end";
}

export interface RowGroup {
  /** Null where the rows stand by themselves. */
  readonly heading: string | null;
  /** As many cells as there are columns. */
  readonly rows: readonly (readonly Cell[])[];
}

/** A finding: never split between two sheets where a sheet can hold it. */
export interface Card {
  readonly kind: "card";
  readonly heading: string;
  readonly label: Cell;
  /** Short ones, of which two fit beside one another. */
  readonly brief: readonly Field[];
  readonly fields: readonly Field[];
}
