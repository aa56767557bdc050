import { AuditError } from "./audit-error.js";
import type { Checkpoint } from "./checkpoint.js";
import { parseLine } from "./export-line.js";

/**
 * The checkpoints that a file keeps, which is an export or the last line of one.
 * @throws AuditError EXPORT_MALFORMED, or CHECKPOINT_MISSING where it holds none.
 */
export async function keptCheckpoints(lines: AsyncIterable<string>): Promise<Checkpoint[]> {
  const found: Checkpoint[] = [];
  let number = 0;
  for await (const text of lines) {
    const line = parseLine(text, (number += 1));
    if (line.kind === "checkpoint") found.push(line);
  }
  if (found.length > 0) return found;
  throw new AuditError("CHECKPOINT_MISSING", "the file holds no checkpoint of the audit log");
}
