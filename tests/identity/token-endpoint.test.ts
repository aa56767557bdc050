import { createLocalJWKSet, jwtVerify, type JWTPayload } from "jose";
import { ClientRegistry } from "../../src/identity/clients/client-registry.js";
import type { TokenRequestHeaders } from "../../src/identity/clients/token-endpoint.js";
import { UsedProofs } from "../../src/identity/clients/used-proofs.js";
import {
  dpopClaims,
  eachBench,
  EXPECTED,
  GRAPHQL,
  ID,
  newKeys,
  outcome,
  register,
  signDpop,
  TOKEN_ENDPOINT,
  verifierOf,
  type Keys,
} from "./support.js";
import { FORM, TokenRequests } from "./token-requests.js";
import { openEmptyDatabase } from "../support/empty-database.js";

const ENDPOINT = { method: "POST", url: TOKEN_ENDPOINT };

let hub: Keys;
let keys: Keys;
beforeAll(async () => {
  [hub, keys] = await Promise.all([newKeys(), newKeys()]);
});

eachBench((bench) => {
  let requests: TokenRequests;
  beforeEach(async () => {
    await bench().add(keys.open);
    requests = new TokenRequests(bench(), keys, hub);
  });

  const ask: TokenRequests["ask"] = (...request) => requests.ask(...request);

  const claimsOf = async (token: string) => {
    const known = createLocalJWKSet({ keys: [hub.open] });
    const options = { ...EXPECTED, currentDate: new Date(bench().clock.now()) };
    return (await jwtVerify(token, known, options)).payload;
  };

  describe("a right request", () => {
    test("-> a token of ten minutes with all that the client is registered for", async () => {
      const { status, headers, body } = await ask();
      expect(status).toBe(200);
      expect(headers["content-type"]).toBe("application/json; charset=utf-8");
      const token = String(body["access_token"]);
      expect(body).toEqual({
        access_token: token,
        token_type: "Bearer",
        expires_in: 600,
        scope: "1.2 2.3",
      });
      expect(await claimsOf(token)).toEqual({
        iss: EXPECTED.issuer,
        aud: EXPECTED.audience,
        sub: ID,
        client_id: ID,
        department: "县民政局",
        duties: ["1.2", "2.3"],
        jurisdiction: ["330726"],
        iat: bench().clock.seconds(),
        exp: bench().clock.seconds(600),
        jti: expect.any(String),
      });
      const verifier = verifierOf(hub, { now: bench().clock.now });
      expect(await outcome(verifier, token)).toBe("accepted");
    });

    test.each([
      ["the issuer as audience", { aud: EXPECTED.issuer }],
      ["a list of one audience", { aud: [TOKEN_ENDPOINT] }],
    ])("with %s -> granted", async (_what, claims) => {
      expect((await requests.present(await requests.assertion(claims))).status).toBe(200);
    });

    test("with a scope and an operator -> these duties, this person", async () => {
      const { body } = await ask({ scope: " 2.3  2.3", operator: " 王芳 ", client_id: ID });
      expect(body["scope"]).toBe("2.3");
      expect(await claimsOf(String(body["access_token"]))).toMatchObject({
        duties: ["2.3"],
        operator: "王芳",
      });
    });

    test("with empty parameters -> as without them", async () => {
      const { body } = await ask({ scope: "", operator: "", client_id: "" });
      expect(body["scope"]).toBe("1.2 2.3");
      expect(await claimsOf(String(body["access_token"]))).not.toHaveProperty("operator");
    });
  });

  describe("a request of the wrong form", () => {
    test.each<[string, object, number, string]>([
      ["no grant", { grant_type: "" }, 400, "invalid_request"],
      ["another grant", { grant_type: "password" }, 400, "unsupported_grant_type"],
      ["a secret as well", { client_secret: "x" }, 400, "invalid_request"],
      ["no assertion", { client_assertion: "" }, 401, "invalid_client"],
      ["another kind of assertion", { client_assertion_type: "saml" }, 401, "invalid_client"],
      ["another client's id", { client_id: "other" }, 401, "invalid_client"],
      ["a duty that is not the client's", { scope: "1.2 3.1" }, 400, "invalid_scope"],
      ["an operator of blanks", { operator: "  " }, 400, "invalid_request"],
      ["an operator of two lines", { operator: "王芳\n2" }, 400, "invalid_request"],
      ["an endless operator", { operator: "x".repeat(101) }, 400, "invalid_request"],
    ])("with %s -> refused", async (_what, form, status, error) => {
      const answer = await ask(form);
      expect([answer.status, answer.body["error"]]).toEqual([status, error]);
      expect(answer.body).not.toHaveProperty("access_token");
    });

    test("with a parameter given twice -> invalid_request", async () => {
      const form = requests.form(await requests.assertion(), { scope: "1.2" });
      form.append("scope", "2.3");
      const { status, body } = await requests.post(form);
      expect([status, body["error"]]).toEqual([400, "invalid_request"]);
    });

    test("as JSON -> invalid_request", async () => {
      const { status, body } = await ask({}, { "content-type": "application/json" });
      expect([status, body["error"]]).toEqual([400, "invalid_request"]);
    });

    test("with another way to authenticate -> invalid_client, challenged in that way", async () => {
      const { status, headers, body } = await ask({}, { ...FORM, authorization: "Basic YTpi" });
      expect([status, body["error"]]).toEqual([401, "invalid_client"]);
      expect(headers["www-authenticate"]).toBe("Basic");
    });
  });

  describe("with a DPoP proof", () => {
    let holder: Keys;
    beforeAll(async () => {
      holder = await newKeys();
    });

    const prove = (claims: JWTPayload = {}, request = ENDPOINT) =>
      signDpop(dpopClaims(bench().clock, request, null, claims), holder);
    const askBound = async (dpop: TokenRequestHeaders["dpop"]) => ask({}, { ...FORM, dpop });

    test("-> a token bound to its key, good with another proof of that key", async () => {
      const { status, body } = await askBound(await prove());
      expect([status, body["token_type"]]).toEqual([200, "DPoP"]);
      const token = String(body["access_token"]);
      expect((await claimsOf(token))["cnf"]).toEqual({ jkt: holder.open.kid });
      const checks = { used: bench().used, now: bench().clock.now };
      const proof = await signDpop(dpopClaims(bench().clock, GRAPHQL, token), holder);
      const presented = { scheme: "DPoP" as const, dpop: { ...GRAPHQL, proof } };
      expect(await outcome(verifierOf(hub, checks), token, presented)).toBe("accepted");
      expect(await outcome(verifierOf(hub, checks), token)).toMatch(/^UNAUTHENTICATED/);
    });

    test("used before -> invalid_dpop_proof", async () => {
      const proof = await prove();
      expect((await askBound(proof)).status).toBe(200);
      const { status, body } = await askBound(proof);
      expect([status, body["error"]]).toEqual([400, "invalid_dpop_proof"]);
    });

    test.each<[string, () => Promise<TokenRequestHeaders["dpop"]>]>([
      ["for another address", () => prove({}, GRAPHQL)],
      ["two proofs", async () => [await prove(), await prove()]],
      ["two proofs in one header", async () => `${await prove()}, ${await prove()}`],
      ["nothing", async () => ""],
    ])("%s -> invalid_dpop_proof", async (_what, proof) => {
      const { status, body } = await askBound(await proof());
      expect([status, body["error"]]).toEqual([400, "invalid_dpop_proof"]);
    });
  });

  test("duties that the register no longer assigns -> not granted", async () => {
    const changed = {
      ...register,
      duties: register.duties.map((duty) =>
        duty.id === "1.2" ? { ...duty, departments: ["县残联"] } : duty,
      ),
    };
    const fewer = requests.endpoint({ register: changed });
    const granted = await requests.present(await requests.assertion(), fewer);
    expect(granted.body["scope"]).toBe("2.3");
    const none = requests.endpoint({ register: { ...register, duties: [] } });
    const { status, body } = await requests.present(await requests.assertion(), none);
    expect([status, body["error"]]).toEqual([400, "unauthorized_client"]);
  });

  test("the database does not answer -> 503, nothing granted", async () => {
    const { database, close } = await openEmptyDatabase();
    await close();
    const assertion = await requests.assertion();
    for (const broken of [
      { registry: new ClientRegistry(database, register, bench().clock.now) },
      { used: new UsedProofs(database, bench().clock.now) },
    ]) {
      const answer = await requests.present(assertion, requests.endpoint(broken));
      expect([answer.status, answer.body["error"]]).toEqual([503, "temporarily_unavailable"]);
      expect(answer.headers["retry-after"]).toBe("5");
    }
  });
});
