import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../../src/config.js";
import type { DepartmentDefinition } from "../../src/department/define.js";
import { ALL_WALLS, type Walls } from "../../src/department/walls.js";
import { dataSealing, signingKey } from "../../src/identity/keys.js";
import { issueToken, type TokenRequest } from "../../src/identity/token-issuer.js";
import { blueprint, departmentSlugs, type Blueprint } from "../../src/index.js";
import { openLog, type Log } from "../../src/log.js";
import { findNumbers } from "../../src/sealing/known-persons.js";
import { openSealing } from "../../src/sealing/open-sealing.js";
import type { Sealing } from "../../src/sealing/sealing.js";
import { startHub, type Running } from "../../src/start-hub.js";
import { createDatabase, TEST_SERVER } from "./databases.js";
import { copyTemplate, TEST_ENVIRONMENT } from "./templates.js";

export { HOUSEHOLDS } from "./templates.js";

/** Who asks, in a test. */
export interface Asking {
  readonly department: string;
  readonly duty: string;
  /** Duties the token holds; the one asked under unless said otherwise. */
  readonly duties?: readonly string[];
  readonly jurisdiction?: readonly string[];
  readonly case?: string | null;
}

/** A GraphQL answer as it came over HTTP. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads any shape of data
  readonly data: any;
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** A hub on a real database, asked over HTTP. */
export interface TestHub {
  readonly url: string;
  readonly plan: Blueprint;
  readonly running: Running;
  readonly dataDirectory: string;
  readonly environment: Readonly<Record<string, string>>;
  /** What the hub keeps data at rest with. */
  readonly sealing: Sealing;
  /** The ID number of a person that a table knows by its key. */
  idNumberOf(person: string): Promise<string>;
  token(request?: Partial<TokenRequest>): Promise<string>;
  ask(asking: Asking, query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** Statements that the database ran for answers during `work`, without those of the audit log and the register of clients. */
  statementsOf(work: () => Promise<unknown>): Promise<string[]>;
  close(): Promise<void>;
}

/** Describes the same behaviour of a hub on PGlite, and on PostgreSQL where TEST_DATABASE_URL names one. */
export function eachHub(describeOn: (hub: () => TestHub) => void): void {
  const on = (name: string, start: () => Promise<TestHub>) =>
    describe(name, () => {
      let hub: TestHub;
      beforeAll(async () => {
        hub = await start();
      }, 120_000);
      afterAll(() => hub?.close());
      describeOn(() => hub);
    });
  on("on pglite", () => startTestHub());
  if (TEST_SERVER !== undefined) on("on postgres", () => startTestHub({ server: TEST_SERVER }));
}

/** How a test hub differs from the default. */
export interface TestHubOptions {
  /** PostgreSQL server to make a database on; PGlite without one. */
  readonly server?: string | undefined;
  readonly definitions?: readonly DepartmentDefinition[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Walls that are taken down; none unless said. */
  readonly without?: readonly (keyof Walls)[];
  /** A silent one unless given. */
  readonly log?: Log;
  /** None unless given. */
  readonly accessLog?: Log;
}

/** Starts a hub on a free port, on a database that has the county already. */
export async function startTestHub(options: TestHubOptions = {}): Promise<TestHub> {
  const { server } = options;
  const dataDirectory = await mkdtemp(join(tmpdir(), "hub-"));
  const told = Object.keys(options.environment ?? {});
  /** Another county, or another data directory, is not the template's. */
  const isOwn = !told.some((name) => /^HUB_(DATA$|DEMONSTRATION_)/.test(name));
  const kind = server === undefined ? "pglite" : "postgres";
  const template = isOwn ? await copyTemplate(kind, dataDirectory) : null;
  const database = server === undefined ? undefined : await createDatabase(server, template);
  const environment = {
    ...TEST_ENVIRONMENT,
    HUB_DATA: dataDirectory,
    ...(database ? { DATABASE_URL: database.url } : {}),
    ...options.environment,
  };
  const slugs = options.definitions?.map(({ identity }) => identity.slug) ?? departmentSlugs;
  const config = readConfig(environment, slugs);
  const plan = await blueprint(options.definitions);
  const down = Object.fromEntries((options.without ?? []).map((wall) => [wall, false]));
  const walls = { ...ALL_WALLS, ...down };
  const { log = openLog("silent"), accessLog } = options;
  const running = await startHub(plan, { config, log, accessLog, walls });
  const sealing = await openSealing(await dataSealing(config), running.databases.all);
  const token = async (request: Partial<TokenRequest> = {}) => {
    const key = await signingKey(config);
    if (!key) throw new Error("the test hub has no development key");
    return issueToken(key, config.tokens, {
      sub: "test",
      department: "县民政局",
      duties: ["1.2"],
      jurisdiction: ["330726"],
      expires: "5m",
      ...request,
    });
  };
  return {
    url: running.url,
    plan,
    running,
    dataDirectory,
    environment,
    sealing,
    idNumberOf: async (person) =>
      (await findNumbers(running.databases.main, sealing, [person])).get(person) ?? "",
    token,
    ask: async (asking, query, variables) =>
      post(`${running.url}/graphql`, await headersOf(asking, token), { query, variables }),
    async statementsOf(work) {
      const statements: string[] = [];
      const stop = running.databases.main.onStatement((sql) => {
        if (!/\baudit\.|"clients"\./.test(sql)) statements.push(sql);
      });
      await work();
      stop();
      return statements;
    },
    async close() {
      await running.close();
      await database?.drop();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

async function headersOf(asking: Asking, token: TestHub["token"]): Promise<Record<string, string>> {
  const bearer = await token({
    department: asking.department,
    duties: [...(asking.duties ?? [asking.duty])],
    jurisdiction: [...(asking.jurisdiction ?? ["330726"])],
  });
  return {
    authorization: `Bearer ${bearer}`,
    "hub-duty": asking.duty,
    ...(asking.case === null ? {} : { "hub-case": asking.case ?? "TEST-1" }),
  };
}

/** Posts a GraphQL request. */
export async function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: unknown,
): Promise<Answer> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return { errors: [], data: undefined, ...JSON.parse(text), status: response.status, text };
}
