import type { TestHub } from "../../support/hubs.js";
import { CIVIL_AFFAIRS, send } from "./asking.js";
import { FAILING_FIELDS } from "./failing-department.js";

/** What no answer may say: where a database is, its password, the code that failed. */
const SECRETS = /postgres:|s3cret|10\.0\.0\.5|ECONNREFUSED|node_modules|\.ts:|stack|at \w+ \(/;

/** Texts of errors that were not written for the caller. */
export function describeErrors(hub: () => TestHub): void {
  describe("an error with a database's URL in it", () => {
    test.each(FAILING_FIELDS)(
      "%s -> INTERNAL with a fixed text, the rest of the answer stands",
      async (field) => {
        const { data } = await hub().ask(
          CIVIL_AFFAIRS,
          "{ searchHouseholds(first: 1) { edges { node { members { idNumber } } } } }",
        );
        const [{ idNumber }] = data.searchHouseholds.edges[0].node.members;
        const answer = await hub().ask(
          CIVIL_AFFAIRS,
          `query($n: IdNumber!) { person(idNumber: $n) { idNumber ${field} } }`,
          { n: idNumber },
        );
        expect(answer.data).toEqual({ person: { idNumber, [field]: null } });
        expect(answer.errors).toEqual([
          {
            message: "the hub failed to answer; its log says why under the audit id",
            path: ["person", field],
            extensions: { code: "INTERNAL" },
          },
        ]);
        expect(answer.text).not.toMatch(SECRETS);
      },
    );
  });

  test.each([
    ["no JSON", "{"],
    ["no operation", "{}"],
    ["null", "null"],
    ["a list", "[]"],
    ["a number for an operation", '{"query":1}'],
    ["a list of variables", '{"query":"{ viewer { duty } }","variables":[]}'],
    ["a name that is a number", '{"query":"{ viewer { duty } }","operationName":1}'],
    ["a text that is no GraphQL", '{"query":"select * from person"}'],
    ["a value nested too deep to parse", `{"query":"{ duty(id: ${"[".repeat(9900)}) }"}`],
  ])("%s -> the request's fault, without a word of the hub's workings", async (_name, body) => {
    const { status, text, data } = await send(hub(), body);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(data).toBeUndefined();
    expect(text).not.toMatch(SECRETS);
  });

  test("no header names what the hub is built with", async () => {
    const { headers } = await send(hub(), '{"query":"{ viewer { duty } }"}');
    expect([...headers.keys()].filter((name) => /server|powered|version/.test(name))).toEqual([]);
  });
}
