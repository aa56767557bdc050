import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { composeServices, type RehearsedService } from "./compose.js";
import { entrypointOf, makeImage } from "./image.js";
import { askAsSystem } from "./system.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** Who runs in the image; a rehearsal by root runs as somebody who owns nothing. */
const AS_NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"];

/** Seconds that a service may take until its health check passes. */
const PATIENCE = 90;

const say = (text: string) => process.stdout.write(`${text}\n`);

/**
 * `npm run rehearse`: what docker/Dockerfile and docker/compose.yaml say, without Docker. Installs
 * what the image has, makes a database with docker/postgres/roles.sql, runs every service with its
 * own command, settings and secrets as nobody, and asks the hub as a department's system does.
 */
async function main(): Promise<void> {
  const server = process.env["TEST_DATABASE_URL"];
  if (server === undefined) throw new Error("TEST_DATABASE_URL: set it to a superuser's server");
  const directory = await mkdtemp(join(tmpdir(), "hub-rehearsal-"));
  await chmod(directory, 0o755);
  const image = join(directory, "app");
  const secrets = join(directory, "secrets");
  const name = `hub_rehearsal_${randomBytes(3).toString("hex")}`;
  const running: ChildProcess[] = [];
  try {
    await makeImage(ROOT, image);
    say(`image: ${execFileSync("du", ["-sh", image]).toString().split("\t")[0]}`);
    await makeSecrets(secrets, name, new URL(server).host);
    execFileSync("psql", ["-qX", "-c", `create database ${name}`, server]);
    await makeRoles(secrets, name, server);
    const services = await composeServices(ROOT, secrets);
    const entrypoint = await entrypointOf(ROOT);
    const run = (service: RehearsedService) => start(image, entrypoint, service);
    const migration = service(services, "migrate");
    await ended(run({ ...migration, command: ownRoles(migration.command, name) }));
    await ended(run({ ...migration, command: ["seed", "--households", "120"] }));
    for (const each of services.filter((one) => one !== migration)) running.push(run(each));
    for (const each of services.filter(({ name }) => !["migrate", "worker"].includes(name))) {
      await healthy(image, each);
      say(`${each.name} is ready`);
    }
    await askAsSystem(image, service(services, "hub"), directory);
    const codes = await Promise.all(running.splice(0).map(stop));
    if (codes.some((code) => code !== 0)) throw new Error(`exit codes ${codes.join(", ")}`);
    say("every process ended with 0 on SIGTERM");
  } finally {
    await Promise.all(running.map(stop));
    dropAll(name, server);
    await rm(directory, { recursive: true, force: true });
  }
}

function service(services: readonly RehearsedService[], name: string): RehearsedService {
  const found = services.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`docker/compose.yaml has no service ${name}`);
  return found;
}

/** The roles under the rehearsal's own names: those of a server are shared by its databases. */
const ownRoles = (command: readonly string[], name: string) =>
  command.map((word) => word.replace(/^hub_(application|auditor)$/, `${name}_$1`));

async function makeSecrets(directory: string, name: string, host: string): Promise<void> {
  execFileSync("node", ["docker/make-secrets.js", directory, host], { cwd: ROOT });
  // Nobody reads the files where a container would mount them.
  await chmod(directory, 0o755);
  for (const login of ["migrator", "application"]) {
    const file = join(directory, `${login}-url`);
    const url = (await readFile(file, "utf8"))
      .replace("//hub", `//${name}`)
      .replace(/hub\s*$/, name);
    await rm(file);
    await writeFile(file, url, { mode: 0o444 });
  }
}

async function makeRoles(secrets: string, name: string, server: string): Promise<void> {
  const url = new URL(server);
  url.pathname = name;
  const words = ["-qX", "-v", `prefix=${name}`, "-f", join(ROOT, "docker/postgres/roles.sql")];
  for (const login of ["migrator", "application", "auditor", "backup"]) {
    const password = (await readFile(join(secrets, `${login}-password`), "utf8")).trim();
    words.push("-v", `${login}_password=${password}`);
  }
  execFileSync("psql", [...words, url.href]);
}

function dropAll(name: string, server: string): void {
  const logins = ["_migrator", "_application", "_auditor", "", "_audit", "_backup"];
  const statements = [
    `drop database if exists ${name} with (force)`,
    // The duties' roles stay: they are the whole server's.
    ...logins.map((login) => `drop role if exists ${name}${login}`),
  ];
  execFileSync("psql", ["-qX", server, ...statements.flatMap((statement) => ["-c", statement])]);
}

/** Starts a service in the image as nobody, with what compose tells it and nothing else. */
function start(
  image: string,
  entrypoint: readonly string[],
  { command, environment }: RehearsedService,
): ChildProcess {
  const words = [...entrypoint, ...command];
  const [program = "", ...rest] = process.getuid?.() === 0 ? [...AS_NOBODY, ...words] : words;
  return spawn(program, rest, {
    cwd: image,
    env: { PATH: process.env["PATH"], ...environment },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

async function ended(child: ChildProcess): Promise<void> {
  const code = await new Promise((resolve) => child.once("exit", resolve));
  if (code !== 0) throw new Error(`${child.spawnargs.join(" ")} ended with ${String(code)}`);
}

async function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const ends = new Promise<number | null>((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  return ends;
}

/** Waits until the image's own health check passes. */
async function healthy(image: string, { name, environment }: RehearsedService): Promise<void> {
  const env = { PATH: process.env["PATH"], ...environment };
  for (let second = 0; second < PATIENCE; second += 1) {
    const check = spawn("node", ["docker/healthcheck.js"], { cwd: image, env, stdio: "ignore" });
    if ((await new Promise((resolve) => check.once("exit", resolve))) === 0) return;
    await pause(1000);
  }
  throw new Error(`${name} did not become ready in ${PATIENCE} s`);
}

await main();
