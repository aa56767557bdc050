import { readFileSync } from "node:fs";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment with what stands in files: `<NAME>_FILE` names the file of a secret. Of several
 * secrets, one a line or separated by commas.
 * @param lists names of variables that hold several secrets; `texts` of those that hold one
 * @param problems every mistake is added here
 */
export function withSecretFiles(
  given: Environment,
  { lists, texts }: { readonly lists: readonly string[]; readonly texts: readonly string[] },
  problems: string[],
): Record<string, string | undefined> {
  const environment = { ...given };
  for (const name of [...lists, ...texts]) {
    const path = given[`${name}_FILE`];
    if (path === undefined) continue;
    if (given[name] !== undefined) problems.push(`${name}: given itself and as a file`);
    try {
      const text = readFileSync(path, "utf8").trim();
      environment[name] = lists.includes(name) ? text.split(/[\s,]+/).join(",") : text;
    } catch (error) {
      problems.push(`${name}_FILE: ${(error as Error).message}`);
    }
  }
  return environment;
}
