import { findNumbers } from "../../src/sealing/known-persons.js";
import fc from "fast-check";
import { buildSchema, type GraphQLSchema } from "graphql";
import { todayInShanghai } from "../../src/codes/calendar.js";
import { decideField, type Standing } from "../../src/policy/decide.js";
import { assignedDepartments } from "../../src/policy/register/register.js";
import { KnownValues, type ForbiddenValues } from "../support/forbidden-values.js";
import { eachGround, hubOn } from "../support/grounds.js";
import { hostileOperations, type RootCall } from "../support/hostile-operations.js";
import { touchedCoordinates } from "../support/touched-coordinates.js";

const DATE = todayInShanghai(new Date());
const BANDS = ["WITHIN_STANDARD", "WITHIN_MARGINAL_LINE", "ABOVE_MARGINAL_LINE"];

eachGround((ground) => {
  const hub = hubOn(ground);
  let api: GraphQLSchema;
  let known: KnownValues;
  let ids: string[];
  let idNumbers: string[];
  let villages: string[];
  const forbidden = new Map<string, ForbiddenValues>();

  beforeAll(async () => {
    api = buildSchema(hub().plan.composition.apiSdl);
    known = await KnownValues.of(hub());
    const { main } = hub().running.databases;
    const households = await main.query<{ id: string; village: string }>(
      "select id, village from civil_affairs.household order by id",
    );
    ids = households.map(({ id }) => id);
    villages = [...new Set(households.map(({ village }) => village))];
    const persons = await main.query<{ person: string }>(
      "select person from civil_affairs.person order by name, person",
    );
    const keys = persons.map(({ person }) => person);
    idNumbers = [...(await findNumbers(main, hub().sealing, keys)).values()].sort();
  });

  const standings = () => {
    const { register } = hub().plan.policy;
    return register.duties.flatMap((duty) =>
      assignedDepartments(register, duty).map((department) => ({ department, duty: duty.id })),
    );
  };
  const forbiddenTo = (standing: Standing, jurisdiction: readonly string[]) => {
    const key = JSON.stringify([standing, jurisdiction]);
    const values =
      forbidden.get(key) ?? known.forbiddenTo({ ...standing, jurisdiction, rows: true });
    forbidden.set(key, values);
    return values;
  };

  test("every column is known as a field, or as what no field gives out", () => {
    const { fields } = hub().plan.policy;
    const others = [...known.coordinates].filter((coordinate) => !fields.has(coordinate)).sort();
    expect(others).toEqual([
      "Assistance.id",
      "Membership.role",
      "Person.division",
      "a person's key",
    ]);
  });

  test("whoever asks whatever learns nothing that it may not read, and is refused exactly for that", async () => {
    const { policy } = hub().plan;
    const jurisdictions = fc.constantFrom(
      ["330726"],
      ["330726"],
      [villages[0]!.slice(0, 9)],
      [villages[1]!],
      villages.slice(2, 5),
      ["330727"],
    );
    const roots = rootCalls(ids, idNumbers, villages);
    const whole = hostileOperations(api, roots, 4);
    const asked = fc.constantFrom(...standings()).chain((standing) => {
      const allowed = (coordinate: string) =>
        decideField(policy, { ...standing, date: DATE }, coordinate).allowed;
      const ways = withoutFilters(roots);
      const enters = Object.keys(ways).some((name) => allowed(`Query.${name}`));
      const own = enters && hostileOperations(api, ways, 4, allowed);
      return fc.record({
        standing: fc.constant(standing),
        operation: own ? fc.oneof(whole, own) : whole,
        jurisdiction: jurisdictions,
      });
    });
    const outcomes = { refused: 0, answered: 0 };
    await fc.assert(
      fc.asyncProperty(asked, async ({ standing, operation, jurisdiction }) => {
        const { query, variables } = operation;
        const answer = await hub().ask({ ...standing, jurisdiction }, query, { ...variables });
        const decided = { ...standing, date: DATE };
        const unreadable = touchedCoordinates(api, policy, operation).filter(
          (coordinate) => !decideField(policy, decided, coordinate).allowed,
        );
        const refused = answer.errors
          .filter(({ extensions }) => extensions["code"] === "FIELD_NOT_AUTHORIZED")
          .map(({ extensions }) => extensions["coordinate"]);
        expect(refused.sort()).toEqual(unreadable.sort());
        expect([answer.status, answer.data === undefined]).toEqual(
          unreadable.length > 0 ? [403, true] : [200, false],
        );
        const request = JSON.stringify([operation, jurisdiction]);
        expect(forbiddenTo(decided, jurisdiction).in(answer.text, request)).toEqual([]);
        outcomes[unreadable.length > 0 ? "refused" : "answered"] += 1;
      }),
      { numRuns: RUNS },
    );
    expect(outcomes.refused).toBeGreaterThan(RUNS / 5);
    expect(outcomes.answered).toBeGreaterThan(RUNS / 5);
  }, 120_000);

  test("the search for forbidden values finds one where it stands", async () => {
    const asking = { department: "县民政局", duty: "1.2" };
    const { text } = await hub().ask(
      asking,
      "{ searchHouseholds { edges { node { members { idNumber } } } } }",
    );
    const viewer = {
      department: "县残联",
      duty: "2.3",
      date: DATE,
      jurisdiction: ["330726"],
      rows: true,
    };
    const found = known.forbiddenTo(viewer).in(text);
    expect(found.length).toBeGreaterThan(20);
    expect(found[0]).toMatch(/^Person\.idNumber: \d{17}[\dX]$/);
  });
});

