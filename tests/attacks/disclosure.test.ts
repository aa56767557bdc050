import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  isInputObjectType,
  isObjectType,
  Kind,
  parse,
  print,
  visit,
  type FragmentSpreadNode,
  type GraphQLSchema,
  type InlineFragmentNode,
} from "graphql";
import { todayInShanghai } from "../../src/codes/calendar.js";
import { readableCoordinates } from "../../src/policy/decide.js";
import { TEST_SERVER } from "../support/databases.js";
import { startTestHub, type Asking, type TestHub } from "../support/hubs.js";

const DISABLED_FEDERATION = { department: "县残联", duty: "2.3" };
const WOMENS_FEDERATION = { department: "县妇联", duty: "4.1" };
const PRICES = { department: "县发改局", duty: "2.2" };
/** As many root fields as an operation may have. */
const ROOT_FIELDS = 40;
const ID_NUMBER = "11010519491231002X";

/** No answer here depends on data: the smallest county will do. */
let hub: TestHub;
let api: GraphQLSchema;
beforeAll(async () => {
  hub = await startTestHub({
    server: TEST_SERVER,
    environment: { HUB_DEMONSTRATION_HOUSEHOLDS: "1" },
  });
  api = buildSchema(hub.plan.composition.apiSdl);
}, 120_000);
afterAll(() => hub?.close());

const readable = (asking: Asking) =>
  readableCoordinates(hub.plan.policy, { ...asking, date: todayInShanghai(new Date()) });
const messages = async (asking: Asking, query: string, variables?: Record<string, unknown>) =>
  (await hub.ask(asking, query, variables)).errors.map(({ message }) => message);

/** Coordinates of object fields and input fields. */
function coordinatesOf(schema: GraphQLSchema, kind: "objects" | "inputs"): string[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith("__"))
    .flatMap((type) =>
      (kind === "objects" && isObjectType(type)) || (kind === "inputs" && isInputObjectType(type))
        ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
        : [],
    )
    .sort();
}

/** The same operation with every fragment written out where it is spread. */
function withoutFragments(query: string): string {
  const document = parse(query);
  const [operation] = document.definitions;
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
  const spread = (node: FragmentSpreadNode): InlineFragmentNode => {
    const { typeCondition, selectionSet } = fragments.get(node.name.value)!;
    return { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet };
  };
  return print(visit(operation!, { FragmentSpread: { enter: spread } }));
}

describe.each([DISABLED_FEDERATION, WOMENS_FEDERATION, PRICES])(
  "what $department sees under duty $duty",
  (asking) => {
    let seen: GraphQLSchema;
    beforeAll(async () => {
      const { data } = await hub.ask(asking, withoutFragments(getIntrospectionQuery()));
      seen = buildClientSchema(data);
    });

    test("introspection shows no field that it may not read, and every one that it can reach", () => {
      const shown = coordinatesOf(seen, "objects");
      const hidden = coordinatesOf(api, "objects").filter((name) => !readable(asking).has(name));
      expect(shown.filter((name) => hidden.includes(name))).toEqual([]);
      expect(hidden).toContain("Vehicle.plateNumber");
      const reachable = Object.keys(seen.getTypeMap());
      const expected = coordinatesOf(api, "objects").filter(
        (name) => readable(asking).has(name) && reachable.includes(name.split(".")[0] ?? ""),
      );
      expect(shown).toEqual(expected);
    });

    test("introspection shows no filter by what it may not read", () => {
      const { policy } = hub.plan;
      const reachable = Object.keys(seen.getTypeMap());
      const expected = coordinatesOf(api, "inputs").filter(
        (name) =>
          reachable.includes(name.split(".")[0] ?? "") &&
          policy.inputs.get(name)?.reads.every((read) => readable(asking).has(read)),
      );
      expect(coordinatesOf(seen, "inputs")).toEqual(expected);
    });

    test("a type that it reaches nowhere is not there, whatever it is", async () => {
      const hidden = Object.keys(api.getTypeMap()).filter((name) => !seen.getType(name));
      expect(hidden).toEqual(expect.arrayContaining(["Vehicle", "VehicleKind", "Diagnosis"]));
      for (let place = 0; place < hidden.length; place += ROOT_FIELDS) {
        const names = hidden.slice(place, place + ROOT_FIELDS);
        const query = names.map((name, each) => `t${each}: __type(name: "${name}") { name }`);
        const { data } = await hub.ask(asking, `{ ${query.join(" ")} }`);
        expect(Object.values(data)).toEqual(names.map(() => null));
      }
    });

    test("no suggestion names a field that it may not read", async () => {
      for (const type of Object.values(api.getTypeMap())) {
        if (!isObjectType(type) || !seen.getType(type.name) || type.name.startsWith("__")) continue;
        const fields = Object.keys(type.getFields());
        const hidden = fields.filter((field) => !readable(asking).has(`${type.name}.${field}`));
        const misspelt = fields.map((field) => `${field}z`).join(" ");
        const query = `{ __typename ...F } fragment F on ${type.name} { ${misspelt} }`;
        const { status, errors } = await hub.ask(asking, query);
        expect(status).toBe(400);
        const named = hidden.filter((field) =>
          errors.some(({ message }) => message.includes(`"${field}"`)),
        );
        expect([type.name, named]).toEqual([type.name, []]);
      }
    });

    test("its own account of what it may read names nothing else", async () => {
      const { data } = await hub.ask(asking, "{ viewer { readableFields } }");
      expect(data.viewer.readableFields.length).toBeGreaterThan(0);
      expect(
        data.viewer.readableFields.filter((name: string) => !readable(asking).has(name)),
      ).toEqual([]);
    });
  },
);

