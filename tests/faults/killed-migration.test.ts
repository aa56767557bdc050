import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hubParts, openDatabases, shippedMigrations } from "../../src/database/sources.js";
import { copyEmptyDatabase } from "../support/empty-database.js";

const MIGRATING = fileURLToPath(new URL("migrating.ts", import.meta.url));

test("killed between and within migrations -> the next start goes on where it was, and has them all", async () => {
  const directory = await mkdtemp(join(tmpdir(), "hub-killed-"));
  try {
    await copyEmptyDatabase(directory);
    const child = spawn(process.execPath, ["--import", "tsx", MIGRATING, directory, "2"], {
      stdio: ["ignore", "inherit", "inherit"],
    });
    expect(await once(child, "exit")).toEqual([null, "SIGKILL"]);
    const plan = { url: undefined, directory, own: new Map<string, string>() };
    const { main, close } = await openDatabases(plan, hubParts.map(shippedMigrations));
    const kept = async (part: string) =>
      (await main.query(`select tag from migrations."${part}"`)).length;
    for (const part of hubParts) expect(await kept(part)).toBeGreaterThan(0);
    await close();
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}, 60_000);
