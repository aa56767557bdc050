import { publishedKeys } from "../../src/audit/checkpoint-signer.js";
import { verifyLog } from "../../src/audit/verify-log.js";
import type { Config } from "../../src/config.js";
import { openDatabase } from "../../src/database/open-database.js";
import { auditKeys } from "../../src/identity/keys.js";
import { LOAD_CASE } from "./workloads.js";

/** Ids of a client's records, and what is wrong with the chain. */
export async function recordsOf(
  url: string,
  config: Config,
  client: string,
): Promise<{ readonly ids: ReadonlySet<string>; readonly faults: readonly unknown[] }> {
  const database = await openDatabase({ url, max: 1 });
  try {
    const rows = await database.query<{ id: string }>(
      `select id::text as id from audit.record where client = $1 and "case" = $2`,
      [client, LOAD_CASE],
    );
    const { signing } = await auditKeys(config);
    const { faults } = await verifyLog(database, await publishedKeys(signing));
    return { ids: new Set(rows.map(({ id }) => id)), faults };
  } finally {
    await database.close();
  }
}
