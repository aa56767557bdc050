import { AuditLog } from "../../src/audit/audit-log.js";
import { publishedKeys } from "../../src/audit/checkpoint-signer.js";
import { verifyLog } from "../../src/audit/verify-log.js";
import type { Database } from "../../src/database/database.js";
import { migrate } from "../../src/database/migrate.js";
import { openDatabase } from "../../src/database/open-database.js";
import { shippedMigrations } from "../../src/database/sources.js";
import { createDatabase, TEST_SERVER } from "../support/databases.js";
import { entryOf, newSigningKey } from "./support.js";

const HUBS = 3;
const CALLERS = 8;
const APPENDS = 20;

(TEST_SERVER ? describe : describe.skip)("several hubs with one PostgreSQL database", () => {
  let url: string;
  let drop: () => Promise<void>;
  let databases: Database[];

  beforeAll(async () => {
    ({ url, drop } = await createDatabase(TEST_SERVER as string));
    databases = await Promise.all(
      Array.from({ length: HUBS }, () => openDatabase({ url, max: 3 })),
    );
    await migrate(databases[0] as Database, shippedMigrations("audit"));
  });
  afterAll(async () => {
    for (const database of databases) await database.close();
    await drop();
  });

  const open = async (database: Database) => {
    const signing = await newSigningKey();
    const log = await AuditLog.open(database, { signing, checkpointRecords: 50 });
    return { log, published: await publishedKeys(signing) };
  };
  const verify = async (opened: readonly Awaited<ReturnType<typeof open>>[]) => {
    for (const { log } of opened) await log.close();
    const keys = opened.flatMap(({ published }) => published.keys);
    return verifyLog(databases[0] as Database, { keys });
  };

  test("that append at once -> one chain without gaps, and every append has its own place", async () => {
    const opened = await Promise.all(databases.map(open));
    const callers = opened.flatMap(({ log }) =>
      Array.from({ length: CALLERS }, async () => {
        const places: number[] = [];
        for (let count = 0; count < APPENDS; count += 1) {
          places.push((await log.append(entryOf())).sequence);
        }
        return places;
      }),
    );
    const places = (await Promise.all(callers)).flat().sort((a, b) => a - b);
    const all = HUBS * CALLERS * APPENDS;
    expect(places).toEqual(Array.from({ length: all }, (_, index) => index + 1));
    expect(await verify(opened)).toMatchObject({ ok: true, records: all, proven: all, faults: [] });
  });

  test("of which one goes on alone -> one statement for a batch again", async () => {
    const [first, second] = await Promise.all(databases.slice(0, 2).map(open));
    if (!first || !second) throw new Error("two hubs are needed");
    for (let turn = 0; turn < 3; turn += 1) {
      await first.log.append(entryOf());
      await second.log.append(entryOf());
    }
    const statements: string[] = [];
    const stop = databases[0]?.onStatement((sql) => statements.push(sql));
    for (let count = 0; count < 4; count += 1) await first.log.append(entryOf());
    stop?.();
    // In turn, in turn with nobody in between, and twice alone.
    expect(statements).toHaveLength(2 + 2 + 1 + 1);
  });
});
