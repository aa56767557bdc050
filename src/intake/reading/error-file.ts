import type { FileRow, OpenedFile } from "./opened-file.js";

/** A row that was refused. */
export type RefusedRow = Extract<FileRow, { readonly errors: unknown }>;

/** The refused rows of a file. */
export interface ErrorFile {
  write(row: RefusedRow): void;
  close(): void;
}

/** Holds the place of the writer of error files, which is being made beside this. */
export function openErrorFile(path: string, { name }: OpenedFile): ErrorFile {
  throw new Error(`${path}: the errors of ${name} cannot be written yet`);
}
