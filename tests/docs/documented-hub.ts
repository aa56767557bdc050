import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../../src/config.js";
import { DatabaseError } from "../../src/database/database-error.js";
import { signingKey } from "../../src/identity/keys.js";
import { issueToken } from "../../src/identity/token-issuer.js";
import { blueprint, departmentSlugs, type Blueprint } from "../../src/index.js";
import { openLog } from "../../src/log.js";
import { startHub, type Running } from "../../src/start-hub.js";
import { post, type Answer } from "../support/hubs.js";
import { createDatabase, TEST_SERVER } from "../support/databases.js";
import { copyTemplate, TEST_ENVIRONMENT } from "../support/templates.js";
import { runHubCommand } from "./command-line.js";

/** The same for every hub; to make it takes half a second. */
let plan: Blueprint | undefined;

/**
 * The hub that a document speaks of, with the commands beside it: on PostgreSQL where
 * TEST_DATABASE_URL names one, which is quicker. Elsewhere it stops the hub, as its operator does,
 * for a command that needs the embedded database for itself.
 */
export class DocumentedHub {
  private running: Running | null = null;
  private commands: Server | null = null;
  /** Ends with the last command: one at a time has the process's output and directory. */
  private turn: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly dataDirectory: string,
    private readonly environment: Record<string, string>,
    private readonly dropDatabase: () => Promise<void>,
  ) {}

  /** Prepares a hub on a database that has the county already; it is started when it is asked. */
  static async prepared(): Promise<DocumentedHub> {
    const directory = await mkdtemp(join(tmpdir(), "hub-docs-"));
    const template = await copyTemplate(TEST_SERVER ? "postgres" : "pglite", directory);
    const database = TEST_SERVER ? await createDatabase(TEST_SERVER, template) : null;
    const environment = {
      ...TEST_ENVIRONMENT,
      PORT: await freePort(),
      HUB_DATA: directory,
      ...(database ? { DATABASE_URL: database.url } : {}),
    };
    Object.assign(process.env, environment);
    const drop = async () => database?.drop();
    const hub = new DocumentedHub(directory, environment, drop);
    await hub.listenForCommands();
    return hub;
  }

  /** Where the hub answers: 127.0.0.1:40123. */
  get address(): string {
    return `127.0.0.1:${this.environment["PORT"]}`;
  }

  /** Where the commands of shells are sent, their words separated by NUL. */
  get commandsUrl(): string {
    return `http://127.0.0.1:${(this.commands?.address() as AddressInfo).port}`;
  }

  /** Starts the hub where it does not run. */
  async start(): Promise<void> {
    const config = readConfig(this.environment, departmentSlugs);
    plan ??= await blueprint();
    this.running ??= await startHub(plan, { config, log: openLog("silent") });
  }

  /** Asks the running hub, as `department=… duty=… case=… variables=…` say. */
  async ask(about: Readonly<Record<string, string>>, query: string): Promise<Answer> {
    const { department = "", duty = "", case: reference, variables = "{}" } = about;
    const config = readConfig(this.environment, departmentSlugs);
    const key = await signingKey(config);
    if (!key) throw new Error("the hub has no development key");
    const who = { sub: "docs", department, duties: [duty], jurisdiction: ["330726"] };
    const token = await issueToken(key, config.tokens, { ...who, expires: "5m" });
    const headers = {
      authorization: `Bearer ${token}`,
      "hub-duty": duty,
      ...(reference === undefined ? {} : { "hub-case": reference }),
    };
    const body = { query, variables: JSON.parse(variables) };
    return post(`http://${this.address}/graphql`, headers, body);
  }

  async close(): Promise<void> {
    await this.stop();
    this.commands?.close();
    await this.dropDatabase();
    await rm(this.dataDirectory, { recursive: true, force: true });
  }

  private async stop(): Promise<void> {
    await this.running?.close();
    this.running = null;
  }

  /** An export proves what a checkpoint covers; to wait for one takes too long, and a hub that stops signs one. */
  private async run(words: readonly string[]): Promise<string> {
    if (words[0] === "audit" && words[1] === "export") await this.stop();
    try {
      return await runHubCommand(words);
    } catch (error) {
      if (!(error instanceof DatabaseError) || error.code !== "DATABASE_HELD") throw error;
      await this.stop();
      return runHubCommand(words);
    }
  }

  private async runIn(directory: string, words: readonly string[]): Promise<string> {
    const before = process.cwd();
    process.chdir(directory);
    try {
      return await this.run(words);
    } finally {
      process.chdir(before);
    }
  }

  private async listenForCommands(): Promise<void> {
    this.commands = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const [directory = "", ...words] = Buffer.concat(chunks).toString().split("\0").slice(0, -1);
      this.turn = this.turn
        .then(() => this.runIn(directory, words))
        .then(
          (printed) => response.end(printed),
          (error: Error) => response.writeHead(500).end(`hub: ${error.message}\n`),
        );
    });
    await new Promise<void>((resolve) => this.commands?.listen(0, "127.0.0.1", resolve));
  }
}

async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}
