import { readFileSync } from "node:fs";
import { join } from "node:path";
import { KEYS_FILE } from "./identity/development-keys.js";
import { passwordWeaknessOf, weaknessOf } from "./weak-secrets.js";

/** What a hub in production is kept safe with. */
export interface ProductionSecrets {
  /** By the variable's name. */
  readonly secrets: ReadonlyMap<string, readonly string[]>;
  /** Databases by the variable's name. */
  readonly databases: ReadonlyMap<string, string>;
  /** Files of private JWKs by the variable's name. */
  readonly keyFiles: ReadonlyMap<string, string>;
  /** Where development keys are kept, if there are any. */
  readonly dataDirectory: string;
}

/** Every secret that is weak, used twice, a default one, or the development hub's; none is repeated. */
export function productionProblems(given: ProductionSecrets): string[] {
  const development = stringsIn(join(given.dataDirectory, KEYS_FILE));
  const problems: string[] = [];
  const seen = new Map<string, string>();
  for (const [name, secrets] of given.secrets) {
    for (const [place, secret] of secrets.entries()) {
      const user = seen.get(secret);
      const problem = development.has(secret)
        ? "is the development hub's"
        : user === undefined
          ? weaknessOf(secret)
          : `is one of ${user} too`;
      if (problem) problems.push(`${name}: secret ${place + 1} ${problem}`);
      seen.set(secret, name);
    }
  }
  for (const [name, url] of given.databases) {
    const weakness = passwordWeaknessOf(url);
    if (weakness) problems.push(`${name}: ${weakness}`);
  }
  for (const [name, file] of given.keyFiles) {
    const isDevelopment = [...stringsIn(file, "d")].some((secret) => development.has(secret));
    if (isDevelopment) problems.push(`${name}: the key is the development hub's`);
  }
  return problems;
}

/** The texts in a JSON file, those named so if a name is given; none where there is no such file: what needs it says so. */
function stringsIn(file: string, named?: string): Set<string> {
  const found = new Set<string>();
  try {
    JSON.parse(readFileSync(file, "utf8"), (name, value: unknown) => {
      if (typeof value === "string" && (named ?? name) === name) found.add(value);
      return value;
    });
  } catch {
    return new Set();
  }
  return found;
}
