import type { Database } from "../database/database.js";
import { migrate } from "../database/migrate.js";
import { openDatabase } from "../database/open-database.js";
import { everywhere, hubParts, shippedMigrations } from "../database/sources.js";
import { departmentSources } from "../index.js";

/** One object of a database schema, as SQL. */
interface Described {
  readonly schema: string;
  readonly sql: string;
}

/** The hub's own schemas; the account of migrations is the program's, not the migrations'. */
const OWN = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'migrations')`;

/** What makes up a schema, in the order in which it could be made. */
const DESCRIPTIONS = [
  `select nspname as schema, format('create schema %I;', nspname) as sql
     from pg_namespace n where ${OWN} order by 1`,
  `select n.nspname as schema, format('create sequence %I.%I;', n.nspname, c.relname) as sql
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${OWN} and c.relkind = 'S'
      and not exists (select from pg_depend where objid = c.oid and deptype in ('a', 'i'))
    order by 1, 2`,
  `select n.nspname as schema, trim(trailing e'\\n' from pg_get_functiondef(p.oid)) || ';' as sql
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where ${OWN} order by 1, 2`,
  `select n.nspname as schema,
          format(e'create table %I.%I (\\n%s\\n);', n.nspname, c.relname,
            concat_ws(e',\\n', columns.lines, constraints.lines)) as sql
     from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     cross join lateral (
       select string_agg(format('  %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
                case when a.attnotnull then ' not null' else '' end,
                case
                  when a.attidentity <> '' then ' generated as identity'
                  when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ')'
                  when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid)
                  else ''
                end), e',\\n' order by a.attnum) as lines
         from pg_attribute a
         left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) columns
     cross join lateral (
       select string_agg(format('  constraint %I %s', o.conname, pg_get_constraintdef(o.oid)),
                e',\\n' order by o.contype <> 'p', o.conname) as lines
         from pg_constraint o
        where o.conrelid = c.oid and o.contype in ('p', 'u', 'c', 'x')) constraints
    where ${OWN} and c.relkind in ('r', 'p')
    order by 1, c.relname`,
  `select n.nspname as schema,
          format('alter table %I.%I add constraint %I %s;', n.nspname, c.relname, o.conname,
            pg_get_constraintdef(o.oid)) as sql
     from pg_constraint o
     join pg_class c on c.oid = o.conrelid
     join pg_namespace n on n.oid = c.relnamespace
    where ${OWN} and o.contype = 'f' order by 1, c.relname, o.conname`,
  `select schemaname as schema, indexdef || ';' as sql
     from pg_indexes i join pg_namespace n on n.nspname = i.schemaname
    where ${OWN} and not exists (
      select from pg_constraint
       where conindid = format('%I.%I', i.schemaname, i.indexname)::regclass)
    order by 1, tablename, indexname`,
  `select n.nspname as schema, pg_get_triggerdef(t.oid) || ';' as sql
     from pg_trigger t
     join pg_class c on c.oid = t.tgrelid
     join pg_namespace n on n.oid = c.relnamespace
    where ${OWN} and not t.tgisinternal order by 1, c.relname, t.tgname`,
];

/** What all migrations make of an empty database, as SQL: for reviewing what a migration changes. */
export async function databaseSchema(): Promise<string> {
  const database = await openDatabase({ directory: "memory://" });
  try {
    for (const part of [...everywhere, ...hubParts])
      await migrate(database, shippedMigrations(part));
    for (const { name, folder } of departmentSources) {
      if (folder !== null) await migrate(database, { name, folder });
    }
    return await describeSchemas(database);
  } finally {
    await database.close();
  }
}

/** Every object of the hub's schemas in a database as SQL, schema by schema; the same schema gives the same text. */
export async function describeSchemas(database: Database): Promise<string> {
  const objects: Described[] = [];
  for (const description of DESCRIPTIONS) {
    objects.push(...(await database.query<Described>(description)));
  }
  const names = [...new Set(objects.map(({ schema }) => schema))];
  return names
    .flatMap((name) => objects.filter(({ schema }) => schema === name))
    .map(({ sql }) => sql)
    .join("\n\n");
}
