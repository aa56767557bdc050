/** Why a cell cannot be read. It is shown to the department that delivered the file, and may quote the cell. */
export class CellError extends Error {
  override readonly name = "CellError";

  constructor(
    readonly code: string,
    /** What is wrong, Chinese first. */
    message: string,
    /** What would be right; null where nobody can know. */
    readonly expected: string | null = null,
  ) {
    super(message);
  }
}
