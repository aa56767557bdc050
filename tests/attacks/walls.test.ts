import { buildSchema, getNamedType, isLeafType, isObjectType, type GraphQLSchema } from "graphql";
import { todayInShanghai } from "../../src/codes/calendar.js";
import type { Walls } from "../../src/department/walls.js";
import { decideField } from "../../src/policy/decide.js";
import { KnownValues, type ForbiddenValues } from "../support/forbidden-values.js";
import { anyGround, hubOn } from "../support/grounds.js";

const CALLERS = [
  { department: "县残联", duty: "2.3" },
  { department: "县妇联", duty: "4.1" },
  { department: "县财政局", duty: "1.3" },
];
type Caller = (typeof CALLERS)[number];

const DATE = todayInShanghai(new Date());
const HOUSEHOLDS = 8;
const WAY_IN = `searchHouseholds(first: ${HOUSEHOLDS})`;

/** Each wall in turn, and both that stand before the database. */
const DOWN: readonly (readonly (keyof Walls)[])[] = [
  ["operation"],
  ["shield"],
  ["rows"],
  ["operation", "shield"],
];

anyGround((ground, kind) => {
  /** The county is the same whatever wall is down. */
  let known: KnownValues | undefined;
  const forbidden = new Map<string, ForbiddenValues>();

  describe.each(DOWN.map((walls) => [walls]))("without %j", (without) => {
    const { hub, forbiddenTo } = withKnownValues({ without });
    /** Whether nothing is left but what the database refuses, or a statement does not name. */
    const alone = without.length === 2;
    const where = alone && kind === "pglite" ? ", by the columns that statements name alone" : "";
    let api: GraphQLSchema;
    beforeAll(() => {
      api = buildSchema(hub().plan.composition.apiSdl);
    });
    const mayRead = (caller: Caller, coordinate: string) =>
      decideField(hub().plan.policy, { ...caller, date: DATE }, coordinate).allowed;
    const leaked = async (caller: Caller, query: string) => {
      const { text } = await hub().ask(caller, query);
      expect(text).not.toContain("OPERATION_TOO_COSTLY");
      return forbiddenTo(caller).in(text, query);
    };

    test.each(CALLERS)(
      `$department learns nothing forbidden from everything at once${where}`,
      async (caller) => {
        const query = `{ ${WAY_IN} { edges { node ${everything(api, "Household", 4)} } } }`;
        expect(await leaked(caller, query)).toEqual([]);
      },
    );

    test.each(CALLERS)(
      `$department learns nothing forbidden from one type at a time${where}`,
      async (caller) => {
        for (const [type, path] of paths(api)) {
          const hidden = leaves(api, type).filter((name) => !mayRead(caller, `${type}.${name}`));
          if (hidden.length === 0) continue;
          const fields = hidden.map((name, place) => `x${place}: ${name}`).join(" ");
          const inside = `{ ... on ${type} { ${fields} } }`;
          const query = path.reduceRight((below, step) => `{ ${step} ${below} }`, inside);
          const hits = await leaked(caller, `{ ${WAY_IN} ${query} }`);
          expect([query, hits]).toEqual([query, []]);
        }
      },
    );

    test.each(CALLERS.slice(0, 2))("$department learns no ID number", async (caller) => {
      const query = `{ ${WAY_IN} { edges { node { members { name idNumber } } } } }`;
      expect((await leaked(caller, query)).slice(0, 1)).toEqual([]);
    });

    const stands = !alone || kind === "postgres";
    const counting = stands
      ? "县妇联 cannot count by a field that it may not read"
      : "on pglite there is no third wall before a filter: it counts";
    test(counting, async () => {
      const counts = await Promise.all(
        ["WITHIN_STANDARD", "ABOVE_MARGINAL_LINE"].map(async (band) => {
          const query = `{ searchHouseholds(filter: { incomeBand: ${band} }) { totalCount } }`;
          const { data } = await hub().ask(CALLERS[1]!, query);
          return data?.searchHouseholds?.totalCount ?? null;
        }),
      );
      if (stands) expect(counts).toEqual([null, null]);
      else expect(counts).not.toContain(null);
    });

    test.each(CALLERS)("$department still reads what it may", async (caller) => {
      const inside = everything(api, "Household", 4, (coordinate) => mayRead(caller, coordinate));
      const { status, data, errors } = await hub().ask(
        caller,
        `{ ${WAY_IN} { edges { node ${inside} } } }`,
      );
      expect([status, data.searchHouseholds.edges.length]).toEqual([200, HOUSEHOLDS]);
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
        const query = `{ ${WAY_IN} { edges { node ${everything(api, "Household", 4)} } } }`;
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
    beforeAll(async () => {
      known ??= await KnownValues.of(hub());
    });
    const rows = !without.includes("rows");
    const forbiddenTo = (caller: Caller): ForbiddenValues => {
      const key = `${caller.department} ${rows}`;
      const viewer = { ...caller, date: DATE, jurisdiction: ["330726"], rows };
      const values = forbidden.get(key) ?? known!.forbiddenTo(viewer);
      forbidden.set(key, values);
      return values;
    };
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
