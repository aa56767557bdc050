import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo, type Server } from "node:net";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { announceAddress, holdDataDirectory } from "../../src/database/data-directory-lock.js";
import { DatabaseError } from "../../src/database/database-error.js";
import { openDatabase } from "../../src/database/open-database.js";
import { TEST_SERVER } from "../support/databases.js";

const PASSWORD = "s3cret%2Fword";

async function failureOf(work: () => unknown): Promise<DatabaseError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof DatabaseError) return error;
    throw error;
  }
  throw new Error("it did not fail");
}

/** Whatever a log could print of an error. */
function everythingIn(error: DatabaseError): string {
  return [error.message, error.stack, JSON.stringify(error), String(error.cause)].join("\n");
}

async function listening(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

/** A server that asks for the password and refuses it, repeating it in its text. */
function refusingServer(): Server {
  const askForPassword = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3]);
  const text = Buffer.from(`SFATAL\0C28P01\0Mno entry with ${decodeURIComponent(PASSWORD)}\0\0`);
  const refusal = Buffer.concat([Buffer.from([0x45, 0, 0, 0, text.length + 4]), text]);
  return createServer((socket) => {
    socket.once("data", () => {
      socket.write(askForPassword);
      socket.once("data", () => socket.end(refusal));
    });
  });
}

describe("a server", () => {
  test("that does not listen is unreachable, by its address", async () => {
    const server = createServer();
    const port = await listening(server);
    server.close();
    const url = `postgres://hub:${PASSWORD}@127.0.0.1:${port}/county`;
    const failure = await failureOf(() => openDatabase({ url }));
    expect(failure).toMatchObject({
      code: "DATABASE_UNREACHABLE",
      fields: { address: `127.0.0.1:${port}/county`, reason: "ECONNREFUSED" },
    });
    expect(everythingIn(failure)).not.toMatch(/s3cret/);
  });

  test("that refuses the password is told apart, and its answer is not repeated whole", async () => {
    const server = refusingServer();
    const url = `postgres://hub:${PASSWORD}@127.0.0.1:${await listening(server)}/county`;
    const failure = await failureOf(() => openDatabase({ url }));
    server.close();
    expect(failure.code).toBe("DATABASE_LOGIN_REFUSED");
    expect(failure.message).toContain("no entry with ***");
    expect(everythingIn(failure)).not.toMatch(/s3cret/);
  });

  test.each(["postgres://hub:s3cret@host:port/x", "mysql://hub:s3cret@host/x", "county"])(
    "by what is no URL is refused",
    async (url) => {
      const failure = await failureOf(() => openDatabase({ url }));
      expect(failure.code).toBe("DATABASE_URL_INVALID");
      expect(everythingIn(failure)).not.toMatch(/s3cret/);
    },
  );

  if (TEST_SERVER) {
    const server = TEST_SERVER;

    test("without the database or the role says which", async () => {
      const url = new URL(server);
      url.pathname = "no_such_database";
      expect((await failureOf(() => openDatabase({ url: url.href }))).code).toBe(
        "DATABASE_MISSING",
      );
      url.username = "no_such_role";
      url.password = PASSWORD;
      const failure = await failureOf(() => openDatabase({ url: url.href }));
      expect(failure.code).toBe("DATABASE_LOGIN_REFUSED");
      expect(everythingIn(failure)).not.toMatch(/s3cret/);
    });

    test("cancels a statement that takes longer than it may", async () => {
      const database = await openDatabase({ url: server, statementTimeoutMs: 50, max: 1 });
      await expect(database.query("select pg_sleep(5)")).rejects.toMatchObject({ code: "57014" });
      await database.close();
      await database.close();
    });

    test("cancels a caller's look-up that takes longer than it may, and nothing else", async () => {
      const database = await openDatabase({ url: server, lookupTimeoutMs: 50, max: 1 });
      const [{ role } = { role: "" }] = await database.query<{ role: string }>(
        "select current_user as role",
      );
      const limited = database.under({ role, jurisdiction: [] });
      await expect(limited.query("select pg_sleep(5)")).rejects.toMatchObject({ code: "57014" });
      expect(await database.query("select pg_sleep(0.1)::text as slept")).toHaveLength(1);
      await database.close();
    });
  }
});

