import { readFileSync } from "node:fs";
import { lockFileProblems } from "../../src/generate/lock-file-problems.js";

const read = (file: string) =>
  JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), "utf8"));
const integrity = "sha512-AAAA";

test("the project's own lock file -> in order", () => {
  expect(lockFileProblems(read("package.json"), read("package-lock.json"))).toEqual([]);
});

test.each([
  ["^1.0.0", "package.json: a ^1.0.0 is not an exact version"],
  ["github:a/a", "package.json: a github:a/a is not an exact version"],
])("a dependency at %s -> named", (version, problem) => {
  expect(lockFileProblems({ devDependencies: { a: version } }, { packages: {} })).toEqual([
    problem,
  ]);
});

test.each([
  ["without a hash", {}, "has no SHA-512 integrity"],
  ["with a weaker hash", { integrity: "sha1-AAAA" }, "has no SHA-512 integrity"],
  [
    "from elsewhere",
    { integrity, resolved: "git+ssh://git@github.com/a/a.git" },
    "does not come from the registry",
  ],
])("a package %s -> named", (_what, locked, fault) => {
  const packages = { "": {}, "node_modules/a": locked, "node_modules/b": { integrity } };
  expect(lockFileProblems({}, { packages })).toEqual([
    `package-lock.json: node_modules/a ${fault}`,
  ]);
});
