import { eq } from "drizzle-orm";
import type { Database } from "../database/database.js";
import { HubError } from "../errors.js";
import type { VerificationRow } from "./store-report.js";
import { verification } from "./tables.js";

/** A verification that nobody else changes until the transaction ends. @throws HubError BAD_USER_INPUT for none. */
export async function lockVerification(
  { drizzle }: Database,
  id: string,
): Promise<VerificationRow> {
  const [row] = await drizzle
    .select()
    .from(verification)
    .where(eq(verification.id, id))
    .for("update");
  if (!row) {
    throw new HubError("BAD_USER_INPUT", "there is no such verification", { argument: "id" });
  }
  return row;
}
