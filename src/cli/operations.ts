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
import { isInForce, type Register } from "../policy/register/register.js";
import { environmentConfig } from "./environment.js";
import { knownDepartment, knownDuty } from "./standing.js";
import { tableOf } from "./terminal/table.js";

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
      const operations = await withRegistry((registry) => registry.list());
      const lines = json
        ? operations.map((operation) => JSON.stringify(operation))
        : tableOf(HEADINGS, operations.map(rowOf));
      for (const line of lines) process.stdout.write(`${line}\n`);
    });
}

function withdrawCommand(): Command {
  return ownedCommand("withdraw")
    .description("refuse operations from now on, within 5 s everywhere")
    .argument("<hash...>", "what hub operations list names them by")
    .option("--json", "one line of JSON for each")
    .action(async (hashes: string[], given: OperationOwner & { json?: boolean }) => {
      const { duty } = given;
      const department = knownDepartment(loadRegister(), given.department);
      const withdrawn = await withRegistry((registry) =>
        registry.withdraw({ department, duty }, hashes),
      );
      for (const hash of withdrawn) {
        const line = given.json
          ? JSON.stringify({ hash, withdrawn: true })
          : `${hash} is withdrawn`;
        process.stdout.write(`${line}\n`);
      }
      const others = hashes.filter((hash) => !withdrawn.includes(hash));
      if (others.length === 0) return;
      throw new Error(
        `not registered for ${department} under ${duty}: ${others.join(", ")}; hub operations list says what is`,
      );
    });
}

function ownedCommand(name: string): Command {
  return new Command(name)
    .requiredOption("--department <name>", "a name in the register, 县残联")
    .requiredOption("--duty <id>", "the duty that the systems act under, 2.3");
}

/** A department under one of its duties, today. @throws Error where it has no such duty in force. */
function assigned(given: OperationOwner, register: Register): Standing {
  const department = knownDepartment(register, given.department);
  const date = todayInShanghai(new Date());
  const duty = knownDuty(register, department, given.duty);
  if (!isInForce(duty, date)) throw new Error(`duty ${duty.id} is not in force on ${date}`);
  return { department, duty: duty.id, date };
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

const HEADINGS = ["department", "duty", "hash", "type", "name", "registered", "withdrawn"];

function rowOf(operation: RegisteredOperation): string[] {
  const { department, duty, hash, name, type, publishedAt, withdrawnAt } = operation;
  return [department, duty, hash, type, name, publishedAt, withdrawnAt ?? ""];
}
