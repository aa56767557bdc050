// Draws every secret of a hub in production, into files of a directory: node docker/make-secrets.js
// docker/secrets. A file that exists stays as it is, so that a second run loses nothing.
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [directory = "docker/secrets", host = "postgres:5432"] = process.argv.slice(2);

const drawn = () => randomBytes(32).toString("hex");

function key() {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const kid = randomBytes(8).toString("hex");
  return JSON.stringify({ ...privateKey.export({ format: "jwk" }), kid, alg: "ES256", use: "sig" });
}

/** Makes a file that is not there, and answers whether it was made. */
function keep(name, make) {
  const file = join(directory, name);
  if (existsSync(file)) return process.stdout.write(`${file} stays\n`);
  // Whoever runs in the container reads it; on this machine the directory keeps others out.
  writeFileSync(file, `${make()}\n`, { mode: 0o444, flag: "wx" });
  process.stdout.write(`${file}\n`);
}

/** A login's password, and the database URL that holds it. */
function keepLogin(name, login) {
  const password = drawn();
  keep(`${name}-password`, () => password);
  keep(`${name}-url`, () => `postgres://${login}:${password}@${host}/hub`);
}

mkdirSync(directory, { recursive: true, mode: 0o700 });
keep("signing-key.jwk", key);
keep("audit-key.jwk", key);
for (const name of ["reference-secrets", "audit-secrets", "data-secrets"]) keep(name, drawn);
keep("postgres-password", drawn);
keepLogin("migrator", "hub_migrator");
keepLogin("application", "hub");
keepLogin("auditor", "hub_audit");
keepLogin("backup", "hub_backup");
