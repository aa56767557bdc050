import type { AuditState } from "../audit/audit-log.js";
import type { Database } from "../database/database.js";
import type { MigrationState } from "../database/migration-state.js";
import type { RestingSource } from "../department/live/resting-source.js";

/** One thing that readiness depends on, or that is worth saying beside it. */
export interface ReadinessCheck {
  /** `database hub`, `migrations`, `audit`, `policy`, `keys`, `workers`, `source canteens/meal-subsidies`. */
  readonly name: string;
  /** A notice is no reason to send requests elsewhere. */
  readonly state: "ok" | "notice" | "failed";
  /** What is wrong, or what is so. */
  readonly reason: string;
}

/** What readiness is found out from. */
export interface ReadinessParts {
  /** By the name of the migrations they hold. */
  readonly databases: ReadonlyMap<string, Database>;
  /** The databases to look for migrations in, each with what it should hold. */
  readonly migrations: readonly {
    readonly database: Database;
    readonly look: (database: Database) => Promise<MigrationState>;
  }[];
  /** Where the audit log is kept, and how it stands; null where nothing is recorded. */
  readonly audit: { readonly database: Database; readonly state: () => AuditState } | null;
  readonly policy: () => string;
  /** Makes sure that there are keys to verify tokens with. @throws where they cannot be had */
  readonly keys: () => Promise<void>;
  readonly worker: () => "working" | "waiting" | "elsewhere";
  readonly resting: () => readonly RestingSource[];
}

/** Milliseconds that one look may take: who asks for readiness does not wait long. */
const PATIENCE = 2000;

/** Looks at everything a request needs; each look is bounded, and none throws. */
export async function readiness(parts: ReadinessParts): Promise<ReadinessCheck[]> {
  const { databases, migrations, audit, policy, keys, worker, resting } = parts;
  const [reachable, migrated, recorded, verifiable] = await Promise.all([
    Promise.all([...namesByDatabase(databases)].map(databaseCheck)),
    Promise.all(migrations.map(({ database, look }) => migrationCheck(look(database)))),
    audit ? auditCheck(audit) : check("audit", null, "not recorded"),
    looked(keys()).then((fault) => check("keys", fault, "loaded")),
  ]);
  return [
    ...reachable,
    ...migrated,
    recorded,
    verifiable,
    check("policy", null, policy().slice(0, 12)),
    check("workers", null, worker()),
    ...resting().map(({ name, restsFor }) => ({
      name: `source ${name}`,
      state: "notice" as const,
      reason: `keeps failing and is left alone for ${Math.ceil(restsFor / 1000)} s`,
    })),
  ];
}

const check = (name: string, fault: string | null, reason = "ok"): ReadinessCheck => ({
  name,
  state: fault === null ? "ok" : "failed",
  reason: fault ?? reason,
});

function namesByDatabase(databases: ReadonlyMap<string, Database>): Map<Database, string[]> {
  const names = new Map<Database, string[]>();
  for (const [name, database] of databases) {
    names.set(database, [...(names.get(database) ?? []), name]);
  }
  return names;
}

/** A database goes by the first name of what it holds. */
async function databaseCheck([database, names]: [Database, string[]]): Promise<ReadinessCheck> {
  const fault = await looked(database.query("select 1"));
  const reason = fault && `${fault}; it holds ${names.join(", ")}`;
  return check(`database ${names[0]}`, reason);
}

async function migrationCheck(look: Promise<MigrationState>): Promise<ReadinessCheck> {
  let found: MigrationState | undefined;
  const fault = await looked(look.then((state) => (found = state)));
  if (!found) return check("migrations", fault);
  const { pending, unknown } = found;
  if (pending.length > 0) {
    return check("migrations", `pending: ${pending.join(", ")}; run hub migrate or start it anew`);
  }
  // Migrations expand first: an older hub goes on beside a newer one until it is replaced.
  return unknown.length === 0
    ? check("migrations", null)
    : {
        name: "migrations",
        state: "notice",
        reason: `a newer release has applied ${unknown.join(", ")}: replace this one`,
      };
}

const MAY_RECORD = `
  select current_setting('transaction_read_only') = 'off' as writable,
         has_table_privilege('audit.record', 'INSERT') as permitted`;

async function auditCheck({
  database,
  state,
}: NonNullable<ReadinessParts["audit"]>): Promise<ReadinessCheck> {
  const { broken } = state();
  if (broken !== null) return check("audit", broken);
  let found: { writable: boolean; permitted: boolean } | undefined;
  const fault = await looked(
    database
      .query<{ writable: boolean; permitted: boolean }>(MAY_RECORD)
      .then(([row]) => (found = row)),
  );
  if (!found) return check("audit", fault);
  if (!found.writable) return check("audit", "the database takes no writes");
  return found.permitted ? check("audit", null) : check("audit", "no right to write records");
}

/** What keeps a look from being answered: null, or a text that names no address and no value. */
async function looked(look: Promise<unknown>): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no answer within ${PATIENCE} ms`), PATIENCE);
  });
  try {
    return await Promise.race([
      look.then(
        () => null,
        () => "does not answer",
      ),
      late,
    ]);
  } finally {
    clearTimeout(timer);
  }
}
