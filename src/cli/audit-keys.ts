import { publishedKeys } from "../audit/checkpoint-signer.js";
import { auditKeys } from "../identity/keys.js";
import type { AuditKeys } from "./audit.js";
import { environmentConfig } from "./environment.js";

/** The public key of the audit log that this environment keeps. */
export async function publishedAuditKeys(): Promise<AuditKeys> {
  const { signing } = await auditKeys(environmentConfig());
  return { published: await publishedKeys(signing) };
}
