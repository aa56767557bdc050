import { readConfig, type Config } from "../config.js";
import { departmentSlugs } from "../index.js";

/** The configuration that this process was started with. @throws ConfigError listing every mistake. */
export function environmentConfig(
  overrides: Readonly<Record<string, string | undefined>> = {},
): Config {
  return readConfig({ ...process.env, ...overrides }, departmentSlugs);
}

/** The same for a command that needs a database and no key: whoever runs it may have none. */
export function keylessConfig(): Config {
  return readConfig(process.env, departmentSlugs, false);
}
