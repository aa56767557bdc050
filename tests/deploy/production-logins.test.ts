import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { publishedKeys } from "../../src/audit/checkpoint-signer.js";
import { verifyLog } from "../../src/audit/verify-log.js";
import { migrateCommand } from "../../src/cli/migrate.js";
import { openDatabase } from "../../src/database/open-database.js";
import { openDatabases, shippedMigrations } from "../../src/database/sources.js";
import { auditKeys } from "../../src/identity/keys.js";
import { readConfig } from "../../src/config.js";
import { departmentSlugs } from "../../src/index.js";
import { createDatabase, TEST_SERVER } from "../support/databases.js";
import { startTestHub, type TestHub } from "../support/hubs.js";
import { asLogin, dropLogins, HAS_PSQL, makeLogins, runScript } from "../support/psql.js";
import { copyTemplate } from "../support/templates.js";

/* What docker/postgres/roles.sql, docker/backup.sh and docker/restore.sh promise, in order. */

const onServer = TEST_SERVER !== undefined && HAS_PSQL ? describe : describe.skip;

const PREFIX = `hub_test_logins_${process.pid}`;
const APPLICATION = PREFIX;
const MIGRATOR = `${PREFIX}_migrator`;
const AUDITOR = `${PREFIX}_audit`;

const HOUSEHOLD = `{ household(id: "H330726000011") {
  members { name medicalInsurance { status } vehicles { kind } } } }`;
const AS_CIVIL_AFFAIRS = { department: "县民政局", duty: "1.2" };

onServer("a hub in production on a PostgreSQL server", () => {
  let directory: string;
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let hub: TestHub;
  let answer: unknown;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "hub-logins-"));
    const server = TEST_SERVER as string;
    database = await createDatabase(server, await copyTemplate("postgres", directory));
    await makeLogins(database.url, PREFIX);
    await migrateAs(database.url, directory);
    hub = await startTestHub({ environment: { DATABASE_URL: asLogin(database.url, APPLICATION) } });
  }, 120_000);

  afterAll(async () => {
    await hub?.close();
    await database?.drop();
    await statementAs(TEST_SERVER as string, dropLogins(PREFIX));
    await rm(directory, { recursive: true, force: true });
  });

  test("the application's login -> every department answers, and the answer is on record", async () => {
    const { data, errors, extensions } = await hub.ask(AS_CIVIL_AFFAIRS, HOUSEHOLD);
    expect(errors).toEqual([]);
    expect(data.household.members.length).toBeGreaterThan(0);
    answer = data;
    const { audit } = extensions["hub"] as { audit: string };
    const found = await hub.running.databases.main.query(
      "select 1 from audit.record where id = $1",
      [audit],
    );
    expect(found.length).toBe(1);
  });

  test.each([
    "create schema other",
    "create table public.other (a int)",
    "create table civil_affairs.other (a int)",
    "create role other",
    "alter table civil_affairs.person add column other int",
    "alter table civil_affairs.person disable row level security",
    "drop table audit.record",
    "drop policy jurisdiction on civil_affairs.person",
    "truncate audit.record",
    "update audit.record set client = 'another'",
    "delete from audit.record",
    "update audit.checkpoint set size = 0",
    "delete from audit.reading",
    "delete from migrations.hub",
    `grant ${PREFIX}_application to ${AUDITOR}`,
    `grant hub_duty_12_1 to ${AUDITOR}`,
  ])("the application's login: %s -> refused", async (statement) => {
    await expect(asApplication(statement)).rejects.toMatchObject({ code: "42501" });
  });

  test("the application's login passes a right on -> nobody has it", async () => {
    await asApplication(`grant select on civil_affairs.person to ${AUDITOR}`).catch(() => {});
    const asked = `select has_table_privilege('${AUDITOR}', 'civil_affairs.person', 'select') as has`;
    expect(await statementAs(database.url, asked)).toEqual([{ has: false }]);
  });

  test("the auditor's login -> reads the log, and nothing else", async () => {
    const asAuditor = (statement: string) => statementAs(asLogin(database.url, AUDITOR), statement);
    expect((await asAuditor("select 1 from audit.record limit 1")).length).toBe(1);
    for (const refused of [
      "select 1 from civil_affairs.person",
      "delete from audit.record",
      "insert into audit.reading values ('x', '{}')",
    ]) {
      await expect(asAuditor(refused)).rejects.toMatchObject({ code: "42501" });
    }
  });

  test("a database that lacks a migration, and a login that may not make it -> says who runs what", async () => {
    const account = `delete from migrations.consent returning tag, hash`;
    const [last] = await statementAs(database.url, account);
    const plan = { url: asLogin(database.url, APPLICATION), directory, own: new Map() };
    await expect(openDatabases(plan, [shippedMigrations("consent")])).rejects.toMatchObject({
      code: "MIGRATIONS_PENDING",
      message: expect.stringMatching(/consent migrations .* run this release's `hub migrate`/),
    });
    const { tag, hash } = last as { tag: string; hash: string };
    await statementAs(database.url, `insert into migrations.consent values ('${tag}', '${hash}')`);
  });

  test("backed up, destroyed, restored elsewhere -> the same answer, and the log is whole", async () => {
    await hub.close();
    const backup = join(directory, "backup");
    await runScript("backup.sh", backup, asLogin(database.url, `${PREFIX}_backup`));
    await database.drop();
    database = await createDatabase(TEST_SERVER as string);
    await makeLogins(database.url, PREFIX);
    await runScript("restore.sh", backup, asLogin(database.url, MIGRATOR));
    await migrateAs(asLogin(database.url, MIGRATOR), directory);
    hub = await startTestHub({ environment: { DATABASE_URL: asLogin(database.url, APPLICATION) } });
    expect((await hub.ask(AS_CIVIL_AFFAIRS, HOUSEHOLD)).data).toEqual(answer);
    const report = await verified();
    expect([report.ok, report.records]).toEqual([true, 2]);
    await expect(asApplication("delete from audit.record")).rejects.toMatchObject({
      code: "42501",
    });
  }, 120_000);

  const asApplication = (statement: string) =>
    statementAs(asLogin(database.url, APPLICATION), statement);

  /** What `hub audit verify` finds, with the auditor's login. */
  async function verified() {
    const { signing } = await auditKeys(readConfig(hub.environment, departmentSlugs));
    const log = await openDatabase({ url: asLogin(database.url, AUDITOR) });
    const report = await verifyLog(log, await publishedKeys(signing), { checkpoints: [] });
    await log.close();
    return report;
  }
});

/** `hub migrate` as a login that owns the tables. */
async function migrateAs(url: string, directory: string): Promise<void> {
  const kept = process.env;
  process.env = { ...kept, DATABASE_URL: url, HUB_DATA: directory };
  const write = process.stdout.write;
  process.stdout.write = () => true;
  try {
    const roles = [`--application-role=${PREFIX}_application`, `--auditor-role=${PREFIX}_auditor`];
    await migrateCommand().parseAsync(roles, { from: "user" });
  } finally {
    process.stdout.write = write;
    process.env = kept;
  }
}

async function statementAs(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const result = await client.query<Record<string, unknown>>(statement);
    return result.rows;
  } finally {
    await client.end();
  }
}
