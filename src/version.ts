import { readFileSync } from "node:fs";

/** The release that runs, as package.json has it. */
export function releaseVersion(): string {
  const manifest = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(manifest) as { readonly version: string }).version;
}
