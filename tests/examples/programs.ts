import { execFile, execFileSync } from "node:child_process";
import { promisify } from "node:util";
import { PROJECT_ROOT } from "../../src/generate/project-root.js";

/** A system of the same department, in one language. */
export interface Program {
  readonly language: string;
  readonly command: readonly string[];
  /** Whether all that it needs is on this machine. */
  readonly runs: boolean;
}

const PROGRAMS: readonly (Omit<Program, "runs"> & { readonly needs: readonly string[] })[] = [
  {
    language: "TypeScript",
    command: [process.execPath, "--import", "tsx", "examples/disability-benefits/src/main.ts"],
    needs: [],
  },
  {
    language: "curl",
    command: ["sh", "examples/curl/disability-benefits.sh"],
    needs: ["curl --version", "openssl version", "jq --version"],
  },
  {
    language: "Python",
    command: ["python3", "-B", "examples/python/disability_benefits.py"],
    needs: ["python3 --version", "openssl version"],
  },
];

/** The examples, and whether they run here. */
export const programs: readonly Program[] = PROGRAMS.map(({ needs, ...program }) => ({
  ...program,
  runs: needs.every(isThere),
}));

function isThere(command: string): boolean {
  const [name = "", ...words] = command.split(" ");
  try {
    execFileSync(name, words, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const execute = promisify(execFile);

/** What a program prints. @throws Error with what it complained of where it fails. */
export async function run(
  { command: [name = "", ...first] }: Program,
  environment: Readonly<Record<string, string>>,
  words: readonly string[],
): Promise<string> {
  const options = { cwd: PROJECT_ROOT, env: { ...process.env, ...environment } };
  const { stdout } = await execute(name, [...first, ...words], options);
  return stdout;
}
