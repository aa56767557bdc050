import { spawnSync } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { composeProblems } from "./deploy/compose-problems.js";
import { dockerfileProblems } from "./deploy/dockerfile-problems.js";
import { kubernetesProblems } from "./deploy/kubernetes-problems.js";
import { PROJECT_ROOT } from "./project-root.js";

/** `npm run check:deploy`: names what is wrong in docker/, without a container engine or a cluster, and exits 1. */
async function main(): Promise<void> {
  const problems = [
    ...(await dockerfileProblems(PROJECT_ROOT)),
    ...(await composeProblems(PROJECT_ROOT)),
    ...(await kubernetesProblems(PROJECT_ROOT)),
    ...(await scriptProblems()),
  ];
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (problems.length > 0) process.exitCode = 1;
}

/** What ShellCheck, where it is installed, says of the scripts. */
async function scriptProblems(): Promise<string[]> {
  const files = await readdir(join(PROJECT_ROOT, "docker"), { recursive: true });
  const scripts = files.filter((file) => file.endsWith(".sh"));
  const { status, stdout } = spawnSync("shellcheck", ["--format", "gcc", ...scripts], {
    cwd: join(PROJECT_ROOT, "docker"),
    encoding: "utf8",
  });
  return status === 1 ? stdout.trim().split("\n") : [];
}

await main();
