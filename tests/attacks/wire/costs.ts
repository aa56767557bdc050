import { createHash } from "node:crypto";
import { getIntrospectionQuery } from "graphql";
import type { Asking, TestHub } from "../../support/hubs.js";
import { postAs } from "../../support/requests.js";
import { CIVIL_AFFAIRS, DISABLED_FEDERATION, HARMLESS } from "./asking.js";

const repeated = (count: number, text: (place: number) => string) =>
  Array.from({ length: count }, (_, place) => text(place)).join(" ");

/** A selection within a selection, so many times. */
const nested = (open: string, inside: string, close: string, times: number) =>
  open.repeat(times) + inside + close.repeat(times);

/** Fragments each of which spreads the next one twice: two to the power of so many fields. */
const bomb = (levels: number) =>
  `{ ...F0 } ${repeated(levels, (n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`)}
   fragment F${levels} on Query { viewer { duty } }`;

/** The same behind a field, where every spread is at a depth of its own. */
const deepBomb = (levels: number) =>
  `{ duties { ...F0 } } ${repeated(
    levels,
    (n) => `fragment F${n} on Duty { departments { duties { ...F${n + 1} ...F${n + 1} } } }`,
  )} fragment F${levels} on Duty { id }`;

const RELATIVES = nested("members { households { ", "id", "} }", 6);

const SOME = Array.from({ length: 100 }, (_, n) => `H${n}`);

type Attack = [
  name: string,
  query: string,
  limits: string[],
  variables: Record<string, unknown> | undefined,
];

const ATTACKS = (
  [
    ["aliases of one field", `{ viewer { ${repeated(101, (n) => `a${n}: duty`)} } }`, ["aliases"]],
    [
      "aliases of a root field",
      `{ ${repeated(101, (n) => `a${n}: viewer { duty }`)} }`,
      ["aliases", "rootFields"],
    ],
    ["a deep query", `{ ${nested("duties { departments { ", "name", "} }", 9)} }`, ["depth"]],
    [
      "a cycle of records",
      `query($ids: [ID!]!) { households(ids: $ids) { ${RELATIVES} } }`,
      ["rows"],
      { ids: SOME },
    ],
    ["a cycle of lists", `{ ${nested("duties { departments { ", "name", "} }", 4)} }`, ["rows"]],
    ["a fragment bomb", bomb(60), ["rootFields", "breadth", "selections"]],
    ["a fragment bomb in depth", deepBomb(60), ["depth", "selections"]],
    ["a selection too broad", `{ viewer { ${repeated(201, () => "duty")} } }`, ["breadth"]],
    [
      "one field again and again",
      `{ ${repeated(40, () => `viewer { ${repeated(80, () => "duty")} }`)} }`,
      ["selections"],
    ],
    [
      "conditions within one another",
      `{ ${nested("... { ", "viewer { duty }", "} ", 99)} }`,
      ["nesting"],
    ],
    ["a value deeper than can be parsed", `{ duty(id: ${"[".repeat(9900)}`, ["nesting"]],
    [
      "a flood of unknown directives",
      `{ viewer ${repeated(101, (n) => `@a${n}`)} { duty } }`,
      ["directives"],
    ],
    [
      "a flood of known directives",
      `{ viewer { ${repeated(101, () => "duty @include(if: true)")} } }`,
      ["directives"],
    ],
    [
      "a flood of operations",
      repeated(41, (n) => `query Q${n} { viewer { duty } }`),
      ["rootFields"],
    ],
    [
      "a long text",
      `{ viewer { duty } } # ${"x".repeat(100)} ${"\n,".repeat(4000)} ${"{ a }".repeat(3400)}`,
      ["tokens"],
    ],
    [
      "a value in value in value",
      `{ duty(id: ${nested("[", "1", "]", 101)}) { id } }`,
      ["nesting"],
    ],
    ["a page too long", "{ searchHouseholds(first: 100000) { edges { node { id } } } }", ["rows"]],
    [
      "a page too long in a variable",
      "query($n: Int!) { searchHouseholds(first: $n) { edges { node { id } } } }",
      ["rows"],
      { n: 100_000 },
    ],
    [
      "a page too long by default",
      "query($n: Int! = 100000) { searchHouseholds(first: $n) { edges { node { id } } } }",
      ["rows"],
    ],
    [
      "introspection asked for over and over",
      getIntrospectionQuery().replace(
        "__schema {",
        `${repeated(3, (n) => `a${n}: __schema { ...S }`)} __schema {`,
      ) + " fragment S on __Schema { types { ...FullType } }",
      ["rows"],
    ],
  ] as [name: string, query: string, limits: string[], variables?: Record<string, unknown>][]
).map(([name, query, limits, variables]): Attack => [name, query, limits, variables]);

