import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { z } from "zod";
import type { KeptData } from "./join-document.js";
import type { Register } from "./register.js";
import { RegisterError } from "./register-error.js";
import { departmentsFile, dutiesFile, registerFile } from "./register-files.js";
import { registerProblems } from "./register-problems.js";

/** The project's own register, `schema/register`. */
export const REGISTER_DIRECTORY = fileURLToPath(
  new URL("../../../schema/register/", import.meta.url),
);

/**
 * Reads a register's three files: register.json (imported), departments.json and duties.json (kept by hand).
 * @throws RegisterError REGISTER_INVALID with every mistake at once
 */
export function loadRegister(directory: string = REGISTER_DIRECTORY): Register {
  const problems: string[] = [];
  const imported = readData(directory, "register.json", registerFile, problems);
  const kept = readKept(directory, problems);
  if (!imported || problems.length > 0) throw unusable(directory, problems);
  const { document, duties } = imported;
  return checkedRegister(directory, { document, duties, ...kept });
}

/**
 * Reads departments.json and duties.json alone, for an import into a directory that has no register yet.
 * @throws RegisterError REGISTER_INVALID with every mistake at once
 */
export function loadKeptData(directory: string): KeptData {
  const problems: string[] = [];
  const kept = readKept(directory, problems);
  if (problems.length > 0) throw unusable(directory, problems);
  return kept;
}

/**
 * The register itself, once its parts fit.
 * @throws RegisterError REGISTER_INVALID where they do not, with every mistake at once
 */
export function checkedRegister(directory: string, register: Register): Register {
  const problems = registerProblems(register);
  if (problems.length > 0) throw unusable(directory, problems);
  return register;
}

function readKept(directory: string, problems: string[]): KeptData {
  const departments = readData(directory, "departments.json", departmentsFile, problems);
  const duties = readData(directory, "duties.json", dutiesFile, problems);
  return { departments: departments?.departments ?? [], purposes: duties?.purposes ?? [] };
}

function readData<T>(
  directory: string,
  name: string,
  schema: z.ZodType<T>,
  problems: string[],
): T | undefined {
  const data = parseJson(join(directory, name), name, problems);
  if (data === undefined) return undefined;
  const result = schema.safeParse(data);
  for (const issue of result.error?.issues ?? []) {
    problems.push(`${name}: ${issue.path.join(".") || "file"}: ${issue.message}`);
  }
  return result.data;
}

function parseJson(file: string, name: string, problems: string[]): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    problems.push(`${name}: ${missing ? "is missing" : (error as Error).message}`);
    return undefined;
  }
}

function unusable(directory: string, problems: readonly string[]): RegisterError {
  const message = `the register in ${directory} is not usable; correct:`;
  return new RegisterError("REGISTER_INVALID", message, null, problems);
}