const RUNS = 60;

/** Ways into the county's data, some of them filtering in every way that a filter can be given. */
function rootCalls(
  ids: readonly string[],
  idNumbers: readonly string[],
  villages: readonly string[],
): Record<string, fc.Arbitrary<RootCall>> {
  const one = <T>(values: readonly T[]) => fc.constantFrom(...values);
  const filter = fc.record(
    {
      village: one(villages),
      township: one(villages).map((village) => village.slice(0, 9)),
      incomeBand: one(BANDS),
      programme: fc.constant("MINIMUM_LIVING"),
    },
    { requiredKeys: [] },
  );
  const literal = (value: object) =>
    JSON.stringify(value)
      .replace(/"(\w+)":/g, "$1: ")
      .replace(/"([A-Z]\w+)"/g, "$1");
  const search = fc
    .tuple(
      fc.integer({ min: 1, max: 40 }),
      filter,
      one(["literal", "variable", "default", "nested"]),
    )
    .map(([first, wanted, way]): RootCall => (prefix) => {
      const call = (text: string) => `searchHouseholds(first: ${first}, filter: ${text})`;
      const { incomeBand, ...others } = wanted;
      if (way === "variable") {
        return {
          text: call(`$${prefix}`),
          declared: [`$${prefix}: HouseholdFilter`],
          variables: { [prefix]: wanted },
        };
      }
      if (way === "default") {
        return {
          text: call(`$${prefix}`),
          declared: [`$${prefix}: HouseholdFilter = ${literal(wanted)}`],
        };
      }
      if (way === "nested" && incomeBand) {
        const inside = literal({ ...others, incomeBand: prefix }).replace(
          `"${prefix}"`,
          `$${prefix}`,
        );
        return {
          text: call(inside),
          declared: [`$${prefix}: IncomeBand`],
          variables: { [prefix]: incomeBand },
        };
      }
      return { text: call(literal(wanted)) };
    });
  const plain =
    (text: string): RootCall =>
    () => ({ text });
  return {
    household: one(ids).map((id) => plain(`household(id: "${id}")`)),
    households: fc
      .array(one(ids), { minLength: 1, maxLength: 12 })
      .map((some) => plain(`households(ids: ${JSON.stringify(some)})`)),
    person: one(idNumbers).map((idNumber) => plain(`person(idNumber: "${idNumber}")`)),
    searchHouseholds: search,
  };
}

/** The same calls, searching without a filter. */
function withoutFilters(
  roots: Record<string, fc.Arbitrary<RootCall>>,
): Record<string, fc.Arbitrary<RootCall>> {
  const search: RootCall = () => ({ text: "searchHouseholds(first: 30)" });
  return { ...roots, searchHouseholds: fc.constant(search) };
}
