import { readFileSync } from "node:fs";
import type { SourceConnection } from "./department/live/source-connection.js";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where departments' own services are, by slug: `<DEPARTMENT>_SOURCE_URL`, with a bearer token in
 * `<DEPARTMENT>_SOURCE_TOKEN` or in the file `<DEPARTMENT>_SOURCE_TOKEN_FILE`. ID numbers go there in
 * clear, so production takes plain HTTP from this machine alone, or where
 * `<DEPARTMENT>_SOURCE_PLAIN_HTTP` is `true`.
 * @param problems every mistake is added here
 */
export function sourceSettings(
  environment: Environment,
  slugs: readonly string[],
  problems: string[],
): Map<string, SourceConnection> {
  const found = new Map<string, SourceConnection>();
  for (const slug of slugs) {
    const prefix = `${slug.replaceAll("-", "_").toUpperCase()}_SOURCE`;
    const text = environment[`${prefix}_URL`];
    if (text === undefined) {
      const needless = ["TOKEN", "TOKEN_FILE", "PLAIN_HTTP"].filter(
        (name) => environment[`${prefix}_${name}`] !== undefined,
      );
      if (needless.length > 0)
        problems.push(`${prefix}_URL: required with ${prefix}_${needless[0]}`);
      continue;
    }
    const problem = urlProblem(text, environment, prefix);
    if (problem !== null) problems.push(`${prefix}_URL: ${problem}`);
    const token = tokenOf(environment, prefix, problems);
    found.set(slug, { url: text.replace(/\/+$/, ""), token });
  }
  return found;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

function urlProblem(text: string, environment: Environment, prefix: string): string | null {
  // Not repeated: whoever mistakes it for a place of credentials would find them in a log.
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return "not an http or https URL";
  if (/[?#@]/.test(text)) return "only scheme, host, port and path";
  const { protocol, hostname } = new URL(text);
  const mayBePlain =
    environment["NODE_ENV"] !== "production" ||
    LOOPBACK.test(hostname) ||
    environment[`${prefix}_PLAIN_HTTP`] === "true";
  if (protocol === "https:" || mayBePlain) return null;
  return `https is required with NODE_ENV=production, unless ${prefix}_PLAIN_HTTP=true`;
}

function tokenOf(environment: Environment, prefix: string, problems: string[]): string | undefined {
  const given = environment[`${prefix}_TOKEN`];
  const path = environment[`${prefix}_TOKEN_FILE`];
  if (path !== undefined && given !== undefined) {
    problems.push(`${prefix}_TOKEN: given itself and as a file`);
  }
  const token = path === undefined ? given : readToken(path, prefix, problems);
  if (token !== undefined && !/^[\w.~+/-]+=*$/.test(token)) {
    problems.push(`${prefix}_TOKEN: not a bearer token (RFC 6750)`);
  }
  return token;
}

function readToken(path: string, prefix: string, problems: string[]): string | undefined {
  try {
    return readFileSync(path, "utf8").trim();
  } catch (error) {
    problems.push(`${prefix}_TOKEN_FILE: ${(error as Error).message}`);
    return undefined;
  }
}
