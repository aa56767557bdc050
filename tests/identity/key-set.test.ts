import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JWK } from "jose";
import { readKeySet, TokenVerifier } from "../../src/identity/token-verifier.js";
import { Clock, EXPECTED, newKeys, outcome, sign, tokenClaims, type Keys } from "./support.js";

const clock = new Clock();
let first: Keys;
let second: Keys;
beforeAll(async () => {
  [first, second] = await Promise.all([newKeys(), newKeys()]);
});

type KeySet = Awaited<ReturnType<typeof readKeySet>>;

async function outcomeOf(keySet: KeySet, keys: Keys): Promise<string> {
  const verifier = new TokenVerifier(keySet, EXPECTED, { now: clock.now });
  return outcome(verifier, await sign(tokenClaims(clock), keys));
}

describe("a key set in a file", () => {
  let directory: string;
  let path: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "key-set-"));
    path = join(directory, "jwks.json");
  });
  afterEach(() => rm(directory, { recursive: true }));

  const publish = async (...keys: Keys[]) => {
    const draft = join(directory, "draft");
    await writeFile(draft, JSON.stringify({ keys: keys.map(({ open }) => open) }));
    await rename(draft, path);
  };

  test("replaced -> the new keys count at once, without a restart", async () => {
    await publish(first);
    const keySet = await readKeySet(path);
    expect(await outcomeOf(keySet, first)).toBe("accepted");
    expect(await outcomeOf(keySet, second)).toMatch(/^UNAUTHENTICATED: .* no known key/);
    await publish(first, second);
    expect(await outcomeOf(keySet, second)).toBe("accepted");
    await publish(second);
    expect(await outcomeOf(keySet, first)).toMatch(/^UNAUTHENTICATED: .* no known key/);
  });

  test.each<[string, () => Promise<void>]>([
    ["removed", () => rm(path)],
    ["broken", () => writeFile(path, '{"keys": [')],
    ["of another kind", () => writeFile(path, "[]")],
  ])("%s -> SOURCE_UNAVAILABLE until it is right again", async (_what, spoil) => {
    await publish(first);
    const keySet = await readKeySet(path);
    await spoil();
    expect(await outcomeOf(keySet, first)).toMatch(/^SOURCE_UNAVAILABLE/);
    await publish(first);
    expect(await outcomeOf(keySet, first)).toBe("accepted");
  });

  test("missing from the start -> an error at once", async () => {
    await expect(readKeySet(path)).rejects.toMatchObject({ code: "ENOENT" });
  });
});

describe("a key set at a URL", () => {
  let server: Server;
  let url: string;
  let keys: JWK[];
  let status: number;
  let requests: number;
  beforeEach(async () => {
    [keys, status, requests] = [[first.open], 200, 0];
    server = createServer((_request, response) => {
      requests++;
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify({ keys }));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
  });
  afterEach(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  });

  test("many tokens -> fetched once", async () => {
    const keySet = await readKeySet(url);
    const outcomes = await Promise.all([1, 2, 3].map(() => outcomeOf(keySet, first)));
    expect(outcomes).toEqual(["accepted", "accepted", "accepted"]);
    expect(await outcomeOf(keySet, first)).toBe("accepted");
    expect(requests).toBe(1);
  });

  test("loaded -> fetched where it is not there yet; an error where it cannot be had", async () => {
    const keySet = await readKeySet(url);
    status = 500;
    await expect(keySet.load()).rejects.toThrow();
    status = 200;
    await keySet.load();
    await keySet.load();
    expect(requests).toBe(2);
    expect(await outcomeOf(keySet, first)).toBe("accepted");
  });

  test("an unknown key id -> fetched again, and the new key counts", async () => {
    const keySet = await readKeySet(url, { cooldown: 0 });
    expect(await outcomeOf(keySet, first)).toBe("accepted");
    keys = [first.open, second.open];
    expect(await outcomeOf(keySet, second)).toBe("accepted");
    expect(requests).toBe(2);
  });

  test("unknown key ids again and again -> not fetched each time", async () => {
    const keySet = await readKeySet(url);
    for (let n = 0; n < 3; n++) {
      expect(await outcomeOf(keySet, second)).toMatch(/^UNAUTHENTICATED: .* no known key/);
    }
    expect(requests).toBe(1);
  });

  test("a key that is withdrawn -> refused once the cached set is too old", async () => {
    const keySet = await readKeySet(url, { maximumAge: 0 });
    expect(await outcomeOf(keySet, first)).toBe("accepted");
    keys = [second.open];
    expect(await outcomeOf(keySet, first)).toMatch(/^UNAUTHENTICATED: .* no known key/);
  });

  test("its server fails -> SOURCE_UNAVAILABLE, and cached keys still count", async () => {
    status = 500;
    const keySet = await readKeySet(url);
    expect(await outcomeOf(keySet, first)).toMatch(/^SOURCE_UNAVAILABLE/);
    status = 200;
    expect(await outcomeOf(keySet, first)).toBe("accepted");
    status = 500;
    expect(await outcomeOf(keySet, first)).toBe("accepted");
  });

  test("its server redirects -> not followed", async () => {
    status = 302;
    expect(await outcomeOf(await readKeySet(url), first)).toMatch(/^SOURCE_UNAVAILABLE/);
  });

  test("its server does not answer -> SOURCE_UNAVAILABLE after the timeout", async () => {
    server.removeAllListeners("request");
    const keySet = await readKeySet(url, { timeout: 20 });
    expect(await outcomeOf(keySet, first)).toMatch(/^SOURCE_UNAVAILABLE/);
  });
});
