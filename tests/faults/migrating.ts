import { openDatabases, hubParts, shippedMigrations } from "../../src/database/sources.js";

/** A process that brings an embedded database up to its migrations, and is killed by itself once so many parts are there. */
const [, , directory = "", parts = ""] = process.argv;

const plan = { url: undefined, directory, own: new Map<string, string>() };
const done = hubParts.slice(0, Number(parts));
const { main } = await openDatabases(plan, done.map(shippedMigrations));
await main.transaction(async (transaction) => {
  const [next = ""] = hubParts.slice(done.length);
  await transaction.query(`create table migrations."${next}" (tag text)`);
  process.kill(process.pid, "SIGKILL");
});
