import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimes,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { DatabaseError } from "./database-error.js";
import { processExists, processIdentity } from "./process-identity.js";

const Holder = z.object({
  pid: z.int(),
  host: z.string(),
  /** The process among those of its pid; null where the system does not say. */
  identity: z.string().nullable(),
  since: z.string(),
  /** Where the holder serves, http://127.0.0.1:4000; null until it does. */
  address: z.string().nullable(),
});

/** The process that has an embedded database open. */
export type DirectoryHolder = z.infer<typeof Holder>;

/** Milliseconds between the holder's signs of life, which other hosts on a shared volume go by. */
const HEARTBEAT = 5_000;
/** Milliseconds without one after which a holder on another host, or an unreadable lock, is dead. */
const SILENCE = 30_000;

const ATTEMPTS = 5;

/**
 * Makes the directory and holds it for this process until the returned function is called or the
 * process exits. A lock that its process left behind, killed, is taken over.
 * @throws DatabaseError DATABASE_HELD with the `holder`, or DATABASE_DIRECTORY_UNWRITABLE.
 */
export function holdDataDirectory(directory: string): () => void {
  const path = lockPath(directory);
  try {
    mkdirSync(directory, { recursive: true });
    claim(directory, path);
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    throw unwritable(directory, error);
  }
  return keep(path);
}

/**
 * Adds to a directory's lock the address that this process serves, for others to go through. Does
 * nothing where this process does not hold the directory.
 */
export function announceAddress(directory: string, address: string): void {
  const path = lockPath(directory);
  const holder = readHolder(path);
  if (holder?.pid !== process.pid || holder.host !== hostname()) return;
  writeFileSync(path, JSON.stringify({ ...holder, address }));
}

function lockPath(directory: string): string {
  return join(directory, "lock");
}

function claim(directory: string, path: string): void {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (create(path)) return;
    const holder = readHolder(path);
    if (holder ? isAlive(holder, path) : age(path) < SILENCE) throw held(directory, holder);
    discard(path, holder);
  }
  throw held(directory, null);
}

/** Removes a dead holder's lock, but not that of another process which has just taken it over. */
function discard(path: string, dead: DirectoryHolder | null): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  if (readHolder(aside)?.since === dead?.since) rmSync(aside);
  else renameSync(aside, path);
}

function create(path: string): boolean {
  const holder: DirectoryHolder = {
    pid: process.pid,
    host: hostname(),
    identity: processIdentity(process.pid),
    since: new Date().toISOString(),
    address: null,
  };
  try {
    writeFileSync(path, JSON.stringify(holder), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Null for a lock that is gone, or half written. */
function readHolder(path: string): DirectoryHolder | null {
  try {
    return Holder.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
}

/** Pids mean nothing on another host; there only the signs of life count. */
function isAlive(holder: DirectoryHolder, path: string): boolean {
  if (holder.host !== hostname()) return age(path) < SILENCE;
  if (!processExists(holder.pid)) return false;
  return holder.identity === null || holder.identity === processIdentity(holder.pid);
}

/** Milliseconds since the last sign of life; endless for a lock that is gone. */
function age(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? Date.now() - stats.mtimeMs : Infinity;
}

function keep(path: string): () => void {
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now, () => {});
  }, HEARTBEAT);
  heartbeat.unref();
  const release = () => {
    clearInterval(heartbeat);
    process.off("exit", release);
    rmSync(path, { force: true });
  };
  process.once("exit", release);
  return release;
}

function held(directory: string, holder: DirectoryHolder | null): DatabaseError {
  const who = holder ? `process ${holder.pid} on ${holder.host}` : "another process";
  const where = holder?.address ? `, which serves ${holder.address}` : "";
  return new DatabaseError("DATABASE_HELD", `${directory} is held by ${who}${where}`, {
    directory,
    holder,
  });
}

function unwritable(directory: string, error: unknown): DatabaseError {
  const { code, message } = error as NodeJS.ErrnoException;
  return new DatabaseError(
    "DATABASE_DIRECTORY_UNWRITABLE",
    `the data directory ${directory} cannot be written: ${message}`,
    { directory, reason: code ?? null },
  );
}
