import { createHash } from "node:crypto";

/** A statement that comes again and again with other parameters: a server parses it once a connection. */
export interface RepeatedStatement {
  readonly sql: string;
  /** The same for the same text, so that nothing else ever has it. */
  readonly name: string;
}

/**
 * Names a statement. Of such statements there may be only so many as the program itself has, or bounds:
 * what a caller shapes, a search by its filter, would fill the server's memory.
 */
export function repeated(sql: string): RepeatedStatement {
  return { sql, name: `hub_${createHash("sha256").update(sql).digest("base64url").slice(0, 22)}` };
}
