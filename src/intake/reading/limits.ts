const MIB = 1024 * 1024;

/** Beyond what an honest file of a county's department has, and within what the hub's memory bears. */
export const LIMITS = {
  /** Bytes of a CSV file. */
  csvBytes: 2048 * MIB,
  /** Bytes of a workbook, as it is. */
  workbookBytes: 256 * MIB,
  /** Bytes of a line of a CSV file; characters of a row of a workbook. */
  lineLength: MIB,
  /** Rows of a file. */
  rows: 5_000_000,
  /** Cells of a row. */
  columns: 500,
  /** Entries of a workbook's zip. */
  zipEntries: 2_000,
  /** Bytes that a workbook's zip holds, inflated. */
  inflatedBytes: 2048 * MIB,
  /** How many times larger an entry may become, where it becomes larger than `ratioFrom`. */
  inflateRatio: 250,
  ratioFrom: 8 * MIB,
  /** Bytes of all different texts of a workbook. */
  sharedTextBytes: 256 * MIB,
  /** Characters between two marks of a workbook's XML. */
  xmlRun: 4 * MIB,
} as const;
