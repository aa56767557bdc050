import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSchema, getOperationAST, isObjectType, parse } from "graphql";
import { EXPECTED_ROWS } from "../../src/department/expected-rows.js";
import { documentShape } from "../../src/gateway/limits/document-shape.js";
import type { LimitsError } from "../../src/gateway/limits/load-limits.js";
import { loadLimits } from "../../src/gateway/limits/load-limits.js";
import { rowEstimate, rowsWith } from "../../src/gateway/limits/row-estimate.js";
import { loadRegister } from "../../src/policy/register/load-register.js";

describe("the shape of a document", () => {
  test.each([
    ["a field", "{ a }", { depth: 1, selections: 1, rootFields: 1, breadth: 1, tokens: 3 }],
    ["fields below one another", "{ a { b { c } } }", { depth: 3, selections: 3, nesting: 3 }],
    ["an alias, and one that is none", "{ x: a b: b }", { aliases: 1 }],
    [
      "a fragment spread twice",
      "{ a { ...F } b { ...F } } fragment F on T { c d: e }",
      { selections: 8, aliases: 2, depth: 2, breadth: 2 },
    ],
    [
      "conditions, which are no level",
      "{ ... { a { ... on T { b } } } c }",
      { depth: 2, breadth: 2, rootFields: 2, selections: 5 },
    ],
    ["two operations", "query A { a b } query B { c { d } }", { rootFields: 3, depth: 2 }],
    ["directives anywhere", "query @a { a @b @c ... @d { e } }", { directives: 4 }],
    ["a fragment within itself", "{ ...F } fragment F on T { a { ...F } }", { depth: 1 }],
    ["a fragment that is not there", "{ ...F }", { depth: 0, selections: 1 }],
    ["comments, which are no tokens", "# x\n{ a } # y", { tokens: 3 }],
  ])("%s", (_name, text, expected) => {
    expect(documentShape(parse(text))).toMatchObject(expected);
  });

  test("two to the power of a thousand fields -> the largest number there is", () => {
    const levels = Array.from({ length: 1000 }, (_, n) => {
      const next = n === 999 ? "a" : `...F${n + 1} ...F${n + 1}`;
      return `fragment F${n} on T { ${next} }`;
    });
    const { selections } = documentShape(parse(`{ ...F0 } ${levels.join(" ")}`));
    expect(selections).toBe(Number.MAX_SAFE_INTEGER);
  });
});

