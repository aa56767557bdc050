import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "graphql";
import { SupergraphError, subgraphAddresses } from "../../src/gateway/subgraph-addresses.js";
import { compose } from "../../src/gateway/compose.js";
import { allowAll } from "../../src/policy/allow-all.js";
import { serveSupergraph } from "../../src/serve-supergraph.js";
import type { RunningServer } from "../../src/gateway/http-listener.js";
import { serveAnswers, serveSubgraph, type TestServer } from "../support/graphql-server.js";
import { post } from "../support/hubs.js";

/* The gateway alone, before subgraphs that are none of this project's. */

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3",
  import: ["@key", "@external", "@requires", "@inaccessible"])`;

const CATALOGUE = `${LINK}
  interface Media { id: ID! title: String }
  type Book implements Media @key(fields: "id") { id: ID! title: String pages: Int shelf: String @inaccessible }
  type Film implements Media @key(fields: "id") { id: ID! title: String minutes: Int }
  union Found = Book | Film
  input Wanted { title: String like: [Wanted!] }
  type Query { media: [Media!]! search(wanted: Wanted!): [Found!]! broken: String }
  type Mutation { rename(id: ID!, title: String!): Book }`;

const SHIPPING = `${LINK}
  type Book @key(fields: "id") { id: ID! pages: Int @external postage: Float @requires(fields: "pages") }
  type Film @key(fields: "id") { id: ID! postage: Float }`;

const HOSTILE = `${LINK}
  type Book @key(fields: "id") { id: ID! review: Review }
  type Review { text: String }
  type Query { hostile: Review }`;

const PASSWORD = "postgres://shop:s3cret@10.0.0.5/shop";

const BOOK = { __typename: "Book", id: "1", title: "Water Margin", pages: 900, shelf: "A" };
const FILM = { __typename: "Film", id: "2", title: "Hero", minutes: 99 };

const servers: TestServer[] = [];
let answerOfHostile = "{}";
let supergraphSdl: string;
let gateway: RunningServer;
const logged: unknown[] = [];

beforeAll(async () => {
  const catalogue = await serveSubgraph(CATALOGUE, {
    Query: {
      media: () => [BOOK, FILM],
      search: (_source: unknown, { wanted }: { wanted: { title?: string } }) =>
        [BOOK, FILM].filter(({ title }) => title === wanted.title),
      broken: () => {
        throw new Error(PASSWORD);
      },
    },
    Mutation: { rename: (_source: unknown, args: object) => ({ ...BOOK, ...args }) },
    Book: { __resolveReference: ({ id }: { id: string }) => (id === BOOK.id ? BOOK : null) },
    Film: { __resolveReference: ({ id }: { id: string }) => (id === FILM.id ? FILM : null) },
  });
  const shipping = await serveSubgraph(SHIPPING, {
    Book: {
      __resolveReference: (keys: object) => keys,
      postage: ({ pages }: { pages?: number }) => (pages ?? 0) / 100,
    },
    Film: { __resolveReference: (keys: object) => keys, postage: () => 1.5 },
  });
  const hostile = await serveAnswers(() => answerOfHostile);
  servers.push(catalogue, shipping, hostile);
  const urls = { catalogue: catalogue.url, shipping: shipping.url, hostile: hostile.url };
  supergraphSdl = supergraphAt(urls);
  gateway = await serve(supergraphSdl);
}, 60_000);
afterAll(async () => {
  await gateway?.close();
  await Promise.all(servers.map((server) => server.close()));
});

function supergraphAt(urls: Readonly<Record<string, string>>): string {
  const sdls = { catalogue: CATALOGUE, shipping: SHIPPING, hostile: HOSTILE };
  const subgraphs = Object.entries(sdls).map(([slug, sdl]) => ({
    identity: { slug, name: slug, english: slug },
    sdl,
  }));
  return compose(subgraphs, (slug) => urls[slug] ?? "").supergraphSdl;
}

const serve = (sdl: string, production = false) =>
  serveSupergraph(sdl, {
    policy: allowAll,
    host: "127.0.0.1",
    port: 0,
    production,
    onUnexpected: (error) => logged.push(error),
  });
const ask = (query: string, variables?: object, { url } = gateway) =>
  post(`${url}/graphql`, {}, { query, variables });

describe("any supergraph, without tokens", () => {
  test("an interface with a field that another subgraph works out from a third's", async () => {
    const { data, errors } = await ask(
      "{ media { __typename title ... on Book { postage } ... on Film { minutes postage } } }",
    );
    expect(errors).toEqual([]);
    expect(data.media).toEqual([
      { __typename: "Book", title: "Water Margin", postage: 9 },
      { __typename: "Film", title: "Hero", minutes: 99, postage: 1.5 },
    ]);
  });

  test("a union, found by nested input in a variable", async () => {
    const query = `query($w: Wanted!) { search(wanted: $w) {
      ... on Book { pages postage } ... on Film { minutes } } }`;
    const { data } = await ask(query, { w: { title: "Hero", like: [{ title: "x" }] } });
    expect(data).toEqual({ search: [{ minutes: 99 }] });
  });

  test("a mutation", async () => {
    const { data } = await ask('mutation { rename(id: "1", title: "T") { title postage } }');
    expect(data).toEqual({ rename: { title: "T", postage: 9 } });
  });

  test("introspection -> the API schema, without what is inaccessible", async () => {
    const { data } = await ask('{ __type(name: "Book") { fields { name } } }');
    const names = data.__type.fields.map(({ name }: { name: string }) => name);
    expect(names.sort()).toEqual(["id", "pages", "postage", "review", "title"]);
  });

  test("limits and validation are the hub's", async () => {
    const deep = `{ ${Array.from({ length: 41 }, (_, n) => `a${n}: broken`).join(" ")} }`;
    expect((await ask(deep)).errors[0]?.extensions).toMatchObject({ limit: "rootFields" });
    expect((await ask("{ nothing }")).status).toBe(400);
  });

  test("a subgraph's error with a database's URL in it -> INTERNAL, and the log says why", async () => {
    const { data, errors, text } = await ask("{ broken media { title } }");
    expect([data.broken, data.media.length]).toEqual([null, 2]);
    expect(errors.map(({ path, extensions }) => [path, extensions])).toEqual([
      [["broken"], { code: "INTERNAL" }],
    ]);
    expect(text).not.toContain("s3cret");
    expect(logged.map(String).join()).toContain(PASSWORD);
  });
});

describe("a subgraph that answers what it should not", () => {
  const reviewed = () => ask("{ hostile { text } media { title } }");
  afterEach(() => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  test.each([
    ["no JSON", "<html>"],
    ["null", "null"],
    ["a list", "[]"],
    ["neither data nor errors", "{}"],
    ["errors alone", `{"errors":[{"message":"${PASSWORD}"}]}`],
  ])("%s -> SOURCE_UNAVAILABLE there, the rest stands", async (_name, answer) => {
    answerOfHostile = answer;
    const { data, errors, text } = await reviewed();
    expect(data).toEqual({ hostile: null, media: [{ title: "Water Margin" }, { title: "Hero" }] });
    expect(errors.map(({ extensions }) => extensions["code"])).toEqual(["SOURCE_UNAVAILABLE"]);
    expect(text).not.toContain("s3cret");
  });

  test.each([
    ["in data", '{"data":{"__proto__":{"polluted":1},"hostile":{"text":"t"}}}'],
    ["in a record", '{"data":{"hostile":{"__proto__":{"polluted":1},"text":"t"}}}'],
    [
      "as a constructor",
      '{"data":{"hostile":{"constructor":{"prototype":{"polluted":1}},"text":"t"}}}',
    ],
    ["beside data", '{"__proto__":{"polluted":1},"data":{"hostile":{"text":"t"}}}'],
    [
      "in an error",
      '{"data":{"hostile":{"text":"t"}},"errors":[{"message":"m","path":["hostile","__proto__","polluted"],"extensions":{"__proto__":{"polluted":1}}}]}',
    ],
  ])("__proto__ %s -> nobody's prototype, and no field", async (_name, answer) => {
    answerOfHostile = answer;
    const { data } = await reviewed();
    expect(data.hostile).toEqual({ text: "t" });
  });

  test.each(["__proto__", "constructor", "toString"])(
    "asked under the alias %s -> answered under it",
    async (name) => {
      const { text } = await ask(`{ ${name}: media { ${name}: title ... on Book { postage } } }`);
      const data = JSON.parse(text).data as object;
      expect(Object.entries(data).map(([key]) => key)).toEqual([name]);
      const [[, media] = []] = Object.entries(data) as [string, object[]][];
      expect(media?.map((item) => Object.entries(item)[0])).toEqual([
        [name, "Water Margin"],
        [name, "Hero"],
      ]);
    },
  );

  test("more fields than were asked for -> not passed on", async () => {
    answerOfHostile = '{"data":{"hostile":{"text":"t","secret":"s3cret"},"other":1}}';
    expect((await reviewed()).text).not.toContain("s3cret");
  });
});

describe("where a supergraph's subgraphs are asked", () => {
  test.each([
    ["file:///etc/passwd", /neither http nor https/],
    ["gopher://127.0.0.1:6379/_FLUSHALL", /neither http nor https/],
    ["http://user:password@10.0.0.5/", /a user or a password/],
    ["http://169.254.169.254/latest/meta-data", /link-local/],
    ["http://[fe80::1]/", /link-local/],
    ["http://2852039166/", /link-local/],
    ["http://[::ffff:169.254.169.254]/", /link-local/],
    ["", /not a URL/],
  ])("%s -> refused before anything is served", async (url, reason) => {
    const sdl = supergraphAt({ catalogue: url, shipping: "http://a/", hostile: "http://b/" });
    const refused = await serve(sdl).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(SupergraphError);
    expect((refused as SupergraphError).problems).toEqual([expect.stringMatching(reason)]);
  });

  test("a schema that is no supergraph -> refused", () => {
    const sdl = parse("type Query { a: String }");
    expect(() => subgraphAddresses(sdl)).toThrow(/names no subgraph/);
  });

  test("a subgraph that sends the gateway elsewhere -> not followed", async () => {
    const inside = await serveAnswers(() => '{"data":{"hostile":{"text":"inside"}}}');
    const redirect = { location: inside.url };
    const outside = await serveAnswers(() => "", redirect, 307);
    const urls = Object.fromEntries([...subgraphAddresses(parse(supergraphSdl))]);
    const server = await serve(supergraphAt({ ...urls, hostile: outside.url }));
    const { data, errors } = await ask("{ hostile { text } }", {}, server);
    expect([data.hostile, errors[0]?.extensions["code"]]).toEqual([null, "SOURCE_UNAVAILABLE"]);
    expect([outside.asked.length, inside.asked.length]).toEqual([1, 0]);
    await Promise.all([server.close(), inside.close(), outside.close()]);
  });
});

describe("hub serve --supergraph", () => {
  let directory: string;
  let file: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "hub-supergraph-"));
    file = join(directory, "supergraph.graphql");
    await writeFile(file, supergraphSdl);
  });
  afterAll(() => rm(directory, { recursive: true }));

  const MAIN = fileURLToPath(new URL("../../src/cli/hub.js", import.meta.url));
  const start = (environment: Record<string, string>, ...options: string[]) =>
    spawn(process.execPath, [MAIN, "serve", "--supergraph", file, "--port", "0", ...options], {
      env: { ...process.env, ...environment },
    });

  test("under allow-all -> answers; SIGTERM -> ends the request under way first", async () => {
    const child = start({ NODE_ENV: "development" }, "--policy", "allow-all");
    const url = await new Promise<string>((resolve) => {
      child.stdout.on("data", (text: Buffer) =>
        resolve(/http:\S+\/graphql/.exec(String(text))![0]),
      );
    });
    const { data } = await post(url, {}, { query: "{ media { title } }" });
    expect(data.media.length).toBe(2);
    const ended = new Promise((resolve) => child.once("exit", resolve));
    const finish = await startPost(url);
    child.kill("SIGTERM");
    await untilRefused(url);
    expect(await finish('{"query":"{ media { title } }"}')).toBe(200);
    expect(await ended).toBe(0);
  });

  test.each([
    [
      "in production",
      "production",
      ["--policy", "allow-all"],
      /not served with NODE_ENV=production/,
    ],
    ["without a policy", "development", [], /needs --policy allow-all/],
  ])("%s -> refused in one line", async (_name, environment, options, line) => {
    const child = start({ NODE_ENV: environment }, ...options);
    let complaint = "";
    child.stderr.on("data", (text: Buffer) => (complaint += String(text)));
    expect(await new Promise((resolve) => child.once("exit", resolve))).toBe(1);
    expect(complaint).toMatch(line);
    expect(complaint.trim().split("\n").length).toBe(1);
  });

  test("the entry point itself in production -> refused", async () => {
    await expect(serve(supergraphSdl, true)).rejects.toThrow(/NODE_ENV=production/);
  });
});

/** Starts a request, and answers when the server has its headers: with what sends the body and answers the status. */
async function startPost(url: string): Promise<(body: string) => Promise<unknown>> {
  const headers = { "content-type": "application/json", expect: "100-continue" };
  const sent = request(url, { method: "POST", headers });
  const status = new Promise((resolve, reject) => {
    sent.once("response", (response) => resolve(response.resume().statusCode));
    sent.once("error", reject);
  });
  sent.flushHeaders();
  await once(sent, "continue");
  return (body) => {
    sent.end(body);
    return status;
  };
}

/** Waits until a server takes no new connections. */
async function untilRefused(url: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const isTaken = () =>
    new Promise<boolean>((resolve) => {
      const socket = connect(Number(port), hostname);
      socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
      socket.once("connect", () => socket.destroy());
    });
  while (await isTaken());
}
