import fc from "fast-check";
import { buildSchema, isObjectType, parse, type DocumentNode, type GraphQLSchema } from "graphql";
import { todayInShanghai } from "../../src/codes/calendar.js";
import { blueprint } from "../../src/index.js";
import { OperationAuthorizer } from "../../src/policy/authorize-operation.js";
import { decideField, type Standing } from "../../src/policy/decide.js";
import type { FieldPolicy } from "../../src/policy/field-policy.js";
import { createPolicy, type Policy } from "../../src/policy/policy.js";
import { loadRegister } from "../../src/policy/register/load-register.js";
import { hostileOperations, type Hostile, type RootCall } from "../support/hostile-operations.js";
import { recordedCoordinates } from "../support/recorded-coordinates.js";

const DATE = todayInShanghai(new Date());
const register = loadRegister();

/** Everything that a schema can hide a field behind. */
const ZOO = `
  interface Named { name: String keeper: Keeper friends: [Named] }
  interface Fed implements Named { name: String keeper: Keeper friends: [Named] food: String }
  type Keeper implements Named { name: String keeper: Keeper friends: [Named] wage: Int animals: [Animal] }
  type Cat implements Named & Fed { name: String keeper: Keeper friends: [Named] food: String lives: Int }
  type Dog implements Named & Fed { name: String keeper: Keeper friends: [Named] food: String tricks: [String] }
  type Stone { weight: Int owner: Keeper twin: Thing }
  union Animal = Cat | Dog
  union Thing = Stone | Cat | Keeper
  input Range { from: Int to: Int }
  input Filter { name: String weight: Range any: [Filter!] not: Filter }
  type Query {
    named(filter: Filter): Named
    fed(filters: [Filter!]): [Fed!]!
    animals(filter: Filter, name: String): [Animal]
    thing: Thing
    stone(filter: Filter): Stone
  }`;

/** Anybody under any duty, in the list or not, and under one that there is not. */
const standings = fc.record({
  department: fc.constantFrom(
    "县民政局",
    "县残联",
    "县医保局",
    "县大数据局",
    "县财政局",
    "县妇联",
    "县气象局",
  ),
  duty: fc.constantFrom(...register.duties.map(({ id }) => id), "1.2", "2.3", "3.2", "99.9"),
  date: fc.constant(DATE),
});

/** What the hub refuses of an operation, and what a naive run reads although a single decision forbids it. */
function outcomes(
  authorizer: OperationAuthorizer,
  standing: Standing,
  document: DocumentNode,
  { variables }: Hostile,
  read: readonly string[],
) {
  const { policy } = authorizer;
  const refusals = authorizer.refusals(standing, { document, variables });
  for (const { coordinate, grantedBy } of refusals) {
    const granting = register.duties.filter(
      ({ id }) => decideField(policy, { ...standing, duty: id }, coordinate).allowed,
    );
    expect(grantedBy).toEqual(granting.map(({ id }) => id));
  }
  return {
    refused: refusals.map(({ coordinate }) => coordinate).sort(),
    forbidden: read
      .filter((coordinate) => !decideField(policy, standing, coordinate).allowed)
      .sort(),
  };
}

