/** What had to be put right in a cell before it could be read; counted for each load. */
export type Correction =
  | "FULL_WIDTH"
  | "BLANKS"
  | "LETTER_CASE"
  | "ID_NUMBER_15"
  | "DATE_FORM"
  | "MONTH_FORM"
  | "EXCEL_SERIAL_DATE"
  | "AMOUNT_FORM"
  | "CODE_FORM"
  | "VARIANT_CHARACTER";

/** Reads a kind of cell. Reading what {@link write} gave answers the same value. */
export interface CellValue<Value = unknown> {
  /**
   * The value of a cell that is not blank; `correct` is told what was put right.
   * @throws CellError what is wrong, and what would be right
   */
  read(text: string, correct: (correction: Correction) => void): Value;
  /** The text that a department's file has for a value. */
  write(value: Value): string;
  /** Other forms in which files carry a value; each is put right and read as the same value. */
  alternatives?(value: Value): readonly string[];
}
