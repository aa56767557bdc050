import {
  buildSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  type GraphQLObjectType,
} from "graphql";
import { todayInShanghai } from "../../src/codes/calendar.js";
import { readableCoordinates } from "../../src/policy/decide.js";
import { householdIds } from "../support/household-ids.js";
import { eachHub, type Asking, type TestHub } from "../support/hubs.js";

const CIVIL_AFFAIRS = { department: "县民政局", duty: "1.2" };
const DISABLED_FEDERATION = { department: "县残联", duty: "2.3" };

/** How often an operation comes until only what it reads is selected. */
const COMES = 3;

/** Different needs that are remembered of a department, duty and day. */
const NEEDS = 32;

/** Tells leaves of one record apart: of any two, one half has the first without the other. */
const HALVES = [0, 1, 2, 3].flatMap((bit) => [
  (place: number) => ((place >> bit) & 1) === 0,
  (place: number) => ((place >> bit) & 1) === 1,
]);

eachHub((hub) => {
  test.each([CIVIL_AFFAIRS, DISABLED_FEDERATION])(
    "%j: a field asked without its neighbours -> what it says beside them",
    async (asking) => {
      const ids = await householdIds(hub(), 20);
      const whole = await ask(
        hub(),
        asking,
        selectionFor(hub(), asking, () => true),
        ids,
      );
      for (const isAsked of HALVES) {
        const selection = selectionFor(hub(), asking, isAsked);
        for (let time = 0; time <= COMES; time += 1) {
          const half = await ask(hub(), asking, selection, ids);
          expect(whole.data).toMatchObject(half.data);
          expect(whole.failures).toEqual(expect.arrayContaining(half.failures));
        }
      }
    },
    60_000,
  );

  test("an operation that comes again -> columns that it does not read are not selected", async () => {
    const pensions = "members { socialInsurance { monthlyPension } }";
    const ids = await householdIds(hub(), 1);
    const statements = () => hub().statementsOf(() => ask(hub(), CIVIL_AFFAIRS, pensions, ids));
    const first = (await statements()).join("\n");
    expect(first).toMatch(/"pension_status"/);
    for (let time = 1; time < COMES; time += 1) await statements();
    const later = (await statements()).join("\n");
    expect(later).toMatch(/"monthly_pension"/);
    for (const unread of ["pension_status", "birth_date", "head_count", "as_of"]) {
      expect(later).not.toContain(`"${unread}"`);
    }
  });

  test("more different needs than are remembered -> the others select what may be read, and answer", async () => {
    const caller = { department: "县民政局", duty: "1.3" };
    const ids = await householdIds(hub(), 1);
    const selected: string[] = [];
    for (let need = 0; need < NEEDS + 4; need += 1) {
      const asked = (names: readonly string[], shift: number) =>
        names.filter((_name, place) => (need >> (shift + place)) & 1).join(" ");
      const query = `id ${asked(["headCount", "incomeBand", "township"], 0)} members { __typename ${asked(["name", "sex", "deathDate"], 3)} }`;
      for (let time = 1; time < COMES; time += 1) await ask(hub(), caller, query, ids);
      const statements = await hub().statementsOf(() => ask(hub(), caller, query, ids));
      selected.push(statements.sort().join());
    }
    const [, ...others] = selected.slice(NEEDS);
    expect(new Set(selected.slice(0, NEEDS)).size).toBe(NEEDS);
    expect(new Set(others).size).toBe(1);
    expect(others[0]).toMatch(/"head_count".*"death_date"|"death_date".*"head_count"/s);
  });
});

async function ask(hub: TestHub, asking: Asking, selection: string, ids: readonly string[]) {
  const query = `query Households($ids: [ID!]!) { households(ids: $ids) { ${selection} } }`;
  const { data, errors } = await hub.ask(asking, query, { ids });
  const failures = errors.map(({ path, extensions }) => `${path?.join(".")} ${extensions["code"]}`);
  return { data: data as object, failures };
}

/** Of each record below a household the leaves that the caller may read and whose places are asked for. */
function selectionFor(
  { plan }: TestHub,
  { department, duty }: Asking,
  isAsked: (place: number) => boolean,
): string {
  const standing = { department, duty, date: todayInShanghai(new Date()) };
  const readable = readableCoordinates(plan.policy, standing);
  const below = (type: GraphQLObjectType, above: readonly GraphQLObjectType[]): string => {
    let place = 0;
    const parts = Object.values(type.getFields()).flatMap((field) => {
      const named = getNamedType(field.type);
      if (field.args.length > 0 || !readable.has(`${type.name}.${field.name}`)) return [];
      if (isLeafType(named)) return isAsked(place++) ? [field.name] : [];
      if (!isObjectType(named) || named === type || above.includes(named)) return [];
      return [`${field.name} ${below(named, [...above, type])}`];
    });
    return `{ __typename ${parts.join(" ")} }`;
  };
  const household = buildSchema(plan.composition.apiSdl).getType("Household") as GraphQLObjectType;
  return below(household, []).slice(1, -1);
}