describe("the rows to be expected", () => {
  const schema = buildSchema(`
    type Query {
      one: Item
      several: [Item!]!
      many: [Item]
      byIds(ids: [ID!]!): [Item]
      page(first: Int! = 20): Page
      scored(ids: [ID!]!): Item
    }
    type Page { edges: [Edge!] count: Int }
    type Edge { node: Item }
    interface Node { id: ID }
    type Item implements Node { id: ID items: [Item] node: Node tags: [String] }
  `);
  const query = schema.getQueryType();
  if (isObjectType(query)) query.getFields()["many"]!.extensions = { [EXPECTED_ROWS]: 40 };

  const rows = (text: string, variables: Record<string, unknown> = {}) => {
    const document = parse(text);
    return rowsWith(rowEstimate(schema, document, getOperationAST(document)!), variables);
  };

  test.each<[name: string, text: string, expected: number, variables?: Record<string, unknown>]>([
    ["a record", "{ one { id } }", 1],
    ["a list that says nothing of itself", "{ several { id } }", 5],
    ["a list with a declared length", "{ many { id } }", 40],
    ["a list in a list", "{ several { id items { id } } }", 5 + 25],
    ["a list of texts", "{ one { tags } }", 1],
    ["keys in the text", '{ byIds(ids: ["a", "b"]) { items { id } } }', 2 + 10],
    ["one key for a list", '{ byIds(ids: "a") { id } }', 1],
    [
      "keys in a variable",
      "query($i: [ID!]!) { byIds(ids: $i) { id } }",
      3,
      { i: ["a", "b", "c"] },
    ],
    ["one key in a variable", "query($i: [ID!]!) { byIds(ids: $i) { id } }", 1, { i: "a" }],
    ["a variable in a list", "query($i: ID!) { byIds(ids: [$i, $i]) { id } }", 2, { i: "a" }],
    ["keys by default", 'query($i: [ID!]! = ["a", "b"]) { byIds(ids: $i) { id } }', 2],
    ["keys that are null", "query($i: [ID!]) { byIds(ids: $i) { id } }", 0, { i: null }],
    ["keys of a record", '{ scored(ids: ["a", "b"]) { id } }', 1],
    ["a page", "{ page(first: 3) { edges { node { id } } } }", 1 + 3 + 3],
    ["a page by default", "{ page { edges { node { id } } } }", 1 + 20 + 20],
    [
      "a page in a variable",
      "query($n: Int!) { page(first: $n) { edges { node { id } } } }",
      15,
      { n: 7 },
    ],
    [
      "a page without a number",
      "query($n: Int!) { page(first: $n) { edges { node { id } } } }",
      1,
      { n: "7" },
    ],
    ["a page below zero", "{ page(first: -3) { edges { node { id } } } }", 1],
    [
      "a page through a fragment",
      "{ page(first: 3) { ...P } } fragment P on Page { edges { node { id } } }",
      7,
    ],
    ["only counted", "{ page(first: 100) { count } }", 1],
    [
      "one variable for two lists",
      "query($i: [ID!]!) { byIds(ids: $i) { id } x: byIds(ids: $i) { node { id } } }",
      6,
      { i: ["a", "b"] },
    ],
    [
      "a variable within a list",
      "query($n: Int!) { several { id } page(first: $n) { edges { node { items { id } } } } }",
      5 + 1 + 2 + 2 + 10,
      { n: 2 },
    ],
    ["behind an interface", "{ one { node { id ... on Item { items { id } } } } }", 1 + 1 + 5],
    ["the same field twice", "{ one { id } one { id } }", 2],
  ])("%s", (_name, text, expected, variables = {}) => {
    expect(rows(text, variables)).toBe(expected);
  });
});

describe("a file of limits", () => {
  const register = loadRegister();
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "hub-limits-"));
  });
  afterAll(() => rm(directory, { recursive: true }));

  const shipped = loadLimits(register);
  const load = (content: unknown) => {
    const file = join(directory, "limits.json");
    writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
    return loadLimits(register, file);
  };
  const { everybody } = shipped.operations;
  const { requestsPerMinute } = shipped;

  test("the project's own -> limits of everybody, none of a department", () => {
    expect(shipped.operations.departments.size).toBe(0);
    expect(everybody.depth).toBeGreaterThan(15);
  });

  test("a department under an alias -> its own limits, and everybody's where it has none", () => {
    const alias = register.departments.find(({ aliases }) => aliases.length > 0)!;
    const departments = { [alias.aliases[0]!]: { rows: 7 } };
    const { operations } = load({ operations: { everybody, departments }, requestsPerMinute });
    expect([...operations.departments]).toEqual([[alias.name, { ...everybody, rows: 7 }]]);
  });

  test.each([
    ["no JSON", "{", [/JSON/]],
    ["nothing", {}, [/^operations: /, /^requestsPerMinute: /]],
    [
      "a limit missing, one of no use, one unheard of",
      {
        operations: {
          everybody: { ...everybody, depth: undefined, rows: 0, height: 1 },
          departments: {},
        },
        requestsPerMinute,
      },
      [/everybody.depth/, /everybody.rows/, /height/],
    ],
    [
      "a department that is none",
      { operations: { everybody, departments: { 县无此局: {} } }, requestsPerMinute },
      [/operations.departments.县无此局: not in the register/],
    ],
  ])("%s -> refused with every mistake", (_name, content, expected) => {
    let problems: readonly string[] = [];
    try {
      load(content);
    } catch (error) {
      problems = (error as LimitsError).problems;
    }
    expect(problems.length).toBe(expected.length);
    for (const [place, problem] of problems.entries()) expect(problem).toMatch(expected[place]!);
  });
});
