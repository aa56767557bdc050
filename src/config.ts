import type { BlockList } from "node:net";
import { z } from "zod";
import { addressList } from "./address-list.js";
import type { SourceConnection } from "./department/live/source-connection.js";
import type { BoundCallers } from "./operations/operation-door.js";
import { productionProblems } from "./production-problems.js";
import type { CipherName } from "./sealing/ciphers.js";
import { withSecretFiles } from "./secret-files.js";
import { sourceSettings } from "./source-settings.js";
import {
  telemetrySettings,
  telemetryVariables,
  type TelemetrySettings,
} from "./telemetry/settings.js";

const port = z.coerce.number().int().min(0).max(65_535);
const list = z.string().transform((text) => text.split(",").filter((part) => part.length > 0));

const secrets = list.refine(
  (given) => given.length > 0 && given.every((secret) => secret.length >= 32),
  "each at least 32 characters",
);

const addresses = z.string().transform((text, context) => {
  try {
    return addressList(text.split(","));
  } catch (error) {
    context.addIssue({ code: "custom", message: (error as Error).message });
    return z.NEVER;
  }
});

const publicUrl = z
  .url({ protocol: /^https?$/, error: "not an http or https URL" })
  .refine((text) => !/[?#@]/.test(text), "only scheme, host, port and path")
  .transform((text) => text.replace(/\/+$/, ""));

const Environment = z.object({
  ...telemetryVariables,
  NODE_ENV: z.string().default("development"),
  HOST: z.string().default("127.0.0.1"),
  PORT: port.default(4000),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  HUB_DATA: z.string().default(".data"),
  HUB_ISSUER: z.string().default("pujiang-data-hub"),
  HUB_AUDIENCE: z.string().default("pujiang-data-hub"),
  HUB_PUBLIC_URL: publicUrl.optional(),
  HUB_TLS_CERT: z.string().optional(),
  HUB_TLS_KEY: z.string().optional(),
  HUB_TLS_CLIENT_CA: z.string().optional(),
  HUB_CLIENT_CERTIFICATE_HEADER: z
    .string()
    .regex(/^[\w-]+$/, "not the name of a header")
    .toLowerCase()
    .optional(),
  HUB_TRUSTED_PROXIES: addresses.optional(),
  HUB_REGISTERED_CLIENTS_ONLY: z.enum(["true", "false"]).optional(),
  HUB_REGISTERED_OPERATIONS: z.enum(["everyone", "systems", "nobody"]).optional(),
  HUB_JWKS: z.string().optional(),
  HUB_SIGNING_KEY: z.string().optional(),
  HUB_REFERENCE_SECRETS: secrets.optional(),
  HUB_AUDIT_KEY: z.string().optional(),
  HUB_AUDIT_SECRETS: secrets.optional(),
  HUB_AUDIT_HASH: z.enum(["sm3", "sha256"]).default("sm3"),
  HUB_DATA_SECRETS: secrets.optional(),
  HUB_DATA_CIPHER: z.enum(["aes-256-gcm", "sm4"]).default("aes-256-gcm"),
  HUB_VERIFICATION_PARAMETERS: z.string().optional(),
  HUB_LIMITS: z.string().optional(),
  HUB_REQUESTS_AT_ONCE: z.coerce.number().int().min(1).default(256),
  HUB_REQUEST_TIMEOUT_MS: z.coerce.number().int().min(1).default(30_000),
  HUB_SHUTDOWN_TIMEOUT_MS: z.coerce.number().int().min(0).default(20_000),
  HUB_SOURCE_TIMEOUT_MS: z.coerce.number().int().min(1).default(2000),
  HUB_SOURCE_REST_MS: z.coerce.number().int().min(1).default(10_000),
  HUB_DEMONSTRATION_HOUSEHOLDS: z.coerce.number().int().min(1).default(2000),
  HUB_DEMONSTRATION_SEED: z.coerce.number().int().default(330726),
});

/** Files (PEM) of a TLS server. */
export interface TlsFiles {
  readonly certificate: string;
  readonly key: string;
  /** Authorities whose client certificates are accepted; undefined where clients present none. */
  readonly clientAuthorities: string | undefined;
}

/** Proxies that end TLS before the hub and pass on the client's certificate. */
export interface TrustedProxies {
  /** Name of the header, in lower case. */
  readonly certificateHeader: string;
  readonly addresses: BlockList;
}

/** Everything the hub is told from outside, parsed once. */
export interface Config {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** PostgreSQL; undefined for the embedded database. */
  readonly databaseUrl: string | undefined;
  /** Directory of the embedded database and the development keys. */
  readonly dataDirectory: string;
  /** The address by which clients know the hub, without a slash at its end; undefined for the one it listens on. */
  readonly publicUrl: string | undefined;
  /** What the hub speaks TLS with; undefined for plain HTTP. */
  readonly tls: TlsFiles | undefined;
  /** Who may say in a header which certificate a client presented; undefined for nobody. */
  readonly proxies: TrustedProxies | undefined;
  /** Whether a token counts only where `hub client` knows its client. */
  readonly registeredClientsOnly: boolean;
  /** Who may run only operations that `hub operations` registered. */
  readonly boundCallers: BoundCallers;
  readonly tokens: { readonly issuer: string; readonly audience: string };
  /** File or URL of a JWKS that verifies tokens, beside the signing key's public half. */
  readonly jwks: string | undefined;
  /** File of the private JWK that the hub signs tokens with; undefined for the development key, or none where there is a JWKS. */
  readonly signingKey: string | undefined;
  /** Secrets of sealed references, the first one sealing; undefined for the development secret. */
  readonly referenceSecrets: readonly string[] | undefined;
  /** File of the private JWK (ES256) that signs checkpoints of the audit log; undefined for the development key. */
  readonly auditKey: string | undefined;
  /** Secrets that persons are hashed with in the audit log, the first one hashing; undefined for the development secret. */
  readonly auditSecrets: readonly string[] | undefined;
  readonly auditHash: "sm3" | "sha256";
  /** Secrets that ID numbers and account numbers are kept with at rest, the first one in use; undefined for the development secret. */
  readonly dataSecrets: readonly string[] | undefined;
  readonly dataCipher: CipherName;
  /** File of the dated parameters of verifications; undefined for the project's own. */
  readonly verificationParameters: string | undefined;
  /** File of what operations may cost and how many requests there may be; undefined for the project's own. */
  readonly limits: string | undefined;
  /** Requests that are answered at once at most; whoever comes beyond is told to come back. */
  readonly requestsAtOnce: number;
  /** Milliseconds a client may take to send its request. */
  readonly requestTimeout: number;
  /** Milliseconds that running requests have to end when the process is told to stop. */
  readonly shutdownTimeout: number;
  /** Milliseconds a source may take. */
  readonly sourceTimeout: number;
  /** Logs, metrics and traces. */
  readonly telemetry: TelemetrySettings;
  /** Milliseconds for which a department elsewhere that keeps failing is left alone. */
  readonly sourceRest: number;
  readonly demonstration: { readonly households: number; readonly seed: number };
  /** Where departments are served elsewhere, by slug. */
  readonly departmentUrls: ReadonlyMap<string, string>;
  /** Departments with a database of their own, by slug. */
  readonly departmentDatabases: ReadonlyMap<string, string>;
  /** Where departments' own services are, by slug. */
  readonly sourceConnections: ReadonlyMap<string, SourceConnection>;
}

/** The environment does not make a configuration; `problems` lists every mistake at once. */
export class ConfigError extends Error {
  readonly code = "CONFIG_INVALID";
  constructor(readonly problems: readonly string[]) {
    super(`the environment is not usable: ${problems.join("; ")}`);
  }
}

/**
 * Parses the environment for the given departments.
 * @param needsKeys false for what seals, signs and issues nothing: it may go without keys and secrets
 * @throws ConfigError listing every mistake.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  slugs: readonly string[],
  needsKeys = true,
): Config {
  const problems: string[] = [];
  const given = withSecretFiles(
    Object.fromEntries(
      Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
    ),
    {
      lists: SECRETS,
      texts: [
        "DATABASE_URL",
        "HUB_METRICS_TOKEN",
        ...slugs.map((slug) => departmentVariable(slug, "DATABASE_URL")),
      ],
    },
    problems,
  );
  const parsed = Environment.safeParse(given);
  for (const { path, message } of parsed.error?.issues ?? []) {
    problems.push(`${path.join(".")}: ${message}`);
  }
  const urls = perDepartment(given, slugs, "URL", /^https?:$/, problems);
  const databases = perDepartment(given, slugs, "DATABASE_URL", /^postgres(ql)?:$/, problems);
  const sourceConnections = sourceSettings(given, slugs, problems);
  if (parsed.success) {
    if (needsKeys) problems.push(...keyProblems(parsed.data));
    problems.push(...pairProblems(parsed.data));
    problems.push(...productionSecretProblems(parsed.data, databases));
  }
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  const { data } = parsed;
  const production = data.NODE_ENV === "production";
  return {
    production,
    host: data.HOST,
    port: data.PORT,
    databaseUrl: data.DATABASE_URL,
    dataDirectory: data.HUB_DATA,
    publicUrl: data.HUB_PUBLIC_URL,
    tls: tlsOf(data),
    proxies: proxiesOf(data),
    registeredClientsOnly: data.HUB_REGISTERED_CLIENTS_ONLY
      ? data.HUB_REGISTERED_CLIENTS_ONLY === "true"
      : production,
    boundCallers: data.HUB_REGISTERED_OPERATIONS ?? (production ? "everyone" : "systems"),
    tokens: { issuer: data.HUB_ISSUER, audience: data.HUB_AUDIENCE },
    jwks: data.HUB_JWKS,
    signingKey: data.HUB_SIGNING_KEY,
    referenceSecrets: data.HUB_REFERENCE_SECRETS,
    auditKey: data.HUB_AUDIT_KEY,
    auditSecrets: data.HUB_AUDIT_SECRETS,
    auditHash: data.HUB_AUDIT_HASH,
    dataSecrets: data.HUB_DATA_SECRETS,
    dataCipher: data.HUB_DATA_CIPHER,
    verificationParameters: data.HUB_VERIFICATION_PARAMETERS,
    limits: data.HUB_LIMITS,
    requestsAtOnce: data.HUB_REQUESTS_AT_ONCE,
    requestTimeout: data.HUB_REQUEST_TIMEOUT_MS,
    shutdownTimeout: data.HUB_SHUTDOWN_TIMEOUT_MS,
    sourceTimeout: data.HUB_SOURCE_TIMEOUT_MS,
    telemetry: telemetrySettings(data),
    sourceRest: data.HUB_SOURCE_REST_MS,
    demonstration: {
      households: data.HUB_DEMONSTRATION_HOUSEHOLDS,
      seed: data.HUB_DEMONSTRATION_SEED,
    },
    departmentUrls: urls,
    departmentDatabases: databases,
    sourceConnections,
  };
}

type Settings = z.infer<typeof Environment>;

function tlsOf({ HUB_TLS_CERT, HUB_TLS_KEY, HUB_TLS_CLIENT_CA }: Settings): TlsFiles | undefined {
  if (HUB_TLS_CERT === undefined || HUB_TLS_KEY === undefined) return undefined;
  return { certificate: HUB_TLS_CERT, key: HUB_TLS_KEY, clientAuthorities: HUB_TLS_CLIENT_CA };
}

function proxiesOf(data: Settings): TrustedProxies | undefined {
  const { HUB_CLIENT_CERTIFICATE_HEADER: certificateHeader, HUB_TRUSTED_PROXIES: addresses } = data;
  return certificateHeader && addresses ? { certificateHeader, addresses } : undefined;
}

/** Settings that mean nothing without another one. */
const PAIRS = [
  ["HUB_TLS_CERT", "HUB_TLS_KEY"],
  ["HUB_TLS_KEY", "HUB_TLS_CERT"],
  ["HUB_TLS_CLIENT_CA", "HUB_TLS_CERT"],
  ["HUB_CLIENT_CERTIFICATE_HEADER", "HUB_TRUSTED_PROXIES"],
  ["HUB_TRUSTED_PROXIES", "HUB_CLIENT_CERTIFICATE_HEADER"],
] as const;

function pairProblems(data: Settings): string[] {
  return PAIRS.filter(
    ([given, needed]) => data[given] !== undefined && data[needed] === undefined,
  ).map(([given, needed]) => `${needed}: required with ${given}`);
}

/** Development keys serve this machine alone: never production, never a database elsewhere. */
function keyProblems(data: Settings): string[] {
  const elsewhere =
    data.DATABASE_URL !== undefined &&
    !["localhost", "127.0.0.1", "[::1]"].includes(new URL(data.DATABASE_URL).hostname);
  if (data.NODE_ENV !== "production" && !elsewhere) return [];
  const why = elsewhere ? "a database on another machine" : "NODE_ENV=production";
  const missing: string[] = REQUIRED_ELSEWHERE.filter((name) => data[name] === undefined);
  if (!data.HUB_JWKS && !data.HUB_SIGNING_KEY) missing.unshift("HUB_SIGNING_KEY or HUB_JWKS");
  return missing.map((name) => `${name}: required with ${why}, where no development key is used`);
}

const REQUIRED_ELSEWHERE = [
  "HUB_REFERENCE_SECRETS",
  "HUB_AUDIT_KEY",
  "HUB_AUDIT_SECRETS",
  "HUB_DATA_SECRETS",
] as const;

const SECRETS = ["HUB_REFERENCE_SECRETS", "HUB_AUDIT_SECRETS", "HUB_DATA_SECRETS"] as const;

/** What production must not be started with. */
function productionSecretProblems(
  data: Settings,
  databases: ReadonlyMap<string, string>,
): string[] {
  if (data.NODE_ENV !== "production") return [];
  const given = <Name extends keyof Settings>(...names: readonly Name[]) =>
    new Map(names.flatMap((name) => (data[name] ? [[name, data[name]] as const] : [])));
  return productionProblems({
    secrets: new Map<string, readonly string[]>([
      ...given(...SECRETS),
      ...(data.HUB_METRICS_TOKEN ? [["HUB_METRICS_TOKEN", [data.HUB_METRICS_TOKEN]] as const] : []),
    ]),
    databases: new Map([
      ...given("DATABASE_URL"),
      ...[...databases].map(
        ([slug, url]) => [departmentVariable(slug, "DATABASE_URL"), url] as const,
      ),
    ]),
    keyFiles: given("HUB_SIGNING_KEY", "HUB_AUDIT_KEY"),
    dataDirectory: data.HUB_DATA,
  });
}

const departmentVariable = (slug: string, suffix: string) =>
  `${slug.replaceAll("-", "_").toUpperCase()}_${suffix}`;

function perDepartment(
  environment: Readonly<Record<string, string | undefined>>,
  slugs: readonly string[],
  suffix: string,
  protocol: RegExp,
  problems: string[],
): Map<string, string> {
  const found = new Map<string, string>();
  for (const slug of slugs) {
    const name = departmentVariable(slug, suffix);
    const value = environment[name];
    if (value === undefined) continue;
    if (URL.canParse(value) && protocol.test(new URL(value).protocol)) found.set(slug, value);
    else problems.push(`${name}: not a URL of the expected kind`);
  }
  return found;
}
