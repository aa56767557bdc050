import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportJWK, generateKeyPair } from "jose";
import { ConfigError, readConfig } from "../../src/config.js";
import { developmentKeys, type DevelopmentKeys } from "../../src/identity/development-keys.js";
import { signingKey } from "../../src/identity/keys.js";

let count = 0;

/** A secret as if drawn at random; the same in every run. */
const drawn = () =>
  createHash("sha256")
    .update(`${(count += 1)}`)
    .digest("base64url");

let directory: string;
let development: DevelopmentKeys;
const file = (name: string) => join(directory, name);

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "production-"));
  development = await developmentKeys(directory);
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  await writeFile(file("own.jwk"), JSON.stringify(await exportJWK(privateKey)));
  await writeFile(file("development.jwk"), JSON.stringify(development.signing));
});
afterAll(() => rm(directory, { recursive: true }));

const sound = () => ({
  NODE_ENV: "production",
  HUB_DATA: directory,
  HUB_SIGNING_KEY: file("own.jwk"),
  HUB_AUDIT_KEY: file("own.jwk"),
  HUB_REFERENCE_SECRETS: drawn(),
  HUB_AUDIT_SECRETS: drawn(),
  HUB_DATA_SECRETS: drawn(),
});

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment, ["agriculture"]);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

test("secrets drawn at random, in any usual notation -> started", () => {
  for (const notation of ["hex", "base64", "base64url"] as const) {
    for (let round = 0; round < 50; round += 1) {
      const [first, second] = [randomBytes(32), randomBytes(16)].map((bytes) =>
        bytes.toString(notation),
      );
      // What 16 bytes make in base64 is shorter than a secret may be.
      const given = notation === "hex" ? `${first},${second}` : String(first);
      const problems = problemsOf({ ...sound(), HUB_DATA_SECRETS: given });
      // Letters at random may spell a word, once in some ten thousand times.
      if (!problems.join().includes("placeholder")) expect(problems).toEqual([]);
    }
  }
});

test.each([
  ["too short", "k3Jx7s2lcvr-aI", "HUB_DATA_SECRETS: each at least 32 characters"],
  ["one letter", "x".repeat(40), "HUB_DATA_SECRETS: secret 1 repeats itself"],
  ["a repetition", "bM00Xpkz8nte".repeat(4), "HUB_DATA_SECRETS: secret 1 repeats itself"],
  [
    "little variety",
    "0110100110010110100101100110100111",
    "HUB_DATA_SECRETS: secret 1 has too little variety to be random",
  ],
  [
    "a placeholder",
    "please-change-me-before-going-live!",
    "HUB_DATA_SECRETS: secret 1 looks like a placeholder",
  ],
])("%s -> refused", (_what, secret, problem) => {
  expect(problemsOf({ ...sound(), HUB_DATA_SECRETS: secret })).toEqual([problem]);
});

test("a weak one behind a sound one -> refused by its place, and none is repeated in the message", () => {
  const weak = "z".repeat(33);
  const problems = problemsOf({ ...sound(), HUB_DATA_SECRETS: `${drawn()},${weak}` });
  expect(problems).toEqual(["HUB_DATA_SECRETS: secret 2 repeats itself"]);
  expect(problems.join()).not.toContain(weak);
});

test("one secret for two purposes -> refused", () => {
  const secret = drawn();
  expect(
    problemsOf({ ...sound(), HUB_REFERENCE_SECRETS: secret, HUB_DATA_SECRETS: secret }),
  ).toEqual(["HUB_DATA_SECRETS: secret 1 is one of HUB_REFERENCE_SECRETS too"]);
});

test("what the development hub made for itself -> refused, secrets and key", () => {
  const problems = problemsOf({
    ...sound(),
    HUB_SIGNING_KEY: file("development.jwk"),
    HUB_DATA_SECRETS: development.dataSecret,
  });
  expect(problems).toEqual([
    "HUB_DATA_SECRETS: secret 1 is the development hub's",
    "HUB_SIGNING_KEY: the key is the development hub's",
  ]);
});

test.each([
  ["postgres://hub:hub@db.example/hub", "DATABASE_URL: its password is a default one"],
  ["postgres://hub:changeme99999@db.example/hub", "DATABASE_URL: its password is a default one"],
  [
    "postgres://hub:kJ8vQ2@db.example/hub",
    "DATABASE_URL: its password is shorter than 12 characters",
  ],
])("the database %s -> refused", (url, problem) => {
  expect(problemsOf({ ...sound(), DATABASE_URL: url })).toEqual([problem]);
  const own = { AGRICULTURE_DATABASE_URL: url };
  expect(problemsOf({ ...sound(), ...own })).toEqual([`AGRICULTURE_${problem}`]);
});

test("a database without a password in its URL, or a sound one from a file -> started", async () => {
  expect(problemsOf({ ...sound(), DATABASE_URL: "postgres://hub@db.example/hub" })).toEqual([]);
  const url = `postgres://hub:${drawn()}@db.example/hub`;
  await writeFile(file("database-url"), `${url}\n`);
  const given = { ...sound(), DATABASE_URL_FILE: file("database-url") };
  expect(readConfig(given, []).databaseUrl).toBe(url);
  expect(problemsOf({ ...given, DATABASE_URL: url })).toContain(
    "DATABASE_URL: given itself and as a file",
  );
});

test("outside production -> secrets of tests are secrets enough", () => {
  expect(
    problemsOf({ ...sound(), NODE_ENV: "development", HUB_DATA_SECRETS: "x".repeat(32) }),
  ).toEqual([]);
});

describe("a signing key", () => {
  const oct = { kty: "oct", k: drawn() };
  const weak = async () => {
    const { generateKeyPairSync } = await import("node:crypto");
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 1024 });
    return { ...privateKey.export({ format: "jwk" }), alg: "RS256" };
  };
  const open = async () => {
    const { publicKey } = await generateKeyPair("ES256", { extractable: true });
    return exportJWK(publicKey);
  };

  test.each<[string, () => object | Promise<object>]>([
    ["symmetric", () => oct],
    ["of 1024 bits", weak],
    ["public", open],
  ])("%s -> refused at the start, naming the variable", async (_what, make) => {
    await writeFile(file("weak.jwk"), JSON.stringify(await make()));
    const config = readConfig({ ...sound(), HUB_SIGNING_KEY: file("weak.jwk") }, []);
    await expect(signingKey(config)).rejects.toMatchObject({
      code: "CONFIG_INVALID",
      problems: [expect.stringMatching(/^HUB_SIGNING_KEY: /)],
    });
  });
});
