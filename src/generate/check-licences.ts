import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isAllowedLicence } from "./licence-expression.js";
import { PROJECT_ROOT } from "./project-root.js";

/** The licence fields of a package.json; `licenses` and the object form are of before SPDX. */
interface Licensed {
  readonly license?: string | { readonly type?: string };
  readonly licenses?: readonly { readonly type?: string }[];
}

interface LockedPackage extends Licensed {
  readonly version?: string;
  /** Only reached through devDependencies: not delivered. */
  readonly dev?: boolean;
}

/** Packages whose package.json names no licence, by what their LICENSE file says; each release is read anew. */
const READ_IN_LICENSE_FILE: Readonly<Record<string, string>> = { "png-js@2.0.0": "MIT" };

/**
 * `npm run check:licences`: names every package delivered with the hub whose licence is not allowed, and exits 1.
 * package.json's overrides of lru-cache (ISC) and argparse (MIT) are there because other releases of the two fail this.
 */
async function main(): Promise<void> {
  const lock = await readFile(join(PROJECT_ROOT, "package-lock.json"), "utf8");
  const { packages } = JSON.parse(lock) as { packages: Record<string, LockedPackage> };
  const delivered = Object.entries(packages).filter(([path, { dev }]) => path !== "" && !dev);
  for (const [path, locked] of delivered) {
    const name = `${path.replace(/^.*node_modules\//, "")}@${locked.version ?? ""}`;
    const licence =
      licenceOf((await installed(path)) ?? locked) ?? READ_IN_LICENSE_FILE[name] ?? null;
    if (licence !== null && isAllowedLicence(licence)) continue;
    process.stderr.write(`${path} ${locked.version ?? ""}: ${licence ?? "names no licence"}\n`);
    process.exitCode = 1;
  }
}

/** A package's own manifest; null for a build that is for another platform, of which only the lock file tells. */
async function installed(path: string): Promise<Licensed | null> {
  try {
    const manifest = await readFile(join(PROJECT_ROOT, path, "package.json"), "utf8");
    return JSON.parse(manifest) as Licensed;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return null;
  }
}

function licenceOf({ license, licenses }: Licensed): string | null {
  if (typeof license === "string") return license;
  if (license?.type) return license.type;
  const offered = (licenses ?? []).flatMap(({ type }) => type ?? []);
  return offered.length > 0 ? offered.join(" OR ") : null;
}

await main();
