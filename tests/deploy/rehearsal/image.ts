import { execFileSync } from "node:child_process";
import { cp, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { DockerfileParser, type Copy, type Dockerfile } from "dockerfile-ast";

/** What docker/Dockerfile copies from the project: each source with the place it goes to. */
export async function copiedInto(root: string): Promise<{ from: string; to: string }[]> {
  const copies = (await dockerfile(root)).getCOPYs() as Copy[];
  return copies
    .filter((copy) => copy.getFlags().length === 0)
    .flatMap((copy) => {
      const paths = copy.getArguments().map((argument) => argument.getValue());
      const target = paths.at(-1) ?? "";
      return paths.slice(0, -1).map((from) => ({
        from,
        to: target.endsWith("/") ? join(target, basename(from)) : target,
      }));
    });
}

/** Files that .dockerignore keeps out of what is copied. */
const IGNORED = /(\.md|\.jwk|\.DS_Store)$|\/src\/generate(\/|$)/;

/** Makes the directory what the image has at /app: the files that its COPY lines name, and what its first RUN installs. */
export async function makeImage(root: string, directory: string): Promise<void> {
  for (const { from, to } of await copiedInto(root)) {
    await cp(join(root, from), join(directory, to), {
      recursive: true,
      filter: (path) => !IGNORED.test(path),
    });
  }
  const parsed = await dockerfile(root);
  const [install] = parsed.getInstructions().filter((one) => one.getKeyword() === "RUN");
  const script = install?.getArgumentsContent() ?? "";
  execFileSync("sh", ["-c", script], { cwd: directory, stdio: ["ignore", "ignore", "inherit"] });
}

/** The words that the image starts with, before a service's own. */
export async function entrypointOf(root: string): Promise<string[]> {
  const [entrypoint] = (await dockerfile(root)).getENTRYPOINTs();
  return JSON.parse(entrypoint?.getArgumentsContent() ?? "[]") as string[];
}

async function dockerfile(root: string): Promise<Dockerfile> {
  return DockerfileParser.parse(await readFile(join(root, "docker/Dockerfile"), "utf8"));
}
