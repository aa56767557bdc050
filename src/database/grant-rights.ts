import { createHash } from "node:crypto";
import type { Database } from "./database.js";
import { DatabaseError } from "./database-error.js";
import { quoted } from "./quoted.js";
import { JURISDICTION_SETTING } from "./session-rights.js";

/** Who may select what in one PostgreSQL schema. */
export interface RightsPlan {
  readonly schema: string;
  readonly roles: readonly string[];
  readonly grants: readonly {
    readonly table: string;
    readonly columns: readonly string[];
    readonly roles: readonly string[];
  }[];
  /** Tables whose rows are seen only within the session's jurisdiction, with the division's column. */
  readonly rowSecurity: readonly { readonly table: string; readonly column: string }[];
  /** Views and foreign tables that others make: they may be missing, or be made anew at any time. */
  readonly foreign: readonly string[];
}

/** Not that of the access log, whose records would wait. */
const ADVISORY_LOCK = 330_729;

/**
 * Makes the roles and gives each what the plan says and nothing else, in one transaction. A schema
 * that has just these rights is only read. Roles belong to the whole server: they are made where
 * missing and hold nothing outside the plans of each database. On a foreign relation that is not
 * there nobody gets rights, until this is done again.
 * @throws DatabaseError RIGHTS_FAILED, for one where the login may not make roles.
 */
export async function grantRights(database: Database, plan: RightsPlan): Promise<void> {
  try {
    await database.transaction(async (transaction) => {
      await transaction.query("select pg_advisory_xact_lock($1)", [ADVISORY_LOCK]);
      await joinRoles(transaction, plan.roles);
      const present = await presentRelations(transaction, plan);
      if (!present) return;
      const script = scriptOf(withoutMissing(plan, present));
      const mark = `rights ${createHash("sha256")
        .update(script + JSON.stringify([...present]))
        .digest("hex")}`;
      if ((await markOf(transaction, plan.schema)) === mark) return;
      await transaction.query(script);
      await transaction.query(`comment on schema ${quoted(plan.schema)} is '${mark}'`);
    });
  } catch (error) {
    throw new DatabaseError(
      "RIGHTS_FAILED",
      `the rights on schema ${plan.schema} could not be given: ${(error as Error).message}; ` +
        "run `hub migrate` as a role that may create roles, with --application-role for the one that serves",
      { schema: plan.schema },
      { cause: error },
    );
  }
}

/** Object ids of the foreign relations that are there, by name; null where there is no schema yet. */
async function presentRelations(
  database: Database,
  { schema, foreign }: RightsPlan,
): Promise<ReadonlyMap<string, number> | null> {
  if (foreign.length === 0) return new Map();
  const rows = await database.query<{ name: string; id: number | null }>(
    `select name, to_regclass(quote_ident($1) || '.' || quote_ident(name))::oid as id
       from unnest($2::text[]) as given (name)
      where to_regnamespace(quote_ident($1)) is not null`,
    [schema, foreign],
  );
  if (rows.length === 0) return null;
  return new Map(rows.flatMap(({ name, id }) => (id === null ? [] : [[name, id] as const])));
}

function withoutMissing(plan: RightsPlan, present: ReadonlyMap<string, number>): RightsPlan {
  const isMissing = (table: string) => plan.foreign.includes(table) && !present.has(table);
  return { ...plan, grants: plan.grants.filter(({ table }) => !isMissing(table)) };
}

async function markOf(database: Database, schema: string): Promise<string | null> {
  const [row] = await database.query<{ mark: string | null }>(
    "select obj_description(to_regnamespace($1), 'pg_namespace') as mark",
    [schema],
  );
  return row?.mark ?? null;
}

/** Makes the roles that are missing and joins them; another database of the server may be making the same. */
async function joinRoles(database: Database, roles: readonly string[]): Promise<void> {
  const joined = await database.query<{ rolname: string }>(
    `select rolname from pg_roles
      where rolname = any($1) and pg_has_role(current_user, oid, 'member')`,
    [roles],
  );
  const known = new Set(joined.map(({ rolname }) => rolname));
  const missing = roles.filter((role) => !known.has(role));
  if (missing.length === 0) return;
  const made = missing.map(
    (role) => `if to_regrole('${role}') is null then
        begin create role ${quoted(role)} nologin;
        exception when duplicate_object or unique_violation then null; end;
      end if;
      if not pg_has_role(current_user, '${role}', 'member') then
        grant ${quoted(role)} to current_user;
      end if;`,
  );
  await database.query(`do $$ begin ${made.join("\n")} end $$`);
}

function scriptOf({ schema, roles, grants, rowSecurity }: RightsPlan): string {
  const all = roles.map(quoted).join(", ");
  const name = (table: string) => `${quoted(schema)}.${quoted(table)}`;
  return [
    `revoke all on schema ${quoted(schema)} from public`,
    `revoke all on all tables in schema ${quoted(schema)} from ${all}`,
    `grant usage on schema ${quoted(schema)} to ${all}`,
    ...grants.map(
      ({ table, columns, roles: to }) =>
        `grant select (${columns.map(quoted).join(", ")}) on ${name(table)} to ${to.map(quoted).join(", ")}`,
    ),
    ...rowSecurity.flatMap(({ table, column }) => [
      `alter table ${name(table)} enable row level security`,
      `drop policy if exists jurisdiction on ${name(table)}`,
      `create policy jurisdiction on ${name(table)} for select using (
        ${quoted(column)} like any (string_to_array(current_setting('${JURISDICTION_SETTING}', true), ',')))`,
    ]),
  ].join(";\n");
}
