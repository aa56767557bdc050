import type { TestHub } from "../../support/hubs.js";
import { CIVIL_AFFAIRS, send } from "./asking.js";

/** Names that mean something to JavaScript objects. */
const NAMES = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "then"];

/** Names of an object's own workings, as aliases and as keys of variables. */
export function describeNames(hub: () => TestHub): void {
  afterEach(() => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  describe("a name of every object's own", () => {
    test.each(NAMES)("%s as an alias -> a name like any other", async (name) => {
      const query = `{ ${name}: viewer { ${name}: duty } household: viewer { duty } }`;
      const { text } = await hub().ask(CIVIL_AFFAIRS, query);
      const own = JSON.parse(text).data as object;
      expect(Object.entries(own)).toEqual([
        [name, JSON.parse(`{"${name}":"1.2"}`)],
        ["household", { duty: "1.2" }],
      ]);
    });

    test.each(NAMES)(
      "%s as a fragment, an operation and a variable -> names like any other",
      async (name) => {
        const query = `query ${name}($${name}: ID = "2.3") { ...${name} }
        fragment ${name} on Query { duty(id: $${name}) { id } }`;
        const { data, errors } = await hub().ask(
          CIVIL_AFFAIRS,
          query,
          JSON.parse(`{"${name}":"1.2"}`),
        );
        expect([data, errors]).toEqual([{ duty: { id: "1.2" } }, []]);
      },
    );

    test.each(NAMES)("%s as a field -> no field", async (name) => {
      const { status } = await hub().ask(CIVIL_AFFAIRS, `{ viewer { ${name} } }`);
      expect(status).toBe(400);
    });

    test.each([
      ["the variables", '{"query":"{ viewer { duty } }","variables":{"__proto__":{"polluted":1}}}'],
      ["the request", '{"query":"{ viewer { duty } }","__proto__":{"polluted":1}}'],
      [
        "its extensions",
        '{"query":"{ viewer { duty } }","extensions":{"__proto__":{"polluted":1}}}',
      ],
    ])("__proto__ in %s -> nobody's prototype", async (_name, body) => {
      const { status, data } = await send(hub(), body);
      expect([status, data]).toEqual([200, { viewer: { duty: "1.2" } }]);
    });

    test("__proto__ that brings the operation -> no operation", async () => {
      const { status } = await send(hub(), '{"__proto__":{"query":"{ viewer { duty } }"}}');
      expect(status).toBe(400);
    });

    test.each(["__proto__", "constructor"])("%s in a filter -> no such filter", async (name) => {
      const query = "query($f: HouseholdFilter) { searchHouseholds(filter: $f) { totalCount } }";
      const f = JSON.parse(`{"${name}":{"polluted":1}}`);
      const { status, errors } = await hub().ask(CIVIL_AFFAIRS, query, { f });
      expect([status, errors[0]?.extensions["code"]]).toEqual([400, "BAD_USER_INPUT"]);
    });
  });
}
