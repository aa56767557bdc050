import { createLocalJWKSet, jwtVerify } from "jose";
import { eachHub } from "../../support/hubs.js";
import { newKeys } from "../support.js";
import { ClientSystem, outcomeOf, registryOf } from "./client-system.js";
import { within } from "../../support/within.js";
import { send } from "./send.js";

eachHub((hub) => {
  let system: ClientSystem;
  beforeEach(async () => {
    system = await ClientSystem.registered(hub().running);
  });

  /** Records of token requests since a moment, oldest first. */
  const recordsSince = (from: string) =>
    hub().running.databases.main.query<{ client: string | null; text: string }>(
      `select client, to_jsonb(record)::text as text from audit.record
       where operation = 'oauth/token' and at >= $1::timestamptz order by at`,
      [from],
    );

  test("a registered key -> a token over HTTP -> an answer, as this client", async () => {
    const { status, headers, json } = await system.requestToken({ scope: "1.2" });
    expect([status, headers["cache-control"]]).toEqual([200, "no-store"]);
    expect(json).toMatchObject({ token_type: "Bearer", expires_in: 600, scope: "1.2" });
    const answer = await system.ask(`Bearer ${json.access_token}`);
    expect(outcomeOf(answer)).toEqual([200]);
    expect(answer.json.data.viewer).toEqual({
      client: system.id,
      department: "县民政局",
      duty: "1.2",
    });
  });

  test("a duty that the client is not registered for -> no token, and no answer under it", async () => {
    expect((await system.requestToken({ scope: "1.3" })).json.error).toBe("invalid_scope");
    const wider = await hub().token({ sub: system.id, duties: ["1.2", "1.3"] });
    const under = async (duty: string) =>
      outcomeOf(await system.ask(`Bearer ${wider}`, { "hub-duty": duty }));
    await within(5000, async () => expect(await under("1.3")).toEqual([403, "DUTY_NOT_ASSIGNED"]));
    expect(await under("1.2")).toEqual([200]);
  });

  test("granted and refused -> each on record, without secrets and without names", async () => {
    const from = new Date().toISOString();
    const assertion = await system.assertion();
    const granted = await system.requestToken({ client_assertion: assertion, operator: "王芳" });
    await system.requestToken({ client_assertion: assertion });
    await system.requestToken({ client_assertion: await system.assertion({}, await newKeys()) });
    await registryOf(hub().running).suspend(system.id);
    await system.requestToken();
    await system.requestToken({ padding: "x".repeat(20_000) });
    const records = await recordsSince(from);
    expect(records.map(({ text }) => JSON.parse(text))).toMatchObject([
      { client: system.id, department: "县民政局", decision: "ALLOWED", codes: [] },
      { client: system.id, decision: "REFUSED", codes: ["invalid_client"] },
      { client: null, decision: "REFUSED", codes: ["invalid_client"] },
      { client: system.id, decision: "REFUSED", codes: ["invalid_client"] },
      { client: null, decision: "REFUSED", codes: ["invalid_request"] },
    ]);
    const text = records.map((record) => record.text).join();
    for (const secret of [assertion, granted.json.access_token, "王芳"]) {
      expect(text).not.toContain(secret);
    }
  });

  test("the log cannot be written -> no token", async () => {
    const { main } = hub().running.databases;
    await main.query("alter table audit.record rename to away");
    try {
      const { status, json } = await system.requestToken();
      expect([status, json.error]).toEqual([503, "temporarily_unavailable"]);
      expect(json).not.toHaveProperty("access_token");
    } finally {
      await main.query("alter table audit.away rename to record");
    }
  });

  test.each([
    ["/oauth/token", "GET", "POST"],
    ["/oauth/token", "OPTIONS", "POST"],
    ["/.well-known/jwks.json", "POST", "GET, HEAD"],
    ["/.well-known/oauth-authorization-server", "DELETE", "GET, HEAD"],
  ])("%s by %s -> 405", async (path, method, allow) => {
    const { status, headers } = await send(`${hub().url}${path}`, { method });
    expect([status, headers["allow"]]).toEqual([405, allow]);
  });

  test("more than a token request holds -> 413", async () => {
    const { status, json } = await system.requestToken({ padding: "x".repeat(1_000_000) });
    expect([status, json.error]).toEqual([413, "invalid_request"]);
  });

  test("the metadata -> the endpoint, and keys that verify its tokens", async () => {
    const metadata = await send(`${hub().url}/.well-known/oauth-authorization-server`);
    expect([metadata.status, metadata.headers["cache-control"]]).toEqual([
      200,
      "public, max-age=300",
    ]);
    const { issuer, token_endpoint, jwks_uri, scopes_supported } = metadata.json;
    expect([issuer, token_endpoint]).toEqual(["pujiang-data-hub", system.endpoint]);
    expect(scopes_supported).toContain("1.2");
    const keys = await send(jwks_uri);
    expect(keys.text).not.toMatch(/"d":/);
    const known = createLocalJWKSet(keys.json);
    const { payload } = await jwtVerify(await system.token(), known, { issuer });
    expect(payload.sub).toBe(system.id);
  });

  test("rotated keys -> the new one and, for the time said, the old one", async () => {
    const next = await newKeys();
    const sign = async (signer = next) =>
      (await system.requestToken({ client_assertion: await system.assertion({}, signer) })).status;
    expect(await sign()).toBe(401);
    await registryOf(hub().running).rotate(system.id, next.open);
    expect([await sign(), await sign(system.keys)]).toEqual([200, 200]);
    const last = await newKeys();
    await registryOf(hub().running).rotate(system.id, last.open, 0);
    expect([await sign(last), await sign()]).toEqual([200, 401]);
  });
});
