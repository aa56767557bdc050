import { IntakeError } from "../intake-error.js";
import type { FileMapping } from "../mapping/file-mapping.js";
import type { OpenedFile } from "./opened-file.js";

/** What a file may be. */
export interface OpenOptions {
  readonly mappings: readonly FileMapping[];
  readonly kind?: string;
  readonly sheet?: string;
}

/** Holds the place of the reader of files, which is being made beside this. */
export async function openFile(path: string, options: OpenOptions): Promise<OpenedFile> {
  const kinds = options.mappings.map(({ kind }) => kind);
  throw new IntakeError("FILE_UNREADABLE", "尚不能读取文件 / files cannot be read yet", {
    path,
    kinds,
  });
}
