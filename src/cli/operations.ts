import { Command } from "commander";
import { buildSchema } from "graphql";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { todayInShanghai } from "../codes/calendar.js";
import { openDatabases, shippedMigrations } from "../database/sources.js";
import { blueprint } from "../index.js";
import { checkOperations } from "../operations/check-operations.js";
import {
  OperationRegistry,
  type OperationOwner,
  type RegisteredOperation,
} from "../operations/operation-registry.js";
import { readManifest } from "../operations/read-manifest.js";
import type { Standing } from "../policy/decide.js";
import { loadRegister } from "../policy/register/load-register.js";
import {
  canonicalName,
  findDuty,
  isAssigned,
  isInForce,
  type Register,
} from "../policy/register/register.js";
import { environmentConfig } from "./environment.js";

/** `hub operations`: what the systems of a department may ask under a duty. */
export function operationsCommand(): Command {
  return new Command("operations")
    .description("register the operations that systems may run")
    .addCommand(publishCommand())
    .addCommand(listCommand())
    .addCommand(withdrawCommand());
}

function publishCommand(): Command {
  return ownedCommand("publish")
    .description("register the operations of a manifest, all of them or none")
    .argument("<manifest>", "as @apollo/generate-persisted-query-manifest makes it")
    .option("--json", "one line of JSON for each")
    .action(async (file: string, { json, ...given }: OperationOwner & { json?: boolean }) => {
      const operations = readManifest(await readFile(file, "utf8"));
      const owner = assigned(given, loadRegister());
      const { policy, composition } = await blueprint();
      checkOperations(operations, owner, policy, buildSchema(composition.apiSdl));
      await withRegistry((registry) => registry.publish(owner, operations));
      for (const { hash, name, type } of operations) {
        const line = json ? JSON.stringify({ hash, name, type }) : `${hash} ${type} ${name}`;
        process.stdout.write(`${line}\n`);
      }
    });
}

function listCommand(): Command {
  return new Command("list")
    .description("list the operations, withdrawn ones too")
    .option("--json", "one line of JSON for each, with its text")
    .action(async ({ json }: { json?: boolean }) => {
      for (const operation of await withRegistry((registry) => registry.list())) {
        process.stdout.write(`${json ? JSON.stringify(operation) : inWords(operation)}\n`);
      }
    });
}

function withdrawCommand(): Command {
  return ownedCommand("withdraw")
    .description("refuse operations from now on, within 5 s everywhere")
    .argument("<hash...>", "what hub operations list names them by")
    .action(async (hashes: string[], given: OperationOwner) => {
      const { department, duty } = named(given, loadRegister());
      const withdrawn = await withRegistry((registry) =>
        registry.withdraw({ department, duty }, hashes),
      );
      for (const hash of withdrawn) process.stdout.write(`${hash} is withdrawn\n`);
      const others = hashes.filter((hash) => !withdrawn.includes(hash));
      if (others.length === 0) return;
      throw new Error(`not registered for ${department} under ${duty}: ${others.join(", ")}`);
    });
}

function ownedCommand(name: string): Command {
  return new Command(name)
    .requiredOption("--department <name>", "a name in the register, 县残联")
    .requiredOption("--duty <id>", "the duty that the systems act under, 2.3");
}

/** The department by its official name. @throws Error where the register has no such department. */
function named({ department, duty }: OperationOwner, register: Register): OperationOwner {
  const official = canonicalName(register, department);
  if (!official) throw new Error(`${department} is not in the register`);
  return { department: official, duty };
}

/** A department under one of its duties, today. @throws Error where it has no such duty in force. */
function assigned(given: OperationOwner, register: Register): Standing {
  const owner = named(given, register);
  const date = todayInShanghai(new Date());
  const duty = findDuty(register, owner.duty);
  if (!duty || !isInForce(duty, date)) throw new Error(`no duty ${owner.duty} is in force`);
  if (isAssigned(register, duty, owner.department)) return { ...owner, date };
  throw new Error(`duty ${duty.id} is not assigned to ${owner.department}`);
}

async function withRegistry<T>(work: (registry: OperationRegistry) => Promise<T>): Promise<T> {
  const config = environmentConfig();
  const databases = await openDatabases(
    {
      url: config.databaseUrl,
      directory: join(config.dataDirectory, "database"),
      own: config.departmentDatabases,
    },
    ["hub", "operations"].map(shippedMigrations),
  );
  try {
    return await work(new OperationRegistry(databases.main));
  } finally {
    await databases.close();
  }
}

function inWords(operation: RegisteredOperation): string {
  const { department, duty, hash, name, type, publishedAt, withdrawnAt } = operation;
  const since = withdrawnAt ? `withdrawn ${withdrawnAt}` : `registered ${publishedAt}`;
  return `${department} ${duty.padEnd(4)} ${hash} ${type.padEnd(8)} ${name} ${since}`;
}
