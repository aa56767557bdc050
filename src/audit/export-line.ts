import { z } from "zod";
import { AuditEntryForm } from "./audit-entry.js";
import { AuditError } from "./audit-error.js";
import { CheckpointForm } from "./checkpoint.js";

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

const Place = {
  sequence: z.int().positive(),
  algorithm: z.enum(["sm3", "sha256"]),
  previous: Hash,
  hash: Hash,
};

const Line = z.discriminatedUnion("kind", [
  /** First: which records follow, and the hash before them. */
  z.strictObject({
    kind: z.literal("head"),
    from: z.int().positive(),
    to: z.int().positive(),
    previous: Hash,
  }),
  /** One of the records that were asked for. */
  z.strictObject({ kind: z.literal("record"), ...Place, entry: AuditEntryForm }),
  /** A later record, of which only the digest is told: it leads on to the checkpoint. */
  z.strictObject({ kind: z.literal("link"), ...Place, digest: Hash }),
  /** Last: the checkpoint that covers all of it. */
  z.strictObject({ kind: z.literal("checkpoint"), ...CheckpointForm.shape }),
]);

/** A line of an export. */
export type ExportLine = z.infer<typeof Line>;

/** @throws AuditError EXPORT_MALFORMED with the line's number, from 1. */
export function parseLine(text: string, number: number): ExportLine {
  const parsed = Line.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  throw new AuditError("EXPORT_MALFORMED", `line ${number} is not a line of an audit export`, {
    line: number,
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
