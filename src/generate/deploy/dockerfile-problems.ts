import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DockerfileParser, type Copy, type Dockerfile } from "dockerfile-ast";
import { validate } from "dockerfile-utils";

/**
 * What is wrong with docker/Dockerfile: what does not parse, and what an image of the hub must have
 * or must not. None for one that is in order.
 */
export async function dockerfileProblems(root: string): Promise<string[]> {
  const text = await readFile(join(root, "docker/Dockerfile"), "utf8");
  const ignored = await readFile(join(root, ".dockerignore"), "utf8");
  const syntax = validate(text).map(
    ({ range, message }) => `line ${range.start.line + 1}: ${message}`,
  );
  const dockerfile = DockerfileParser.parse(text);
  const problems = [
    ...syntax,
    ...requiredProblems(dockerfile),
    ...imageProblems(dockerfile),
    ...copyProblems(dockerfile, root, ignored.split("\n")),
  ];
  return problems.map((problem) => `docker/Dockerfile: ${problem}`);
}

/** Instructions without which the image is not run as it should be. */
function requiredProblems(dockerfile: Dockerfile): string[] {
  const last = (keyword: string) =>
    dockerfile
      .getInstructions()
      .filter((instruction) => instruction.getKeyword() === keyword)
      .at(-1)
      ?.getArgumentsContent();
  const problems: string[] = [];
  if (last("USER") !== "node") problems.push("the last USER is not node");
  if (last("STOPSIGNAL") !== "SIGTERM") problems.push("STOPSIGNAL is not SIGTERM");
  if (!last("HEALTHCHECK")) problems.push("there is no HEALTHCHECK");
  if (!last("ENTRYPOINT")?.startsWith("[")) {
    problems.push("ENTRYPOINT is no list of words: a shell in between takes the signals");
  }
  return problems;
}

/** Images without a release of their own, and what is fetched from elsewhere. */
function imageProblems(dockerfile: Dockerfile): string[] {
  const release = /^ARG NODE_IMAGE=node:20\.\d+\.\d+-bookworm-slim$/m;
  const problems = release.test(dockerfile.getARGs().map(String).join("\n"))
    ? []
    : ["NODE_IMAGE names no release of node:20-bookworm-slim"];
  for (const from of dockerfile.getFROMs()) {
    if (from.getImage() !== "${NODE_IMAGE}") problems.push(`FROM ${from.getImage()} is not pinned`);
  }
  const adds = dockerfile.getInstructions().some((one) => one.getKeyword() === "ADD");
  return adds ? [...problems, "ADD may fetch and unpack: use COPY"] : problems;
}

/** Sources that are not there, or that .dockerignore, which lists what passes, keeps out. */
function copyProblems(dockerfile: Dockerfile, root: string, ignored: readonly string[]): string[] {
  const passing = new Set(
    ignored.filter((line) => line.startsWith("!")).map((line) => line.slice(1)),
  );
  const copies = (dockerfile.getCOPYs() as Copy[]).filter((copy) => copy.getFlags().length === 0);
  const sources = copies.flatMap((copy) =>
    copy
      .getArguments()
      .slice(0, -1)
      .map((argument) => argument.getValue()),
  );
  return [
    ...sources.filter((path) => !existsSync(join(root, path))).map((path) => `no ${path} to copy`),
    ...sources.filter((path) => !passing.has(path)).map((path) => `.dockerignore lacks !${path}`),
    ...[...passing]
      .filter((path) => !sources.includes(path))
      .map((path) => `.dockerignore lets ${path} pass, which is not copied`),
  ];
}
