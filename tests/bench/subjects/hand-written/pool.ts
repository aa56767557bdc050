import pg from "pg";

/** Connections, as many as the hub's pool has for the same work, and kept as long. */
const CONNECTIONS = 10;

/** Types read as the hub answers them: dates and decimals as printed, times in ISO 8601. */
const PARSERS: ReadonlyMap<number, (text: string) => unknown> = new Map<
  number,
  (text: string) => unknown
>([
  [16, (text) => text === "t"],
  [23, Number],
  [114, JSON.parse],
  [1184, (text) => `${text.replace(" ", "T")}:00`],
]);

/** A pool of the benchmark's database. */
export function openPool(): pg.Pool {
  return new pg.Pool({
    connectionString: process.env["DATABASE_URL"],
    max: CONNECTIONS,
    idleTimeoutMillis: 600_000,
    options: "-c timezone=Asia/Shanghai",
    types: { getTypeParser: ((oid: number) => PARSERS.get(oid) ?? asPrinted) as never },
  });
}

const asPrinted = (text: string) => text;