describe("a data directory", () => {
  let directory: string;
  let lock: string;

  beforeEach(() => {
    directory = join(mkdtempSync(join(tmpdir(), "held-")), "data");
    lock = join(directory, "lock");
  });
  afterEach(() => rmSync(join(directory, ".."), { recursive: true }));

  const left = (changes: object) => {
    holdDataDirectory(directory)();
    const holder = { pid: 1, host: hostname(), identity: null, since: "then", address: null };
    writeFileSync(lock, JSON.stringify({ ...holder, ...changes }));
  };
  const isTakenOver = () => {
    holdDataDirectory(directory)();
  };
  const isHeld = async () => expect((await failureOf(isTakenOver)).code).toBe("DATABASE_HELD");

  test("is held by one opener, who is named with the address it serves", async () => {
    const release = holdDataDirectory(directory);
    announceAddress(directory, "http://127.0.0.1:4000");
    const failure = await failureOf(() => openDatabase({ directory }));
    expect(failure).toMatchObject({
      code: "DATABASE_HELD",
      fields: { directory, holder: { pid: process.pid, address: "http://127.0.0.1:4000" } },
    });
    expect(failure.message).toContain(`process ${process.pid}`);
    expect(failure.message).toContain("http://127.0.0.1:4000");
    release();
    isTakenOver();
  });

  test("of a killed process is taken over", async () => {
    const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    left({ pid: child.pid });
    await isHeld();
    child.kill("SIGKILL");
    await once(child, "exit");
    isTakenOver();
  });

  test("of a process whose pid another has by now is taken over", () => {
    left({ pid: process.pid, identity: "an earlier boot 1" });
    isTakenOver();
  });

  test("of another host is held while its signs of life come", async () => {
    left({ host: "elsewhere" });
    await isHeld();
    const aMinuteAgo = new Date(Date.now() - 60_000);
    utimesSync(lock, aMinuteAgo, aMinuteAgo);
    isTakenOver();
  });

  test("with a lock half written is held until it is plainly abandoned", async () => {
    left({});
    writeFileSync(lock, '{"pid":');
    await isHeld();
    const aMinuteAgo = new Date(Date.now() - 60_000);
    utimesSync(lock, aMinuteAgo, aMinuteAgo);
    isTakenOver();
  });

  test("is let go when its process ends without closing", async () => {
    const url = new URL("../../src/database/data-directory-lock.ts", import.meta.url);
    const script = `const { holdDataDirectory } = await import(${JSON.stringify(url.href)});
      holdDataDirectory(${JSON.stringify(directory)});`;
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script]);
    expect(await once(child, "exit")).toEqual([0, null]);
    expect(() => readFileSync(lock)).toThrow("ENOENT");
  });

  test("that cannot be made is refused by its name", async () => {
    const file = join(directory, "..", "file");
    writeFileSync(file, "");
    const failure = await failureOf(() => openDatabase({ directory: join(file, "data") }));
    expect(failure.code).toBe("DATABASE_DIRECTORY_UNWRITABLE");
    expect(failure.message).toContain(file);
  });

  test("keeps what is written; a first start that was cut short starts over", async () => {
    holdDataDirectory(directory)();
    writeFileSync(join(directory, "initialising"), "");
    const first = await openDatabase({ directory });
    await first.query("create table kept (id int); insert into kept values (7)");
    await first.close();
    const second = await openDatabase({ directory });
    expect(await second.query("select id from kept")).toEqual([{ id: 7 }]);
    await second.close();
    isTakenOver();
  });
});
