import type { Database } from "../../database/database.js";
import { IntakeError } from "../intake-error.js";

/** The first half of the advisory locks of loads; the other is the table's. */
const ADVISORY_LOCK = 330_728;

/** SQLSTATE lock_not_available. */
const NOT_AVAILABLE = "55P03";

/**
 * Holds a table for one load until the transaction ends; readers and other writers go on.
 * @param patience milliseconds to wait for another load
 * @throws IntakeError LOAD_RUNNING
 */
export async function holdForLoad(
  database: Database,
  relation: string,
  patience: number,
): Promise<void> {
  await database.query("select set_config('lock_timeout', $1, true)", [`${patience}ms`]);
  try {
    await database.query("select pg_advisory_xact_lock($1, hashtext($2))", [
      ADVISORY_LOCK,
      relation,
    ]);
  } catch (error) {
    if ((error as { code?: string }).code !== NOT_AVAILABLE) throw error;
    throw new IntakeError(
      "LOAD_RUNNING",
      `另一批数据正在导入 ${relation}，请待其结束后再试 / another load of ${relation} is running; try again when it has ended`,
      { relation },
    );
  }
  await database.query("set local lock_timeout = 0");
}

/** Keeps everybody else from writing to a table until the transaction ends; who only reads goes on. */
export async function stopWriters(database: Database, relation: string): Promise<void> {
  await database.query(`lock table ${relation} in share row exclusive mode`);
}

/** Whether a table has no record; if so, nobody else writes one until the transaction ends. */
export async function isEmptyForUs(database: Database, relation: string): Promise<boolean> {
  const isEmpty = async () =>
    (await database.query(`select 1 from ${relation} limit 1`)).length === 0;
  if (!(await isEmpty())) return false;
  await stopWriters(database, relation);
  return isEmpty();
}
