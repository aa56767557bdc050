import { buildSchema, getNamedType, isLeafType, isObjectType, type GraphQLSchema } from "graphql";
import { todayInShanghai } from "../../src/codes/calendar.js";
import type { Walls } from "../../src/department/walls.js";
import { decideField } from "../../src/policy/decide.js";
import { KnownValues } from "../support/forbidden-values.js";
import { eachGround, hubOn } from "../support/grounds.js";

const CALLERS = [
  { department: "县残联", duty: "2.3" },
  { department: "县妇联", duty: "4.1" },
  { department: "县财政局", duty: "1.3" },
];
type Caller = (typeof CALLERS)[number];

const DATE = todayInShanghai(new Date());
const WAY_IN = "searchHouseholds(first: 40)";

/** Each wall in turn, and both that stand before the database. */
const DOWN: readonly (readonly (keyof Walls)[])[] = [
  ["operation"],
  ["shield"],
  ["rows"],
  ["database"],
  ["operation", "shield"],
];

eachGround((ground, kind) => {
  const third = kind === "pglite" ? " (no role stands here: the columns that statements name)" : "";
  describe.each(DOWN.map((walls) => [walls]))("without %j" + third, (without) => {
    const { hub, forbiddenTo } = withKnownValues({ without });
    let api: GraphQLSchema;
    beforeAll(() => {
      api = buildSchema(hub().plan.composition.apiSdl);
    });
    const mayRead = (caller: Caller, coordinate: string) =>
      decideField(hub().plan.policy, { ...caller, date: DATE }, coordinate).allowed;

    test.each(CALLERS)(
      "$department learns nothing forbidden from everything at once",
      async (caller) => {
        const query = `{ ${WAY_IN} { edges { node ${everything(api, "Household", 5)} } } }`;
        const { text } = await hub().ask(caller, query);
        expect(forbiddenTo(caller).in(text, query)).toEqual([]);
      },
    );

    test.each(CALLERS)(
      "$department learns nothing forbidden from one type at a time",
      async (caller) => {
        for (const [type, path] of paths(api)) {
          const hidden = leaves(api, type).filter((name) => !mayRead(caller, `${type}.${name}`));
          if (hidden.length === 0) continue;
          const fields = hidden.map((name, place) => `x${place}: ${name}`).join(" ");
          const query = `{ ${WAY_IN} ${path.reduceRight((inside, step) => `{ ${step} ${inside} }`, `{ ... on ${type} { ${fields} } }`)} }`;
          const { text } = await hub().ask(caller, query);
          expect([query, forbiddenTo(caller).in(text, query)]).toEqual([query, []]);
        }
      },
    );

    test("县妇联 cannot count by a field that it may not read", async () => {
      const [, caller] = CALLERS;
      const counts = await Promise.all(
        ["WITHIN_STANDARD", "ABOVE_MARGINAL_LINE"].map(async (band) => {
          const query = `{ searchHouseholds(filter: { incomeBand: ${band} }) { totalCount edges { cursor } } }`;
          const { data } = await hub().ask(caller!, query);
          return JSON.stringify(data ?? null);
        }),
      );
      expect(new Set(counts).size).toBe(1);
      expect(counts[0]).not.toMatch(/totalCount":\d|cursor/);
    });

    test.each(CALLERS)("$department still reads what it may", async (caller) => {
      const inside = everything(api, "Household", 4, (coordinate) => mayRead(caller, coordinate));
      const { status, data, errors } = await hub().ask(
        caller,
        `{ ${WAY_IN} { edges { node ${inside} } } }`,
      );
      expect([status, data.searchHouseholds.edges.length]).toEqual([200, 40]);
      const codes = new Set(errors.map(({ extensions }) => extensions["code"]));
      expect([...codes].filter((code) => code !== "CONSENT_REQUIRED")).toEqual([]);
    });
  });

  describe("without all that decides on fields", () => {
    const { hub, forbiddenTo } = withKnownValues({ without: ["operation", "shield", "database"] });
    test.each(CALLERS)(
      "what $department may not read comes out: the search can tell",
      async (caller) => {
        const api = buildSchema(hub().plan.composition.apiSdl);
        const query = `{ ${WAY_IN} { edges { node ${everything(api, "Household", 5)} } } }`;
        const { text } = await hub().ask(caller, query);
        const found = forbiddenTo(caller)
          .in(text, query)
          .map((hit) => hit.split(": ")[0]);
        expect(new Set(found).size).toBeGreaterThan(15);
      },
    );
  });

  function withKnownValues({ without }: { readonly without: readonly (keyof Walls)[] }) {
    const hub = hubOn(ground, { without });
    let known: KnownValues;
    beforeAll(async () => {
      known = await KnownValues.of(hub());
    });
    const rows = !without.includes("rows");
    const forbiddenTo = (caller: Caller) =>
      known.forbiddenTo({ ...caller, date: DATE, jurisdiction: ["330726"], rows });
    return { hub, forbiddenTo };
  }
});

/** A selection of every wanted field below a type. */
function everything(
  api: GraphQLSchema,
  name: string,
  depth: number,
  wanted: (coordinate: string) => boolean = () => true,
): string {
  const type = api.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no object type`);
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const result = getNamedType(field.type);
    if (!wanted(`${name}.${field.name}`)) return [];
    if (isLeafType(result)) return [field.name];
    return depth > 0 ? [`${field.name} ${everything(api, result.name, depth - 1, wanted)}`] : [];
  });
  return `{ __typename ${fields.join(" ")} }`;
}

function leaves(api: GraphQLSchema, name: string): string[] {
  const type = api.getType(name);
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields())
    .filter((field) => isLeafType(getNamedType(field.type)))
    .map((field) => field.name);
}

/** The types of records, each with the fields that lead to it from a search. */
function paths(api: GraphQLSchema): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>([["Household", ["edges", "node"]]]);
  for (const [name, path] of found) {
    const type = api.getType(name);
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const result = getNamedType(field.type);
      if (isObjectType(result) && !found.has(result.name))
        found.set(result.name, [...path, field.name]);
    }
  }
  return found;
}
