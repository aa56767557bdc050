import { execFile, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** Whether PostgreSQL's client programs are on this machine. */
export const HAS_PSQL = spawnSync("pg_dump", ["--version"]).status === 0;

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

const run = promisify(execFile);

/** What every login of {@link makeLogins} has for a password. */
const PASSWORD = "8f14e45fceea167a";

/** Makes the logins of docker/postgres/roles.sql in a database, under names that begin with a prefix. */
export async function makeLogins(databaseUrl: string, prefix: string): Promise<void> {
  const passwords = ["migrator", "application", "auditor", "backup"].flatMap((login) => [
    "-v",
    `${login}_password=${PASSWORD}`,
  ]);
  const script = [...passwords, "-v", `prefix=${prefix}`, "-f", "docker/postgres/roles.sql"];
  await run("psql", ["-qX", ...script, databaseUrl], { cwd: ROOT });
}

/** Statements that drop what {@link makeLogins} made, once its databases are gone. */
export function dropLogins(prefix: string): string {
  return ["_migrator", "", "_audit", "_backup", "_application", "_auditor"]
    .map((name) => `drop role if exists ${prefix}${name}`)
    .join(";");
}

/** A database as one of the logins reaches it. */
export function asLogin(databaseUrl: string, login: string): string {
  const url = new URL(databaseUrl);
  url.username = login;
  url.password = PASSWORD;
  return url.href;
}

/** Runs docker/backup.sh or docker/restore.sh on a directory. */
export async function runScript(
  script: "backup.sh" | "restore.sh",
  directory: string,
  databaseUrl: string,
): Promise<void> {
  await run("bash", [`docker/${script}`, directory], {
    cwd: ROOT,
    env: { PATH: process.env["PATH"], DATABASE_URL: databaseUrl },
  });
}
