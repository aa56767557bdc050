import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createLocalJWKSet, jwtVerify } from "jose";
import { clientCommand } from "../../src/cli/client.js";
import { announceAddress, holdDataDirectory } from "../../src/database/data-directory-lock.js";
import { newKeys, type Keys } from "./support.js";
import { ownData } from "../support/own-data.js";

const directory = ownData();
let keys: Keys;
const file = (name: string) => join(directory(), name);

beforeAll(async () => {
  keys = await newKeys();
  await writeFile(file("client.jwk"), JSON.stringify(keys.open));
  await writeFile(file("private.jwk"), JSON.stringify(keys.secret));
});

/** Runs `hub client …` in this process and answers what it printed. */
async function client(...words: readonly string[]): Promise<string> {
  const out = jest.spyOn(process.stdout, "write").mockReturnValue(true);
  try {
    await clientCommand().parseAsync([...words], { from: "user" });
    return out.mock.calls.map(([chunk]) => String(chunk)).join("");
  } finally {
    out.mockRestore();
  }
}

const add = (id: string, key: string, ...more: readonly string[]) =>
  client(
    ...["add", "--id", id, "--department", "县残联", "--duty", "2.3", "--duty", "3.1"],
    ...["--jurisdiction", "330726", "--key", file(key), ...more],
  );

test("add, list, suspend, resume -> the client as it is", async () => {
  expect(await add("federation", "client.jwk", "--name", "残联窗口")).toBe(
    "registered federation\ntoken endpoint http://127.0.0.1:4000/oauth/token\n",
  );
  expect(JSON.parse(await client("list", "--json"))).toEqual({
    id: "federation",
    name: "残联窗口",
    department: "县残联",
    duties: ["2.3", "3.1"],
    jurisdiction: ["330726"],
    kind: "system",
    state: "active",
    keys: [{ kid: keys.open.kid, addedAt: expect.any(String), retiredAt: null }],
    createdAt: expect.any(String),
    updatedAt: expect.any(String),
  });
  expect(await client("suspend", "federation")).toBe("federation is suspended\n");
  expect(await client("list")).toMatch(
    /^client .*\nfederation +suspended +system +县残联 +2.3,3.1 +330726\n$/,
  );
  expect(await client("resume", "federation")).toBe("federation is active\n");
});

test("keygen, then rotate -> the new key is used, the old one as long as said", async () => {
  const open = JSON.parse(await client("keygen", "--out", file("new.private.jwk")));
  const secret = JSON.parse(await readFile(file("new.private.jwk"), "utf8"));
  expect(open).not.toHaveProperty("d");
  expect(secret).toEqual({ ...open, d: expect.any(String) });
  expect((await stat(file("new.private.jwk"))).mode & 0o777).toBe(0o600);
  await writeFile(file("new.jwk"), JSON.stringify(open));
  const printed = await client("rotate", "federation", "--key", file("new.jwk"), "--grace", "0");
  expect(printed).toBe(`federation signs with ${open.kid} from now on\n`);
  const [old, current] = JSON.parse(await client("list", "--json")).keys;
  expect(Date.parse(old.retiredAt)).toBeLessThanOrEqual(Date.now());
  expect(current).toMatchObject({ kid: open.kid, retiredAt: null });
});

test("add --json -> what the client needs; with an outside issuer, no token endpoint", async () => {
  process.env["HUB_PUBLIC_URL"] = "https://hub.example";
  try {
    expect(JSON.parse(await add("second", "client.jwk", "--json"))).toEqual({
      id: "second",
      tokenEndpoint: "https://hub.example/oauth/token",
      issuer: "pujiang-data-hub",
    });
    process.env["HUB_JWKS"] = "https://issuer.example/jwks";
    expect(await add("third", "client.jwk")).toBe(
      "registered third\ntokens come from pujiang-data-hub\n",
    );
  } finally {
    delete process.env["HUB_PUBLIC_URL"];
    delete process.env["HUB_JWKS"];
  }
});

test("assertion -> signed by the client for this hub's token endpoint, good for a minute", async () => {
  const assertion = await client("assertion", "--id", "federation", "--key", file("private.jwk"));
  const { payload } = await jwtVerify(assertion.trim(), createLocalJWKSet({ keys: [keys.open] }), {
    issuer: "federation",
    subject: "federation",
    audience: "http://127.0.0.1:4000/oauth/token",
  });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(60);
});

test("beside a running hub that holds the database -> says who", async () => {
  const database = join(directory(), "database");
  const release = holdDataDirectory(database);
  announceAddress(database, "http://127.0.0.1:4000");
  try {
    await expect(client("suspend", "federation")).rejects.toThrow(`held by process ${process.pid}`);
    await expect(client("suspend", "federation")).rejects.toThrow("serves http://127.0.0.1:4000");
  } finally {
    release();
  }
});

test("keygen onto a file that is there -> refused, the file stays", async () => {
  const before = await readFile(file("client.jwk"), "utf8");
  await expect(client("keygen", "--out", file("client.jwk"))).rejects.toThrow("EEXIST");
  expect(await readFile(file("client.jwk"), "utf8")).toBe(before);
});

test.each<[string, () => Promise<string>, RegExp]>([
  ["a private key", () => add("other", "private.jwk"), /key is private/],
  ["a duty of others", () => add("other", "client.jwk", "--duty", "1.2"), /not assigned/],
  ["an id that is not registered", () => client("suspend", "other"), /no client other/],
])("%s -> refused, saying why", async (_what, run, reason) => {
  await expect(run()).rejects.toThrow(reason);
});
