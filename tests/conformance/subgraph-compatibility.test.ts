import { parse, stripIgnoredCharacters } from "graphql";
import { buildSubgraph, type Subgraph } from "../../src/department/subgraph.js";
import { departmentAlone } from "../../src/executors.js";
import { compose } from "../../src/gateway/compose.js";
import { allowAll } from "../../src/policy/allow-all.js";
import { serveSchema, serveSupergraph } from "../../src/serve-supergraph.js";
import { post } from "../support/hubs.js";
import { products } from "./products/index.js";
import { INVENTORY_SDL, serveInventory, serveUsers, USERS_SDL } from "./products/neighbours.js";

/*
 * The checks of Apollo's federation subgraph compatibility suite, on its schema "products" as this
 * project's own department builder builds it: asked directly, and through the gateway beside the
 * suite's other two subgraphs. Federated tracing (ftv1), which only Apollo's own service reads, is
 * not implemented.
 * https://github.com/apollographql/apollo-federation-subgraph-compatibility
 */
const OPEN = {
  policy: allowAll,
  host: "127.0.0.1",
  port: 0,
  production: false,
  onUnexpected: () => undefined,
};

let subgraph: Subgraph;
let sdl: string;
let ask: (query: string, variables?: object) => ReturnType<typeof post>;
let askRouter: typeof ask;
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  subgraph = await buildSubgraph(products);
  const own = await serveSchema(subgraph.federatedSchema, departmentAlone(subgraph), OPEN);
  const [users, inventory] = await Promise.all([serveUsers(), serveInventory()]);
  const urls: Record<string, string> = {
    products: `${own.url}/graphql`,
    users: users.url,
    inventory: inventory.url,
  };
  const others = [
    { identity: { slug: "users", name: "", english: "" }, sdl: USERS_SDL },
    { identity: { slug: "inventory", name: "", english: "" }, sdl: INVENTORY_SDL },
  ];
  const { supergraphSdl } = compose([subgraph, ...others], (slug) => urls[slug] ?? "");
  const router = await serveSupergraph(supergraphSdl, OPEN);
  closing.push(router.close, own.close, users.close, inventory.close);
  ask = (query, variables) => post(`${own.url}/graphql`, {}, { query, variables });
  askRouter = (query, variables) => post(`${router.url}/graphql`, {}, { query, variables });
  const { data } = await ask("{ _service { sdl } }");
  sdl = stripIgnoredCharacters(data._service.sdl);
}, 60_000);
afterAll(() => Promise.all(closing.map((close) => close())));

const EMAIL = "support@apollographql.com";
const ID = { id: "apollo-federation" };

/** Data of an answer without errors. */
const dataOf = async (answer: ReturnType<typeof post>) => {
  const { data, errors } = await answer;
  expect(errors).toEqual([]);
  return data;
};
const entities = (representations: readonly object[], fields: string) =>
  dataOf(
    ask(`query($r: [_Any!]!) { _entities(representations: $r) { ${fields} } }`, {
      r: representations,
    }),
  );

