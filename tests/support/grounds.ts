import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "../../src/database/database.js";
import { createDatabase, TEST_SERVER } from "./databases.js";
import { copyTemplate } from "./templates.js";
import { startTestHub, type TestHub, type TestHubOptions } from "./hubs.js";

/** One database with the demonstration county, on which the hubs of a file run one after another. */
export interface Ground {
  readonly kind: Database["kind"];
  /** What a process must be told to stand on this ground. */
  readonly environment: Readonly<Record<string, string>>;
  /** Starts a hub; the one before must be closed, for an embedded database has one holder. */
  start(options?: TestHubOptions): Promise<TestHub>;
  close(): Promise<void>;
}

type DescribeOn = (ground: () => Ground, kind: Ground["kind"]) => void;

/** Describes the same behaviour on a ground of each kind: PGlite, and PostgreSQL where TEST_DATABASE_URL names one. */
export function eachGround(describeOn: DescribeOn): void {
  describeGround("pglite", undefined, describeOn);
  if (TEST_SERVER !== undefined) describeGround("postgres", TEST_SERVER, describeOn);
}

/** Describes on one ground what is decided before any database is asked: PostgreSQL where there is one, which starts sooner. */
export function anyGround(describeOn: DescribeOn): void {
  describeGround(TEST_SERVER === undefined ? "pglite" : "postgres", TEST_SERVER, describeOn);
}

function describeGround(
  kind: Ground["kind"],
  server: string | undefined,
  describeOn: DescribeOn,
): void {
  describe(`on ${kind}`, () => {
    let ground: Ground;
    beforeAll(async () => {
      ground = await openGround(kind, server);
    });
    afterAll(() => ground?.close());
    describeOn(() => ground, kind);
  });
}

/** Runs a hub on the ground for the tests of this block. */
export function hubOn(ground: () => Ground, options?: TestHubOptions): () => TestHub {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await ground().start(options);
  }, 120_000);
  afterAll(() => hub?.close());
  return () => hub;
}

async function openGround(kind: Ground["kind"], server: string | undefined): Promise<Ground> {
  const directory = await mkdtemp(join(tmpdir(), "hub-ground-"));
  const template = await copyTemplate(kind, directory);
  const database = server === undefined ? undefined : await createDatabase(server, template);
  const environment = {
    HUB_DATA: directory,
    ...(database ? { DATABASE_URL: database.url } : {}),
  };
  return {
    kind,
    environment,
    start: (options = {}) =>
      startTestHub({ ...options, environment: { ...environment, ...options.environment } }),
    async close() {
      await database?.drop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
