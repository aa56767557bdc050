import type { Database } from "../database/database.js";

/** How the work beside requests stands, in all processes on a database. */
export interface QueueFigures {
  /** Batches of re-verifications by state. */
  readonly batches: Readonly<Record<"queued" | "running" | "failed", number>>;
  /** Households of running re-verifications that are not verified yet, and that could not be. */
  readonly households: Readonly<Record<"pending" | "failed", number>>;
  /** Reports that wait for sources that did not answer. */
  readonly waitingReports: number;
}

/** The queue's states, as pg-boss has them. */
const BATCHES = `
  select count(*) filter (where state in ('created', 'retry'))::int as queued,
         count(*) filter (where state = 'active')::int as running,
         count(*) filter (where state = 'failed')::int as failed
    from pgboss.job where name = 'verify-batch'`;

const HOUSEHOLDS = `
  select count(*) filter (where item.state = 'PENDING')::int as pending,
         count(*) filter (where item.state = 'FAILED')::int as failed
    from verification.run join verification.run_item as item on item.run_id = run.id
   where run.state = 'RUNNING'`;

/** The figures of the hub's database. The cost grows with what is under way, not with what was. */
export async function queueFigures(database: Database): Promise<QueueFigures> {
  const [queue] = await database.query<{ found: boolean; waiting: number }>(
    `select to_regclass('pgboss.job') is not null as found,
            (select count(*) from verification.verification where retry_at is not null)::int as waiting`,
  );
  const none = { queued: 0, running: 0, failed: 0 };
  const [batches = none] = queue?.found ? await database.query<typeof none>(BATCHES) : [];
  const [households = { pending: 0, failed: 0 }] =
    await database.query<QueueFigures["households"]>(HOUSEHOLDS);
  return { batches, households, waitingReports: queue?.waiting ?? 0 };
}

/** A department's data issues that are not answered. */
export interface IssueFigures {
  /** Slug of the department that has to answer. */
  readonly department: string;
  readonly open: number;
  /** Of these, beyond the last day for the answer. */
  readonly overdue: number;
}

const ISSUES = `
  select department, count(*)::int as open, count(*) filter (where due_on < $1::date)::int as overdue
    from issues.issue where state = 'OPEN' group by department`;

/** Data issues that stand open in a database, on a day. */
export function issueFigures(database: Database, date: string): Promise<IssueFigures[]> {
  return database.query<IssueFigures>(ISSUES, [date]);
}
