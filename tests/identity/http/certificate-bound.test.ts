import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeJwt } from "jose";
import { startTestHub, type TestHub } from "../../support/hubs.js";
import { newKeys } from "../support.js";
import { Authority, HAS_OPENSSL, presenting, type Certified } from "./certificates.js";
import { ClientSystem, dpopProof, outcomeOf } from "./client-system.js";
import { send } from "./send.js";

const UNAUTHENTICATED = [401, "UNAUTHENTICATED"];

if (!HAS_OPENSSL) process.stderr.write("skipped: certificates are made with openssl, not found\n");

(HAS_OPENSSL ? describe : describe.skip)("client certificates", () => {
  let directory: string;
  let authority: Authority;
  let mine: Certified;
  let another: Certified;
  let strangers: Certified;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "certificates-"));
    authority = new Authority(directory, "county");
    [mine, another] = [authority.certify("window"), authority.certify("other")];
    strangers = new Authority(directory, "elsewhere").certify("window");
  });
  afterAll(() => rm(directory, { recursive: true }));

  describe("on TLS connections to the hub", () => {
    let hub: TestHub;
    let system: ClientSystem;
    let bound: string;
    beforeAll(async () => {
      const { certificate, key } = authority.certify("hub");
      hub = await startTestHub({
        environment: {
          HUB_TLS_CERT: certificate,
          HUB_TLS_KEY: key,
          HUB_TLS_CLIENT_CA: authority.certificate,
        },
      });
      system = await ClientSystem.registered(hub.running);
      bound = await system.on(presenting(authority, mine)).token();
    }, 120_000);
    afterAll(() => hub?.close());

    const ask = async (token: string, files?: Certified) =>
      outcomeOf(await system.on(presenting(authority, files)).ask(`Bearer ${token}`));

    test("a token got with a certificate -> good with that certificate alone", async () => {
      expect(hub.url).toMatch(/^https:/);
      expect(decodeJwt(bound)["cnf"]).toEqual({ "x5t#S256": expect.any(String) });
      expect(await ask(bound, mine)).toEqual([200]);
      expect(await ask(bound, another)).toEqual(UNAUTHENTICATED);
      expect(await ask(bound)).toEqual(UNAUTHENTICATED);
    });

    test("a certificate of an unknown authority -> as none", async () => {
      const token = await system.on(presenting(authority, strangers)).token();
      expect(decodeJwt(token)).not.toHaveProperty("cnf");
      expect(await ask(token, strangers)).toEqual([200]);
      expect(await ask(bound, strangers)).toEqual(UNAUTHENTICATED);
    });

    test("without a certificate -> a bearer token", async () => {
      const token = await system.on(presenting(authority)).token();
      expect(decodeJwt(token)).not.toHaveProperty("cnf");
      expect(await ask(token)).toEqual([200]);
    });

    test("with a DPoP proof as well -> bound to both", async () => {
      const holder = await newKeys();
      const dpop = await dpopProof(holder, system.endpoint);
      const token = await system.on(presenting(authority, mine)).token({ dpop });
      const prove = async (files?: Certified) => {
        const proof = await dpopProof(holder, system.graphql, { token });
        const client = system.on(presenting(authority, files));
        return outcomeOf(await client.ask(`DPoP ${token}`, { dpop: proof }));
      };
      expect(await prove(mine)).toEqual([200]);
      expect(await prove(another)).toEqual(UNAUTHENTICATED);
    });

    test("the metadata -> says that tokens are bound", async () => {
      const url = `${hub.url}/.well-known/oauth-authorization-server`;
      const { json } = await send(url, { connection: presenting(authority) });
      expect(json.tls_client_certificate_bound_access_tokens).toBe(true);
      expect(json.token_endpoint).toBe(system.endpoint);
    });
  });

  describe("passed on by a proxy", () => {
    const HEADER = "x-client-certificate";
    /** Tests speak to the hub from this address as its proxy, from 127.0.0.1 as anybody. */
    const PROXY = "127.0.0.2";
    const PUBLIC = "https://hub.county.example/api";
    let hub: TestHub;
    let system: ClientSystem;
    let pem: string;
    let base64: string;
    beforeAll(async () => {
      hub = await startTestHub({
        environment: {
          HUB_PUBLIC_URL: PUBLIC,
          HUB_CLIENT_CERTIFICATE_HEADER: "X-Client-Certificate",
          HUB_TRUSTED_PROXIES: `${PROXY}, 10.0.0.0/8`,
        },
      });
      system = await ClientSystem.registered(hub.running);
      pem = await readFile(mine.certificate, "utf8");
      base64 = pem.replace(/-----[^-]+-----|\s/g, "");
    }, 120_000);
    afterAll(() => hub?.close());

    const through = (localAddress = PROXY) => system.on({ localAddress });
    const token = async (headers: Record<string, string> = {}, from = PROXY) => {
      const assertion = await system.assertion({ aud: `${PUBLIC}/oauth/token` });
      const { json } = await through(from).requestToken({ client_assertion: assertion }, headers);
      return json.access_token as string;
    };
    const isBound = (given: string) => "cnf" in decodeJwt(given);

    test("by the proxy, however it writes certificates -> bound, good with it alone", async () => {
      const bound = await token({ [HEADER]: encodeURIComponent(pem) });
      const other = await readFile(another.certificate, "utf8");
      const ask = async (value: string, from = PROXY) =>
        outcomeOf(await through(from).ask(`Bearer ${bound}`, { [HEADER]: value }));
      expect(await ask(encodeURIComponent(pem))).toEqual([200]);
      expect(await ask(`:${base64}:`)).toEqual([200]);
      expect(await ask(base64)).toEqual([200]);
      expect(await ask(encodeURIComponent(other))).toEqual(UNAUTHENTICATED);
      expect(await ask("")).toEqual(UNAUTHENTICATED);
      expect(await ask(`${base64}, ${base64}`)).toEqual(UNAUTHENTICATED);
    });

    test("by anybody else -> ignored", async () => {
      const bound = await token({ [HEADER]: base64 });
      expect(isBound(bound)).toBe(true);
      const smuggled = through("127.0.0.1").ask(`Bearer ${bound}`, { [HEADER]: base64 });
      expect(outcomeOf(await smuggled)).toEqual(UNAUTHENTICATED);
      expect(isBound(await token({ [HEADER]: base64 }, "127.0.0.1"))).toBe(false);
    });

    test("a DPoP proof -> names the public address", async () => {
      const holder = await newKeys();
      const given = await token({ dpop: await dpopProof(holder, `${PUBLIC}/oauth/token`) });
      const ask = async (url: string) => {
        const dpop = await dpopProof(holder, url, { token: given });
        return outcomeOf(await system.ask(`DPoP ${given}`, { dpop }));
      };
      expect(await ask(`${PUBLIC}/graphql`)).toEqual([200]);
      expect(await ask(system.graphql)).toEqual(UNAUTHENTICATED);
    });
  });
});
