/** What a package.json asks for. */
export interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** One package of a package-lock.json. */
interface Locked {
  readonly resolved?: string;
  readonly integrity?: string;
  /** Whether it comes inside another package, whose integrity covers it. */
  readonly inBundle?: boolean;
}

export interface LockFile {
  /** By path; the project itself has the empty one. */
  readonly packages: Readonly<Record<string, Locked>>;
}

const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
const REGISTRY = "https://registry.npmjs.org/";

/**
 * What would let an install bring other bytes than those that were reviewed: a dependency without an
 * exact version, a package from elsewhere than the registry or without a SHA-512 of its content.
 */
export function lockFileProblems(
  { dependencies = {}, devDependencies = {} }: Manifest,
  { packages }: LockFile,
): string[] {
  const loose = Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, version]) => !EXACT.test(version))
    .map(([name, version]) => `package.json: ${name} ${version} is not an exact version`);
  const unsure = Object.entries(packages).flatMap(([path, { resolved, integrity, inBundle }]) => {
    if (path === "" || inBundle) return [];
    const faults: string[] = [];
    if (!integrity?.startsWith("sha512-")) faults.push("has no SHA-512 integrity");
    if (resolved !== undefined && !resolved.startsWith(REGISTRY)) {
      faults.push("does not come from the registry");
    }
    return faults.map((fault) => `package-lock.json: ${path} ${fault}`);
  });
  return [...loose, ...unsure];
}