test("on the product's schema and policy exactly what may not be read is refused", async () => {
  const { policy, composition } = await blueprint();
  const api = buildSchema(composition.apiSdl);
  const authorizer = new OperationAuthorizer(policy, api);
  const callers = fc.array(standings, { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(hostileOperations(api, productRoots(), 4), callers, (operation, asking) => {
      const document = parse(operation.query);
      const read = recordedCoordinates(api, policy, operation);
      for (const standing of asking) {
        const { refused, forbidden } = outcomes(authorizer, standing, document, operation, read);
        expect(refused).toEqual(forbidden);
      }
    }),
    { numRuns: 150 },
  );
}, 60_000);

describe("on interfaces, unions and nested filters, under any policy,", () => {
  const api = buildSchema(ZOO, { assumeValidSDL: true });
  const holds = (check: (outcome: ReturnType<typeof outcomes>) => void) =>
    fc.assert(
      fc.property(
        hostileOperations(api, zooRoots(), 3),
        policiesOf(api),
        standings,
        (operation, policy, standing) => {
          const authorizer = new OperationAuthorizer(policy, api);
          const document = parse(operation.query);
          const read = recordedCoordinates(api, policy, operation);
          check(outcomes(authorizer, standing, document, operation, read));
        },
      ),
      { numRuns: 200 },
    );

  test("nothing that may not be read is let through", () => {
    holds(({ refused, forbidden }) => {
      expect(refused).toEqual(expect.arrayContaining(forbidden));
    });
  }, 60_000);

  test("nothing is refused that cannot be reached", () => {
    holds(({ refused, forbidden }) => {
      expect(forbidden).toEqual(expect.arrayContaining(refused));
    });
  }, 60_000);
});

function productRoots(): Record<string, fc.Arbitrary<RootCall>> {
  const plain = (text: string) => fc.constant<RootCall>(() => ({ text }));
  const filter = fc.record(
    {
      township: fc.constant("330726001"),
      village: fc.constant("330726001001"),
      incomeBand: fc.constant("WITHIN_STANDARD"),
      programme: fc.constant("MINIMUM_LIVING"),
    },
    { requiredKeys: [] },
  );
  const search = fc
    .tuple(filter, fc.boolean())
    .map(([wanted, overridden]): RootCall => (prefix) => ({
      text: `searchHouseholds(filter: $${prefix})`,
      declared: [
        `$${prefix}: HouseholdFilter${overridden ? " = { incomeBand: WITHIN_STANDARD }" : ""}`,
      ],
      variables: { [prefix]: wanted },
    }));
  return {
    household: plain('household(id: "H1")'),
    households: plain('households(ids: ["H1", "H2"])'),
    person: plain('person(idNumber: "11010519491231002X")'),
    searchHouseholds: search,
    viewer: plain("viewer"),
    duties: plain("duties"),
    fieldPolicies: plain("fieldPolicies"),
  };
}

function zooRoots(): Record<string, fc.Arbitrary<RootCall>> {
  const { filter } = fc.letrec<{ filter: object }>((tie) => ({
    filter: fc.record(
      {
        name: fc.constant("x"),
        weight: fc.record({ from: fc.nat(9), to: fc.nat(9) }, { requiredKeys: [] }),
        any: fc.array(tie("filter"), { maxLength: 2 }),
        not: fc.option(tie("filter"), { depthSize: "small" }),
      },
      { requiredKeys: [] },
    ),
  }));
  const literal = (value: unknown) => JSON.stringify(value).replace(/"(\w+)":/g, "$1: ");
  /** A root field filtered by a literal, by a variable, by a variable's default, by one within a literal. */
  const filtered = (name: string, argument = "filter", type = "Filter", list = false) =>
    fc
      .tuple(filter, filter, fc.integer({ min: 0, max: 4 }))
      .map(([one, other, way]): RootCall => (prefix) => {
        const given = list ? [one] : one;
        const declared = [`$${prefix}: ${type}`];
        const text = `${name}(${argument}: $${prefix})`;
        if (way === 0) return { text: `${name}(${argument}: ${literal(given)})` };
        if (way === 1) return { text, declared, variables: { [prefix]: given } };
        if (way === 2) return { text, declared: [`${declared[0]} = ${literal(given)}`] };
        if (way === 3) {
          return {
            text,
            declared: [`${declared[0]} = ${literal(given)}`],
            variables: { [prefix]: list ? [other, one] : other },
          };
        }
        const within = `{ not: $${prefix}, any: [{ not: ${literal(other)} }] }`;
        return {
          text: `${name}(${argument}: ${list ? `[${within}]` : within})`,
          declared: [`$${prefix}: Filter`],
          variables: { [prefix]: one },
        };
      });
  return {
    named: filtered("named"),
    fed: filtered("fed", "filters", "[Filter!]", true),
    animals: filtered("animals"),
    thing: fc.constant(() => ({ text: "thing" })),
    stone: filtered("stone"),
  };
}

/** Any policy that start-up would take: every field governed, following, open or for some duties alone. */
function policiesOf(schema: GraphQLSchema): fc.Arbitrary<Policy> {
  const coordinates = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !type.name.startsWith("__")
      ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
      : [],
  );
  const fields = coordinates.map((coordinate): fc.Arbitrary<FieldPolicy> => {
    const duties = fc.subarray(["1.2", "2.3", "3.2", "4.1"]);
    const governed = fc.record({
      kind: fc.constant("governed" as const),
      coordinate: fc.constant(coordinate),
      owner: fc.constantFrom("县民政局", "县残联", "县医保局"),
      originalSource: fc.constant("县民政局"),
      zh: fc.constant("字段"),
      en: fc.constant("Field"),
      unit: fc.constant(null),
      sharing: fc.constantFrom("UNCONDITIONAL", "CONDITIONAL", "NOT_SHARED"),
      sensitivity: fc.constantFrom("NONE", "FINANCIAL"),
      mask: fc.constant(null),
      duties,
    });
    // One field of each type is always governed, so that others can follow it.
    if (coordinate.endsWith(".name") || coordinate === "Stone.weight") return governed;
    return fc.oneof(
      { weight: 3, arbitrary: governed },
      { weight: 1, arbitrary: fc.constant({ kind: "open" as const, coordinate }) },
      {
        weight: 1,
        arbitrary: duties.map((some) => ({ kind: "duties" as const, coordinate, duties: some })),
      },
      {
        weight: 1,
        arbitrary: fc
          .constantFrom("Cat", "Dog", "Keeper", "Stone")
          .map((type) => ({ kind: "follows" as const, coordinate, type })),
      },
    );
  });
  const reads = fc.subarray(["Cat.name", "Keeper.name", "Stone.weight"]);
  /** Some filters say what they read, some read nothing; one has no policy, and so nobody may use it. */
  const inputs = fc.tuple(
    ...["Filter.name", "Filter.weight", "Filter.any", "Filter.not", "Range.from"].map(
      (coordinate) => reads.map((some) => ({ coordinate, reads: some })),
    ),
  );
  return fc
    .tuple(fc.tuple(...fields), inputs)
    .map(([declared, filters]) => createPolicy(register, declared, filters));
}