describe("the subgraph itself", () => {
  test("_service: the SDL that was composed, all of it", async () => {
    const { data } = await ask("{ _service { sdl } }");
    expect(data._service.sdl).toBe(subgraph.sdl);
    expect(() => parse(data._service.sdl)).not.toThrow();
    expect(await dataOf(ask('{ __type(name: "_Service") { kind fields { name } } }'))).toEqual({
      __type: { kind: "OBJECT", fields: [{ name: "sdl" }] },
    });
  });

  test("the types of the federation specification", async () => {
    const { any, entity } = await dataOf(
      ask(`{ any: __type(name: "_Any") { kind }
             entity: __type(name: "_Entity") { kind possibleTypes { name } } }`),
    );
    expect(any).toEqual({ kind: "SCALAR" });
    expect(entity.kind).toBe("UNION");
    expect(entity.possibleTypes.map(({ name }: { name: string }) => name).sort()).toEqual([
      "DeprecatedProduct",
      "Inventory",
      "Product",
      "ProductResearch",
      "User",
    ]);
  });

  test("@link: federation 2 once, importing what is used and nothing else", () => {
    const links = [...sdl.matchAll(/@link\(url:"([^"]+)" import:\[([^\]]+)\]\)/g)];
    expect(links.map(([, url]) => url)).toEqual([
      expect.stringMatching(/^https:\/\/specs\.apollo\.dev\/federation\/v2\.\d+$/),
      "https://myspecs.dev/myCustomDirective/v1.0",
    ]);
    const imported = [...(links[0]?.[2] ?? "").matchAll(/"([^"]+)"/g)].map(([, name]) => name);
    const used = new Set([...sdl.matchAll(/@[a-zA-Z]+/g)].map(([name]) => name));
    for (const name of ["@link", "@custom", "@deprecated"]) used.delete(name);
    expect(imported.sort()).toEqual([...used].sort());
  });

  test("@key, single", async () => {
    const keys = [{ __typename: "User", email: EMAIL }];
    expect(await entities(keys, "... on User { email name }")).toEqual({
      _entities: [{ email: EMAIL, name: "Jane Smith" }],
    });
  });

  test("@key, of several fields", async () => {
    const key = { sku: "apollo-federation-v1", package: "@apollo/federation-v1" };
    const keys = [{ __typename: "DeprecatedProduct", ...key }];
    expect(await entities(keys, "... on DeprecatedProduct { sku package reason }")).toEqual({
      _entities: [{ ...key, reason: "Migrate to Federation V2" }],
    });
  });

  test("@key, of fields within fields", async () => {
    const keys = [{ __typename: "ProductResearch", study: { caseNumber: "1234" } }];
    const fields = "... on ProductResearch { study { caseNumber description } }";
    expect(await entities(keys, fields)).toEqual({
      _entities: [{ study: { caseNumber: "1234", description: "Federation Study" } }],
    });
  });

  test("@key, several of them", async () => {
    const keys = [
      { __typename: "Product", id: "apollo-federation" },
      { __typename: "Product", sku: "federation", package: "@apollo/federation" },
      { __typename: "Product", sku: "studio", variation: { id: "platform" } },
    ];
    expect(await entities(keys, "... on Product { id sku }")).toEqual({
      _entities: [
        { id: "apollo-federation", sku: "federation" },
        { id: "apollo-federation", sku: "federation" },
        { id: "apollo-studio", sku: "studio" },
      ],
    });
    for (const fields of ["id", "sku package", "sku variation { id }"]) {
      expect(sdl).toMatch(new RegExp(`type Product[^{]*@key\\(fields:"${fields}"\\)`));
    }
  });

  test("keys of nobody -> null", async () => {
    const keys = [{ __typename: "Product", id: "none" }];
    expect(await entities(keys, "__typename")).toEqual({ _entities: [null] });
  });

  test("@provides: a field of another subgraph, answered here", async () => {
    expect(sdl).toContain('createdBy:User@provides(fields:"totalProductsCreated")');
    const query =
      "query($id: ID!) { product(id: $id) { createdBy { email totalProductsCreated } } }";
    expect(await dataOf(ask(query, ID))).toEqual({
      product: { createdBy: { email: EMAIL, totalProductsCreated: 1337 } },
    });
  });

  test("@shareable: a type that others answer too", async () => {
    expect(sdl).toContain("type ProductDimension@shareable");
    const query = "query($id: ID!) { product(id: $id) { dimensions { size weight } } }";
    expect(await dataOf(ask(query, ID))).toEqual({
      product: { dimensions: { size: "small", weight: 1 } },
    });
  });

  test("@tag", () => {
    expect(sdl).toContain('notes:String@tag(name:"internal")');
  });

  test("@inaccessible: answered here, in no supergraph's API", async () => {
    expect(sdl).toContain("unit:String@inaccessible");
    const query = "query($id: ID!) { product(id: $id) { dimensions { unit } } }";
    expect(await dataOf(ask(query, ID))).toEqual({ product: { dimensions: { unit: "kg" } } });
    expect((await askRouter(query, ID)).status).toBe(400);
  });

  test("@override", async () => {
    expect(sdl).toContain('name:String@override(from:"users")');
    const query = "query($id: ID!) { product(id: $id) { createdBy { name } } }";
    expect(await dataOf(ask(query, ID))).toEqual({
      product: { createdBy: { name: "Jane Smith" } },
    });
  });

  test("@extends and @external", () => {
    expect(sdl).toMatch(/type User[^{]*@extends/);
    for (const field of ["email:ID!", "totalProductsCreated:Int", "yearsOfEmployment:Int!"]) {
      expect(sdl).toContain(`${field}@external`);
    }
  });

  test("@composeDirective: a directive of its own, linked, defined and used", () => {
    expect(sdl).toContain('@composeDirective(name:"@custom")');
    expect(sdl).toContain("directive@custom on OBJECT");
    expect(sdl).toMatch(/type Product[^{]*@custom/);
  });

  test("@interfaceObject", () => {
    expect(sdl).toMatch(/type Inventory[^{]*@interfaceObject/);
    expect(sdl).toMatch(/type Inventory[^{]*@key\(fields:"id"\)/);
  });

  test("a field that is deprecated says why", () => {
    expect(sdl).toContain('@deprecated(reason:"Use product query instead")');
  });
});

describe("through the gateway, with the suite's other subgraphs", () => {
  test("@requires: what another subgraph knows is brought along", async () => {
    const fields =
      'averageProductsCreatedPerYear:Int@requires(fields:"totalProductsCreated yearsOfEmployment")';
    expect(sdl).toContain(fields);
    const query = `query($id: ID!) {
      product(id: $id) { createdBy { averageProductsCreatedPerYear email } } }`;
    expect(await dataOf(askRouter(query, ID))).toEqual({
      product: { createdBy: { averageProductsCreatedPerYear: expect.any(Number), email: EMAIL } },
    });
  });

  test("@requires the other way: what products know is brought to the inventory", async () => {
    const query = "query($id: ID!) { product(id: $id) { delivery { estimatedDelivery } } }";
    expect(await dataOf(askRouter(query, ID))).toEqual({
      product: { delivery: { estimatedDelivery: "small 1" } },
    });
  });

  test("@provides and @override: the products' own answers", async () => {
    const query = `query($id: ID!) {
      product(id: $id) { createdBy { name totalProductsCreated yearsOfEmployment } } }`;
    expect(await dataOf(askRouter(query, ID))).toEqual({
      product: {
        createdBy: { name: "Jane Smith", totalProductsCreated: 1337, yearsOfEmployment: 10 },
      },
    });
  });

  test("@interfaceObject: a field for every type behind another subgraph's interface", async () => {
    const query = "query($id: ID!) { inventory(id: $id) { id deprecatedProducts { sku reason } } }";
    expect(await dataOf(askRouter(query, { id: "apollo-oss" }))).toEqual({
      inventory: {
        id: "apollo-oss",
        deprecatedProducts: [{ sku: "apollo-federation-v1", reason: "Migrate to Federation V2" }],
      },
    });
  });

  test("its introspection is a schema of GraphQL's own making", async () => {
    const { data } = await askRouter('{ __type(name: "ProductDimension") { fields { name } } }');
    expect(data.__type.fields.map(({ name }: { name: string }) => name)).toEqual([
      "size",
      "weight",
    ]);
  });
});

test("an entity with a field that concerns a person is not built with open keys", async () => {
  const veterans = (await import("../departments/veterans/index.js")).default;
  const open = { ...veterans, entities: {}, openEntities: { Veteran: { find: () => null } } };
  await expect(buildSubgraph(open)).rejects.toThrow(/Veteran holds personal data/);
});