test("the introspection query that tools send is answered with the same types", async () => {
  const asking = WOMENS_FEDERATION;
  const whole = await hub.ask(asking, getIntrospectionQuery());
  const spread = await hub.ask(asking, withoutFragments(getIntrospectionQuery()));
  expect(whole.data).toEqual(spread.data);
});

describe("a malformed request learns of a hidden name what it learns of one that does not exist", () => {
  test.each([
    ["a field asked as if it had fields", "{ person(idNumber: $n) { HIDDEN { x } } }", "idNumber"],
    ["a field asked as if it had none", "{ person(idNumber: $n) { HIDDEN } }", "vehicles"],
    ["a field given an argument", "{ person(idNumber: $n) { HIDDEN(x: 1) } }", "idNumber"],
    ["an unknown field below", "{ person(idNumber: $n) { HIDDEN { plate } } }", "vehicles"],
    ["a condition", "{ person(idNumber: $n) { ... on HIDDEN { plateNumber } } }", "Vehicle"],
    ["a misspelt condition", "{ person(idNumber: $n) { ... on HIDDENs { x } } }", "Vehicle"],
    [
      "a filter",
      "{ person(idNumber: $n) { name } searchHouseholds(filter: { HIDDEN: X }) { totalCount } }",
      "incomeBand",
    ],
    [
      "a misspelt filter",
      "{ person(idNumber: $n) { name } searchHouseholds(filter: { HIDDENs: X }) { totalCount } }",
      "incomeBand",
    ],
  ])("%s", async (_name, body, hidden) => {
    const ask = (name: string) =>
      messages(WOMENS_FEDERATION, `query($n: IdNumber!) ${body.replaceAll("HIDDEN", name)}`, {
        n: ID_NUMBER,
      });
    const absent = await ask("unheardOf");
    expect(absent).not.toEqual([]);
    expect(await ask(hidden)).toEqual(
      absent.map((message) => message.replaceAll("unheardOf", hidden)),
    );
  });

  test.each([
    ["a hidden input field misspelt", { incomeBan: "WITHIN_STANDARD" }],
    ["an unknown input field", { unheardOf: 1 }],
    ["a malformed visible one beside it", { township: "33", incomeBan: "WITHIN_STANDARD" }],
  ])("a variable with %s names no hidden field, and is the request's fault", async (_name, f) => {
    const query = "query($f: HouseholdFilter) { searchHouseholds(filter: $f) { totalCount } }";
    const { status, text, errors } = await hub.ask(WOMENS_FEDERATION, query, { f });
    expect(text).not.toMatch(/"incomeBand\\"|IncomeBand|WITHIN_STANDARD/);
    expect(errors.map(({ extensions }) => extensions["code"])).toEqual(
      Object.keys(f).map(() => "BAD_USER_INPUT"),
    );
    expect(status).toBe(400);
  });

  test.each([
    ["_service", "{ _service { sdl } }"],
    ["_entities", "query($r: [_Any!]!) { _entities(representations: $r) { __typename } }"],
    ["a person's reference", `{ person(idNumber: "${ID_NUMBER}") { ref } }`],
    ["a household's reference", '{ household(id: "H1") { ref } }'],
  ])(
    "%s, which is between gateway and departments, is not there for a client",
    async (name, query) => {
      const { status, data, errors } = await hub.ask(WOMENS_FEDERATION, query, { r: [] });
      expect([status, data]).toEqual([400, undefined]);
      expect(errors[0]?.message).toMatch(/^(Cannot query field "\w+" on type|Unknown type "_Any")/);
      expect(name).toBeTruthy();
    },
  );
});

describe("__typename", () => {
  test("below a hidden field is refused with it", async () => {
    const query = `{ person(idNumber: "${ID_NUMBER}") { vehicles { __typename } } }`;
    const { status, errors } = await hub.ask(WOMENS_FEDERATION, query);
    expect([status, errors.map(({ extensions }) => extensions["coordinate"])]).toEqual([
      403,
      ["Person.vehicles"],
    ]);
  });

  test("where the type is seen is answered", async () => {
    const { data } = await hub.ask(
      WOMENS_FEDERATION,
      "{ __typename searchHouseholds(first: 1) { __typename edges { node { __typename } } } }",
    );
    expect(data).toEqual({
      __typename: "Query",
      searchHouseholds: {
        __typename: "HouseholdConnection",
        edges: [{ node: { __typename: "Household" } }],
      },
    });
  });
});
