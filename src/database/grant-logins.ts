import type { Database } from "./database.js";
import { quoted } from "./quoted.js";

/** Roles of a server beside the one that owns the tables; logins of the hub are their members. */
export interface LoginRoles {
  /** Of logins that serve; null for none. */
  readonly application: string | null;
  /** Of logins that only read the access log; null for none. */
  readonly auditor: string | null;
}

/** Schemas in which the application changes nothing that is there, by what it may do. */
const APPEND_ONLY: Readonly<Record<string, string>> = {
  audit: "select, insert",
  migrations: "select",
};

/** What the auditor reads: the log, and whether it is of this release. */
const AUDITED = ["audit", "migrations"];

interface OwnedRelation {
  readonly schema: string;
  readonly name: string;
  readonly kind: "table" | "sequence" | "other";
  readonly secured: boolean;
}

/**
 * Gives the roles what their logins need in the schemas that the current login owns, and nothing
 * else, in one transaction. The application changes data but makes, alters, drops and grants
 * nothing, adds to the access log alone, and may act as each duty; the auditor reads the log.
 * @param duties roles that a caller's statements run under
 * @throws the database's error for a role that is not there.
 */
export async function grantLogins(
  database: Database,
  { application, auditor }: LoginRoles,
  duties: readonly string[],
): Promise<void> {
  await database.transaction(async (transaction) => {
    const relations = await ownedRelations(transaction);
    const schemas = [...new Set(relations.map(({ schema }) => schema))];
    const statements: string[] = [];
    if (application !== null) {
      statements.push(...applicationScript(quoted(application), schemas, relations));
      statements.push(`grant ${duties.map(quoted).join(", ")} to ${quoted(application)}`);
      statements.push(...(await missingPolicies(transaction, application, relations)));
    }
    if (auditor !== null) statements.push(...auditorScript(quoted(auditor), schemas));
    for (const statement of statements) await transaction.query(statement);
  });
}

/** What stands in the schemas of the current login, and foreign relations there that it may pass on. */
function ownedRelations(database: Database): Promise<OwnedRelation[]> {
  return database.query<OwnedRelation>(`
    select nspname as schema, relname as name, relrowsecurity as secured,
           case when relkind in ('r', 'p') and relowner = nspowner then 'table'
                when relkind = 'S' then 'sequence' else 'other' end as kind
      from pg_class join pg_namespace on pg_namespace.oid = relnamespace
     where nspowner = (select oid from pg_roles where rolname = current_user)
       and nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
       and relkind in ('r', 'p', 'v', 'm', 'f', 'S')
       and (relkind = 'S' or has_table_privilege(pg_class.oid, 'select with grant option'))
     order by nspname, relname`);
}

function applicationScript(
  role: string,
  schemas: readonly string[],
  relations: readonly OwnedRelation[],
): string[] {
  return [
    ...schemas.flatMap((schema) => [
      `revoke all on schema ${quoted(schema)} from ${role}`,
      `grant usage on schema ${quoted(schema)} to ${role}`,
    ]),
    ...relations.flatMap(({ schema, name, kind }) => {
      const what = `${kind === "sequence" ? "sequence" : "table"} ${quoted(schema)}.${quoted(name)}`;
      return [
        `revoke all on ${what} from ${role}`,
        `grant ${rightsOn(schema, kind)} on ${what} to ${role}`,
      ];
    }),
  ];
}

function rightsOn(schema: string, kind: OwnedRelation["kind"]): string {
  if (kind === "sequence") return "usage, select";
  if (kind === "other") return "select";
  return APPEND_ONLY[schema] ?? "select, insert, update, delete";
}

function auditorScript(role: string, schemas: readonly string[]): string[] {
  return schemas
    .filter((schema) => AUDITED.includes(schema))
    .flatMap((schema) => [
      `grant usage on schema ${quoted(schema)} to ${role}`,
      `grant select on all tables in schema ${quoted(schema)} to ${role}`,
    ]);
}

/** The application works on every row: row security is for the duties. To make a policy locks its table. */
async function missingPolicies(
  database: Database,
  role: string,
  relations: readonly OwnedRelation[],
): Promise<string[]> {
  const there = await database.query<{ schema: string; name: string }>(
    `select schemaname as schema, tablename as name from pg_policies
      where policyname = 'application' and $1 = any (roles)`,
    [role],
  );
  const has = new Set(there.map(({ schema, name }) => `${schema}.${name}`));
  return relations
    .filter(({ schema, name, secured }) => secured && !has.has(`${schema}.${name}`))
    .flatMap(({ schema, name }) => {
      const table = `${quoted(schema)}.${quoted(name)}`;
      return [
        `drop policy if exists application on ${table}`,
        `create policy application on ${table} to ${quoted(role)} using (true) with check (true)`,
      ];
    });
}
