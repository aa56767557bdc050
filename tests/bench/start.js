// npm run bench: installs the benchmark's own packages where they are missing, and runs it;
// npm run bench -- whole-county: what verifying a county costs as it grows;
// npm run bench -- scale: answers as persons, connections and processes become more.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

if (!existsSync(here("node_modules/.package-lock.json"))) {
  run("npm", ["ci", "--no-audit", "--no-fund"], here("."));
}
process.env.TSX_TSCONFIG_PATH = here("tsconfig.json");
const [first, ...rest] = process.argv.slice(2);
const others = ["whole-county", "scale"];
const args = others.includes(first)
  ? [`${first}.ts`, ...rest]
  : ["run.ts", ...process.argv.slice(2)];
run(process.execPath, ["--import", "tsx", here(args[0]), ...args.slice(1)]);

function run(command, args, cwd = process.cwd()) {
  const { status, error } = spawnSync(command, args, { cwd, stdio: "inherit" });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
