import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { PgColumn } from "drizzle-orm/pg-core";
import { aboutCell } from "../sealing/sealed-rows.js";
import type { Sealed } from "../sealing/sealed-text.js";
import type { Sealing } from "../sealing/sealing.js";

/** A document as it rests: compressed, then sealed about its column and its verification. */
export function sealDocument(
  sealing: Sealing,
  column: PgColumn,
  verificationId: string,
  document: unknown,
): Sealed {
  const text = deflateRawSync(JSON.stringify(document)).toString("base64");
  return sealing.seal(text, aboutCell(column, verificationId));
}

/** The document again. @throws Error for one that was sealed elsewhere. */
export function openDocument<Document>(
  sealing: Sealing,
  column: PgColumn,
  verificationId: string,
  sealed: Sealed,
): Document {
  const text = sealing.open(sealed, aboutCell(column, verificationId));
  return JSON.parse(inflateRawSync(Buffer.from(text, "base64")).toString("utf8")) as Document;
}
