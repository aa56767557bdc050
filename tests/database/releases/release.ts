import { fileURLToPath } from "node:url";
import type { Database } from "../../../src/database/database.js";

/** A release's database: what it was migrated by, its rows, and what its hub answered of them. */
export interface Release {
  readonly release: string;
  /** What {@link HOUSEHOLD} answered, by household. */
  readonly answers: Record<string, unknown>;
  /** By folder, in order. */
  readonly migrations: Record<string, readonly { readonly tag: string; readonly hash: string }[]>;
  /** Last values of sequences. */
  readonly sequences: Record<string, string>;
  /** By table: each row as PostgreSQL writes it in JSON. */
  readonly rows: Record<string, readonly string[]>;
}

/** A table of the hub's, with its columns quoted, in order. */
export interface Table {
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly string[];
}

export const CIVIL_AFFAIRS = { department: "县民政局", duty: "1.2" };

export const HOUSEHOLD = `query ($id: ID!) {
  household(id: $id) {
    township declaration { declaredOn }
    members { idNumber name medicalInsurance { status } realEstate { certificateNumber usage } }
  }
}`;

/** What a hub on a release's database is started with: the county, and the secrets that it rests with. */
export const RELEASE_ENVIRONMENT = {
  HUB_DEMONSTRATION_HOUSEHOLDS: "3",
  HUB_DEMONSTRATION_SEED: "7",
  HUB_DATA_SECRETS: "a-test-secret-of-data-at-rest-0001",
  HUB_AUDIT_SECRETS: "a-test-secret-of-the-access-log-01",
  HUB_REFERENCE_SECRETS: "a-test-secret-of-references-000001",
};

export const releaseFile = (release: string) =>
  fileURLToPath(new URL(`${release}.json`, import.meta.url));

/** The tables of the hub and of its departments, without the queue's and the accounts of migrations. */
export async function tablesOf(database: Database): Promise<Table[]> {
  return database.query<Table & Record<string, unknown>>(
    `select quote_ident(n.nspname) as schema, quote_ident(c.relname) as table,
            array_agg(quote_ident(a.attname)::text order by a.attnum) as columns
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind = 'r' and n.nspname !~ '^pg'
        and n.nspname not in ('information_schema', 'public', 'migrations')
      group by 1, 2 order by 1, 2`,
  );
}
