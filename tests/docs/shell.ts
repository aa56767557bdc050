import { execFile, execFileSync } from "node:child_process";
import { chmod, cp, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { PROJECT_ROOT } from "../../src/generate/project-root.js";

/** `npm run -s hub -- …`, done by the process that runs the test: to start one takes a second. */
const NPM = `#!/bin/sh
[ "$1 $2 $3 $4" = "run -s hub --" ] || { echo "npm $*: see tests/docs/not-run.ts" >&2; exit 1; }
shift 4
out=$(mktemp)
code=$(printf '%s\\0' "$PWD" "$@" | curl -sS -o "$out" -w '%{http_code}' --data-binary @- "$HUB_COMMANDS")
if [ "$code" = 200 ]; then cat "$out"; else cat "$out" >&2; fi
rm "$out"
[ "$code" = 200 ]
`;

/** Of the project's folder, what commands only read. */
const READ = ["examples", "node_modules", "package.json", "schema", "resolvers", "src"];

/** A reader's shell in the project's folder, a copy of it: what one block sets, the next one has. */
export interface Shell {
  /** Runs a block and answers what it prints. @throws Error with what it complains of */
  run(text: string): Promise<string>;
  close(): Promise<void>;
}

/** Whether blocks can be run here. */
export function hasShell(): boolean {
  try {
    for (const command of ["bash", "curl"])
      execFileSync(command, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const execute = promisify(execFile);

/** Opens a shell whose `hub` commands go to a URL. */
export async function openShell(environment: Readonly<Record<string, string>>): Promise<Shell> {
  const directory = await mkdtemp(join(tmpdir(), "hub-reader-"));
  for (const name of READ) await symlink(join(PROJECT_ROOT, name), join(directory, name));
  await cp(join(PROJECT_ROOT, "assets"), join(directory, "assets"), { recursive: true });
  const npm = join(directory, "bin", "npm");
  await cp(join(PROJECT_ROOT, "package.json"), npm);
  await writeFile(npm, NPM);
  await chmod(npm, 0o755);
  await writeFile(join(directory, ".variables"), "");
  const env = { ...process.env, ...environment, PATH: `${directory}/bin:${process.env["PATH"]}` };
  return {
    async run(text) {
      const script = `set -a\n. ./.variables\n${text}\nexport -p > .variables\n`;
      const options = { cwd: directory, env, maxBuffer: 64 * 1024 * 1024 };
      return (await execute("bash", ["-euo", "pipefail", "-c", script], options)).stdout;
    },
    close: () => rm(directory, { recursive: true }),
  };
}
