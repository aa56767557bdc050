import { Command, InvalidArgumentError, Option } from "commander";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from "jose";
import { openDatabases, shippedMigrations } from "../database/sources.js";
import type { ClientApplication } from "../identity/clients/check-application.js";
import {
  ClientRegistry,
  ROTATION_GRACE,
  type ClientSystem,
} from "../identity/clients/client-registry.js";
import { loadRegister } from "../policy/register/load-register.js";
import { assertionCommand } from "./client-assertion.js";
import { environmentConfig } from "./environment.js";
import { readKey } from "./read-key.js";
import { tableOf } from "./terminal/table.js";
import { tokenEndpoint } from "./token-endpoint.js";

interface AddOptions extends Omit<ClientApplication, "duties" | "key"> {
  readonly duty: string[];
  readonly key: string;
  readonly json?: boolean;
}

interface RotateOptions {
  readonly key: string;
  /** Milliseconds. */
  readonly grace: number;
  readonly json?: boolean;
}

const collect = (value: string, earlier: string[] = []) => [...earlier, value];

/** `hub client`: the systems that may ask the hub. */
export function clientCommand(): Command {
  return new Command("client")
    .description("register client systems, suspend them and rotate their keys")
    .addCommand(addCommand())
    .addCommand(listCommand())
    .addCommand(stateCommand("suspend", "refuse a client's requests, within 5 s everywhere"))
    .addCommand(stateCommand("resume", "let a suspended client ask again"))
    .addCommand(rotateCommand())
    .addCommand(keygenCommand())
    .addCommand(assertionCommand());
}

function addCommand(): Command {
  return new Command("add")
    .description("register a client system")
    .requiredOption("--id <id>", "the sub of its tokens: civil-affairs-window")
    .option("--name <name>", "what people call it; its id unless given")
    .requiredOption("--department <name>", "official name in the register, 县残联")
    .requiredOption("--duty <id>", "a duty it may act under, 2.3 (repeatable)", collect)
    .requiredOption("--jurisdiction <prefix>", "division-code prefix, 330726 (repeatable)", collect)
    .requiredOption("--key <file>", "its public key, a JWK: see hub client keygen")
    .addOption(
      new Option(
        "--kind <kind>",
        "a system runs registered operations only, a developer explores outside production",
      )
        .choices(["system", "developer"])
        .default("system"),
    )
    .option("--json", "what it needs as one line of JSON")
    .action(async ({ duty, key, json, ...options }: AddOptions) => {
      const application = { ...options, duties: duty, key: await readKey(key) };
      const { id } = await withRegistry((registry) => registry.add(application));
      process.stdout.write(json ? `${JSON.stringify(neededBy(id))}\n` : neededInWords(id));
    });
}

/** What a client system asks for tokens with; without a token endpoint, the outside issuer gives them. */
function neededBy(id: string) {
  const config = environmentConfig();
  return { id, tokenEndpoint: tokenEndpoint(config), issuer: config.tokens.issuer };
}

function neededInWords(client: string): string {
  const { id, tokenEndpoint: address, issuer } = neededBy(client);
  const tokens = address === null ? `tokens come from ${issuer}` : `token endpoint ${address}`;
  return `registered ${id}\n${tokens}\n`;
}

function listCommand(): Command {
  return new Command("list")
    .description("list the client systems")
    .option("--json", "one line of JSON for each")
    .action(async ({ json }: { json?: boolean }) => {
      const clients = await withRegistry((registry) => registry.list());
      const lines = json
        ? clients.map((client) => JSON.stringify(described(client)))
        : tableOf(HEADINGS, clients.map(rowOf));
      for (const line of lines) process.stdout.write(`${line}\n`);
    });
}

function stateCommand(change: "suspend" | "resume", description: string): Command {
  return new Command(change)
    .description(description)
    .argument("<id>", "the client")
    .option("--json", "its state as one line of JSON")
    .action(async (given: string, { json }: { json?: boolean }) => {
      const { id, state } = await withRegistry((registry) => registry[change](given));
      process.stdout.write(json ? `${JSON.stringify({ id, state })}\n` : `${id} is ${state}\n`);
    });
}

function rotateCommand(): Command {
  return new Command("rotate")
    .description("give a client a new key; the old one stays good for a while")
    .argument("<id>", "the client")
    .requiredOption("--key <file>", "the new public key, a JWK")
    .addOption(
      new Option("--grace <time>", "how long: 30m, 24h, or 0 for a key that others may know")
        .argParser(readTime)
        .default(ROTATION_GRACE, "24h"),
    )
    .option("--json", "its keys as one line of JSON")
    .action(async (given: string, { key, grace, json }: RotateOptions) => {
      const jwk = await readKey(key);
      const client = await withRegistry((registry) => registry.rotate(given, jwk, grace));
      const { id, keys } = client;
      process.stdout.write(
        json
          ? `${JSON.stringify(described(client))}\n`
          : `${id} signs with ${keys.at(-1)?.kid} from now on\n`,
      );
    });
}

/** A key pair for a client system; asks no database. */
function keygenCommand(): Command {
  return new Command("keygen")
    .description(
      "make an ES256 key pair: the private JWK goes to a file, the public one is printed",
    )
    .option(
      "--out <file>",
      "the private key's file, which must not exist",
      "client-key.private.jwk",
    )
    .option("--json", "the public key as one line of JSON, which is its only form")
    .action(async ({ out }: { out: string }) => {
      const { privateKey } = await generateKeyPair("ES256", { extractable: true });
      const { d, ...open } = await exportJWK(privateKey);
      const published = {
        ...open,
        kid: await calculateJwkThumbprint(open),
        alg: "ES256",
        use: "sig",
      };
      const secret = `${JSON.stringify({ ...published, d }, null, 2)}\n`;
      await writeFile(out, secret, { mode: 0o600, flag: "wx" });
      process.stdout.write(`${JSON.stringify(published)}\n`);
    });
}

async function withRegistry<T>(work: (registry: ClientRegistry) => Promise<T>): Promise<T> {
  const config = environmentConfig();
  const databases = await openDatabases(
    {
      url: config.databaseUrl,
      directory: join(config.dataDirectory, "database"),
      own: config.departmentDatabases,
    },
    ["hub", "clients"].map(shippedMigrations),
  );
  try {
    return await work(new ClientRegistry(databases.main, loadRegister()));
  } finally {
    await databases.close();
  }
}

/** Milliseconds of a time such as 30m or 24h; 0 needs no unit. */
function readTime(text: string): number {
  const [, count, unit = ""] = /^(\d{1,4})([mhd])$/.exec(text === "0" ? "0m" : text) ?? [];
  const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };
  const length = units[unit];
  if (length === undefined) throw new InvalidArgumentError("it must be a time: 0, 30m, 24h, 7d");
  return Number(count) * length;
}

/** Everything but the keys' material. */
function described({ keys, ...client }: ClientSystem) {
  return {
    ...client,
    keys: keys.map(({ kid, addedAt, retiredAt }) => ({ kid, addedAt, retiredAt })),
  };
}

const HEADINGS = ["client", "state", "kind", "department", "duties", "divisions"];

function rowOf({ id, state, kind, department, duties, jurisdiction }: ClientSystem): string[] {
  return [id, state, kind, department, duties.join(","), jurisdiction.join(",")];
}
