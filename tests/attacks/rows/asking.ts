import type { Answer, Asking, TestHub } from "../../support/hubs.js";

export const CIVIL_AFFAIRS = { department: "县民政局", duty: "1.2" };
/** Owns vehicles and the like; needs consent for what other departments own. */
export const BIG_DATA = { department: "县大数据局", duty: "1.2" };
export const FINANCE = { department: "县财政局", duty: "1.3" };

/** Where an answer has errors, and which. */
export const errorsOf = ({ errors }: Answer) =>
  errors.map(({ path, extensions }) => [path?.join("."), extensions["code"]]).sort();

/** Asking a hub and reading behind its back. */
export function means(hub: () => TestHub) {
  const database = () => hub().running.databases.main;
  return {
    database,
    idNumberOf: (person: string) => hub().idNumberOf(person),
    rows: <Row extends object>(sql: string, ...parameters: unknown[]) =>
      database().query<Row>(sql, parameters),
    ask: (asking: Asking, query: string, variables?: Record<string, unknown>) =>
      hub().ask(asking, query, variables),
  };
}
