import type { Database } from "../../database/database.js";

/** How a department answers data issues. */
export interface IssueStatistics {
  readonly open: number;
  readonly overdue: number;
  /** Corrected or confirmed. */
  readonly answered: number;
  readonly answeredInTime: number;
  readonly withdrawn: number;
  /** Calendar days from report to answer, half a day exact; null before the first answer. */
  readonly medianDays: number | null;
}

/** The figures of one department's issues on a day, of all divisions. */
export async function issueStatistics(
  database: Database,
  department: string,
  date: string,
): Promise<IssueStatistics> {
  const [row] = await database.query<IssueStatistics>(STATISTICS, [department, date]);
  return row as IssueStatistics;
}

const STATISTICS = `
  select count(*) filter (where state = 'OPEN')::int as "open",
         count(*) filter (where state = 'OPEN' and due_on < $2::date)::int as "overdue",
         count(*) filter (where answered)::int as "answered",
         count(*) filter (where answered and closed_on <= due_on)::int as "answeredInTime",
         count(*) filter (where state = 'WITHDRAWN')::int as "withdrawn",
         percentile_cont(0.5) within group (order by closed_on - reported_on)
           filter (where answered) as "medianDays"
    from (select state, due_on, state in ('CORRECTED', 'CONFIRMED') as answered,
                 (reported_at at time zone 'Asia/Shanghai')::date as reported_on,
                 (closed_at at time zone 'Asia/Shanghai')::date as closed_on
            from issues.issue where department = $1) as kept`;
