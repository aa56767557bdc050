import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { canonicalName, type Register } from "../../policy/register/register.js";
import type { Limits } from "./limits.js";

/** The project's own limits. */
export const LIMITS_FILE = fileURLToPath(new URL("../../../schema/limits.json", import.meta.url));

const maximum = z.number().int().min(1);

const limits = z.strictObject({
  tokens: maximum,
  nesting: maximum,
  depth: maximum,
  aliases: maximum,
  rootFields: maximum,
  breadth: maximum,
  selections: maximum,
  directives: maximum,
  rows: maximum,
}) satisfies z.ZodType<Limits>;

const limitsFile = z.strictObject({
  operations: z.strictObject({
    everybody: limits,
    departments: z.record(z.string(), limits.partial()),
  }),
  requestsPerMinute: z.strictObject({ client: maximum, address: maximum, tokens: maximum }),
});

/** What operations may cost, by department. */
export interface LimitsByDepartment {
  readonly everybody: Limits;
  /** Where a department has limits of its own, all of its limits, by its official name. */
  readonly departments: ReadonlyMap<string, Limits>;
}

/** How many requests one process answers in a minute. */
export interface RequestsPerMinute {
  /** Of one client system, on all pages that take a token. */
  readonly client: number;
  /** From one address, on a page that takes none. */
  readonly address: number;
  /** For tokens, from one address. */
  readonly tokens: number;
}

/** What a file of limits says. */
export interface LoadedLimits {
  readonly operations: LimitsByDepartment;
  readonly requestsPerMinute: RequestsPerMinute;
}

/** A file of limits is not usable; `problems` lists every mistake at once. */
export class LimitsError extends Error {
  readonly code = "LIMITS_INVALID";
  constructor(
    file: string,
    readonly problems: readonly string[],
  ) {
    super(`the limits in ${file} are not usable:\n  ${problems.join("\n  ")}`);
  }
}

/**
 * Reads what operations may cost, of everybody and of departments that have other limits, and how
 * many requests there may be.
 * @throws LimitsError with every mistake at once, departments that the register does not know included
 */
export function loadLimits(register: Register, file: string = LIMITS_FILE): LoadedLimits {
  const parsed = limitsFile.safeParse(contentOf(file));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path, message }) => `${path.join(".")}: ${message}`,
    );
    throw new LimitsError(file, problems);
  }
  const { requestsPerMinute, operations } = parsed.data;
  const { everybody, departments } = operations;
  const names = Object.keys(departments);
  const unknown = names.filter((name) => canonicalName(register, name) === undefined);
  if (unknown.length > 0) {
    throw new LimitsError(
      file,
      unknown.map((name) => `operations.departments.${name}: not in the register`),
    );
  }
  const own = names.map((name) => {
    const given = departments[name] as Partial<Limits>;
    return [canonicalName(register, name) ?? name, { ...everybody, ...given }] as const;
  });
  return { operations: { everybody, departments: new Map(own) }, requestsPerMinute };
}

function contentOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new LimitsError(file, [(error as Error).message]);
  }
}
