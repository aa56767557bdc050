/** What an operator should look at in a document that was understood. */
export type RegisterWarningCode =
  | "TITLE_MISSING"
  | "WESTERN_NUMBER"
  | "SECTION_ORDER"
  | "ITEM_ORDER"
  | "ITEM_WITHOUT_SECTION"
  | "TASK_WITHOUT_LIST"
  | "LIST_WITHOUT_STOP"
  | "DOUBTFUL_LIST"
  | "NAME_UNKNOWN"
  | "NAME_TWICE"
  | "ANNEX_IGNORED";

/** One thing to look at, with its line. */
export interface RegisterWarning {
  readonly code: RegisterWarningCode;
  readonly line: number;
  readonly message: string;
}

/** Collects warnings in the order in which they are found. */
export type Warn = (code: RegisterWarningCode, line: number, message: string) => void;
