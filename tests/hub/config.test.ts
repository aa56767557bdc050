import { ConfigError, readConfig, type Config } from "../../src/config.js";

const problemsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(environment, ["agriculture"]);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
};
const read = (environment: Record<string, string>): Config => readConfig(environment, []);

const PRODUCTION = {
  NODE_ENV: "production",
  HUB_SIGNING_KEY: "/run/secrets/signing.jwk",
  HUB_AUDIT_KEY: "/run/secrets/audit.jwk",
  HUB_REFERENCE_SECRETS: "0d7f2b61c9e84a35f1b06d28a7c3e594",
  HUB_AUDIT_SECRETS: "OzEvNKkep0pzSETUnJ-RCg1mb4kGGXcwh7Efi2FPORA",
  HUB_DATA_SECRETS: "bM00Xpkz8ntezTo7tg9SOKwOao_eBi3Jx7s2lcvr-aI",
};

describe("an environment", () => {
  test("with several mistakes -> all of them at once", () => {
    const problems = problemsOf({
      PORT: "x",
      HUB_PUBLIC_URL: "hub.example",
      HUB_CLIENT_CERTIFICATE_HEADER: "a header",
      HUB_TRUSTED_PROXIES: "10.0.0.1,proxy",
      HUB_REGISTERED_CLIENTS_ONLY: "maybe",
      AGRICULTURE_URL: "agriculture",
    });
    expect(problems.map((problem) => problem.split(":")[0])).toEqual([
      "PORT",
      "HUB_PUBLIC_URL",
      "HUB_CLIENT_CERTIFICATE_HEADER",
      "HUB_TRUSTED_PROXIES",
      "HUB_REGISTERED_CLIENTS_ONLY",
      "AGRICULTURE_URL",
    ]);
    expect(problems.join()).toContain("proxy is no IP address");
  });

  test.each([
    [{ HUB_TLS_CERT: "a" }, "HUB_TLS_KEY: required with HUB_TLS_CERT"],
    [{ HUB_TLS_KEY: "a" }, "HUB_TLS_CERT: required with HUB_TLS_KEY"],
    [{ HUB_TLS_CLIENT_CA: "a" }, "HUB_TLS_CERT: required with HUB_TLS_CLIENT_CA"],
    [
      { HUB_CLIENT_CERTIFICATE_HEADER: "x-cert" },
      "HUB_TRUSTED_PROXIES: required with HUB_CLIENT_CERTIFICATE_HEADER",
    ],
    [
      { HUB_TRUSTED_PROXIES: "::1" },
      "HUB_CLIENT_CERTIFICATE_HEADER: required with HUB_TRUSTED_PROXIES",
    ],
    [{ HUB_TRUSTED_PROXIES: "10.0.0.0/33" }, expect.stringContaining("10.0.0.0/33 is no IP")],
    [{ HUB_TRUSTED_PROXIES: "10.0.0.1," }, expect.stringContaining("nothing is no IP")],
    [{ HUB_PUBLIC_URL: "https://hub.example/?a" }, expect.stringContaining("only scheme")],
  ])("with %j -> refused, saying what is missing or wrong", (environment, problem) => {
    expect(problemsOf(environment)).toContainEqual(problem);
  });

  test("of production, for what needs no key -> read without any", () => {
    expect(readConfig({ NODE_ENV: "production" }, [], false)).toMatchObject({ production: true });
  });

  test("of production -> registered clients only, and keys of its own", () => {
    expect(read(PRODUCTION).registeredClientsOnly).toBe(true);
    expect(read({ ...PRODUCTION, HUB_REGISTERED_CLIENTS_ONLY: "false" })).toMatchObject({
      registeredClientsOnly: false,
    });
    const { HUB_SIGNING_KEY: _key, ...keyless } = PRODUCTION;
    expect(problemsOf(keyless)).toEqual([
      "HUB_SIGNING_KEY or HUB_JWKS: required with NODE_ENV=production, where no development key is used",
    ]);
    expect(problemsOf({ ...keyless, HUB_JWKS: "https://issuer.example/jwks" })).toEqual([]);
  });

  test("of development -> any client, plain HTTP, no proxy", () => {
    expect(read({})).toMatchObject({
      registeredClientsOnly: false,
      publicUrl: undefined,
      tls: undefined,
      proxies: undefined,
    });
  });

  const URL_NAME = "AGRICULTURE_SOURCE_URL";
  test.each<[Record<string, string>, string]>([
    [{ [URL_NAME]: "ftp://land.example" }, `${URL_NAME}: not an http or https URL`],
    [{ [URL_NAME]: "https://a:b@land.example" }, `${URL_NAME}: only scheme, host, port and path`],
    [{ [URL_NAME]: "https://land.example?a=b" }, `${URL_NAME}: only scheme, host, port and path`],
    [{ AGRICULTURE_SOURCE_TOKEN: "t" }, `${URL_NAME}: required with AGRICULTURE_SOURCE_TOKEN`],
    [
      { [URL_NAME]: "https://land.example", AGRICULTURE_SOURCE_TOKEN: "two words" },
      "AGRICULTURE_SOURCE_TOKEN: not a bearer token (RFC 6750)",
    ],
    [
      { ...PRODUCTION, [URL_NAME]: "http://land.example" },
      expect.stringContaining(`${URL_NAME}: https is required`),
    ],
  ])("with the live source %j -> refused", (environment, problem) => {
    expect(problemsOf(environment)).toEqual([problem]);
  });

  test("with a live source -> its address without a slash, and its token", () => {
    const source = (environment: Record<string, string>) =>
      readConfig(environment, ["agriculture"]).sourceConnections.get("agriculture");
    const token = "AGRICULTURE_SOURCE_TOKEN";
    expect(source({ [URL_NAME]: "https://land.example/api/", [token]: "a.b-c" })).toEqual({
      url: "https://land.example/api",
      token: "a.b-c",
    });
    expect(source({ ...PRODUCTION, [URL_NAME]: "http://127.0.0.1:8080" })).toBeDefined();
    const plain = { ...PRODUCTION, AGRICULTURE_SOURCE_PLAIN_HTTP: "true" };
    expect(source({ ...plain, [URL_NAME]: "http://land.example" })).toBeDefined();
  });

  test("with proxies and a public URL -> the header in lower case, the URL without a slash", () => {
    const { proxies, publicUrl } = read({
      HUB_PUBLIC_URL: "https://hub.example/api/",
      HUB_CLIENT_CERTIFICATE_HEADER: "X-Client-Cert",
      HUB_TRUSTED_PROXIES: "10.0.0.0/8, fd00::1",
    });
    expect([proxies?.certificateHeader, publicUrl]).toEqual([
      "x-client-cert",
      "https://hub.example/api",
    ]);
    const trusts = (address: string, version: "ipv4" | "ipv6") =>
      proxies?.addresses.check(address, version);
    expect([
      trusts("10.9.9.9", "ipv4"),
      trusts("::ffff:10.9.9.9", "ipv6"),
      trusts("fd00::1", "ipv6"),
      trusts("11.0.0.1", "ipv4"),
      trusts("fd00::2", "ipv6"),
    ]).toEqual([true, true, true, false, false]);
  });
});
