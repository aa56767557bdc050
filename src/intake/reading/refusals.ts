import { IntakeError } from "../intake-error.js";
import { inTwoLanguages } from "../mapping/in-two-languages.js";

/** The error of a file that cannot be read, and why. */
export function unreadable(name: string, chinese: string, english: string): IntakeError {
  const message = inTwoLanguages(
    `无法读取文件 ${name}：${chinese}`,
    `${name} cannot be read: ${english}`,
  );
  return new IntakeError("FILE_UNREADABLE", message, { file: name });
}

/** The error of a file in which nothing stands. */
export function emptyFile(name: string): IntakeError {
  const message = inTwoLanguages(`文件 ${name} 是空的`, `${name} is empty`);
  return new IntakeError("FILE_EMPTY", message, { file: name });
}

/** The error of a line that no table has. */
export function lineTooLong(name: string, line: number): IntakeError {
  return new IntakeError(
    "LINE_TOO_LONG",
    inTwoLanguages(
      `文件 ${name} 第 ${line} 行起有一行超过 1 MiB（可能缺少换行或引号未闭合）`,
      `${name} has a line of more than 1 MiB from line ${line} on (a line break or a closing quote may be missing)`,
    ),
    { file: name, line },
  );
}
