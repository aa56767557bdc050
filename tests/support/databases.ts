import { randomBytes } from "node:crypto";
import pg from "pg";
import type { Database } from "../../src/database/database.js";
import { openDatabase } from "../../src/database/open-database.js";
import { openEmptyDatabase } from "./empty-database.js";

/** The PostgreSQL server to test on as well; undefined where there is none. */
export const TEST_SERVER = process.env["TEST_DATABASE_URL"];

/**
 * Describes the same behaviour on every real database: PGlite, and PostgreSQL where
 * TEST_DATABASE_URL names a server. `open` gives the file's one database of each kind, new and
 * empty; it is closed, and on a server dropped, when the file's tests are over.
 */
export function eachDatabase(
  describeOn: (name: Database["kind"], open: () => Promise<Database>) => void,
): void {
  describe("on pglite", () => describeOn("pglite", shared(openEmptyDatabase)));
  if (!TEST_SERVER) return;
  const server = TEST_SERVER;
  describe("on postgres", () =>
    describeOn(
      "postgres",
      shared(() => createOn(server)),
    ));
}

interface Opened {
  readonly database: Database;
  readonly close: () => Promise<void>;
}

function shared(make: () => Promise<Opened>): () => Promise<Database> {
  let opened: Promise<Opened> | undefined;
  afterAll(async () => (await opened)?.close());
  return async () => (await (opened ??= make())).database;
}

async function createOn(server: string): Promise<Opened> {
  const { name, url, drop } = await createDatabase(server);
  const database = await openDatabase({ url, applicationName: name });
  const close = async () => {
    await database.close();
    await drop();
  };
  return { database, close };
}

/** Makes a database on a server, empty or a copy of another, to be dropped with whatever is connected to it. */
export async function createDatabase(server: string, template: string | null = null) {
  const name = `hub_test_${process.pid}_${randomBytes(4).toString("hex")}`;
  await administer(server, `create database ${name}${template ? ` template ${template}` : ""}`);
  const url = new URL(server);
  url.pathname = name;
  const drop = () => administer(server, `drop database ${name} with (force)`);
  return { name, url: url.href, drop };
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