/** Operations that cost too much: each refused before it runs, with the limit named. */
export function describeCosts(hub: () => TestHub): void {
  const refusedFor = async (asking: Asking, query: string, variables?: Record<string, unknown>) => {
    const { status, data, errors } = await hub().ask(asking, query, variables);
    expect(data).toBeUndefined();
    for (const { extensions } of errors) {
      expect(extensions).toEqual({
        code: "OPERATION_TOO_COSTLY",
        limit: expect.any(String),
        maximum: expect.any(Number),
        found: expect.any(Number),
      });
      expect(extensions["found"]).toBeGreaterThan(extensions["maximum"] as number);
    }
    return [status, ...errors.map(({ extensions }) => extensions["limit"])];
  };

  describe("an operation that costs too much is refused before it runs, with the limit named", () => {
    test.each(ATTACKS)("%s", async (_name, query, limits, variables) => {
      const statements = await hub().statementsOf(async () => {
        expect(await refusedFor(CIVIL_AFFAIRS, query, variables)).toEqual([400, ...limits]);
      });
      expect(statements).toEqual([]);
    });

    test("a bomb of any size takes no longer than its text", async () => {
      const started = performance.now();
      await refusedFor(CIVIL_AFFAIRS, bomb(800));
      await refusedFor(CIVIL_AFFAIRS, deepBomb(400));
      expect(performance.now() - started).toBeLessThan(5000);
    });

    test("a fragment within itself is no answer and no end of counting", async () => {
      const query =
        "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A viewer { duty } }";
      const { status, errors } = await hub().ask(CIVIL_AFFAIRS, query);
      expect([status, errors[0]?.extensions["code"]]).toEqual([400, "GRAPHQL_VALIDATION_FAILED"]);
    });

    test("as many households at once as there may be, with all of it -> answered", async () => {
      const ids = Array.from({ length: 1000 }, (_, n) => `NONE-${n}`);
      const query = `query($ids: [ID!]!) { households(ids: $ids) {
        id members { name vehicles { kind } businesses { name } medicalInsurance { status } } } }`;
      const { status, data } = await hub().ask(CIVIL_AFFAIRS, query, { ids });
      expect([status, data.households.length]).toEqual([200, 1000]);
    });
  });

  describe("what a department may ask at most is its own", () => {
    /** Four levels: the federation has three. */
    const DEEP = '{ duty(id: "2.3") { departments { duties { id } } } }';

    test("the same text -> refused one department, answered to another, whoever asked before", async () => {
      for (let round = 0; round < 2; round++) {
        expect(await refusedFor(DISABLED_FEDERATION, DEEP)).toEqual([400, "depth"]);
        expect((await hub().ask(CIVIL_AFFAIRS, DEEP)).status).toBe(200);
      }
      expect((await hub().ask(DISABLED_FEDERATION, HARMLESS)).status).toBe(200);
    });

    test("a refused text is not kept as a persisted operation", async () => {
      const query = `${DEEP} # once more`;
      const sha256Hash = createHash("sha256").update(query).digest("hex");
      const extensions = { persistedQuery: { version: 1, sha256Hash } };
      await postAs(hub(), DISABLED_FEDERATION, { query, extensions });
      const { errors } = await postAs(hub(), CIVIL_AFFAIRS, { extensions });
      expect(errors[0]?.extensions["code"]).toBe("PERSISTED_QUERY_NOT_FOUND");
    });
  });
}
