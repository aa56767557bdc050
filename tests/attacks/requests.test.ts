import { createHash } from "node:crypto";
import { anyGround, hubOn } from "../support/grounds.js";
import type { Answer } from "../support/hubs.js";
import { getAs, postAs, refusal } from "../support/requests.js";

const CIVIL_AFFAIRS = { department: "县民政局", duty: "1.2" };
const DISABLED_FEDERATION = { department: "县残联", duty: "2.3" };
const WOMENS_FEDERATION = { department: "县妇联", duty: "4.1" };

const VEHICLES = [403, "Person.vehicles", "Vehicle.plateNumber"];

/** Somebody whose vehicles every test asks for. */
const PERSON = `{ searchHouseholds(first: 1) { edges { node { members { idNumber } } } } }`;

anyGround((ground) => {
  describe("co-located", () => {
    const hub = hubOn(ground);
    let idNumber: string;
    beforeAll(async () => {
      const { data } = await hub().ask(CIVIL_AFFAIRS, PERSON);
      idNumber = data.searchHouseholds.edges[0].node.members[0].idNumber;
    });

    describe("an operation is decided for whoever asks, whatever was asked before", () => {
      const query =
        "query($n: IdNumber!) { person(idNumber: $n) { name vehicles { plateNumber } } }";
      const ask = (asking: typeof CIVIL_AFFAIRS & { duties?: string[] }, text = query) =>
        hub().ask(asking, text, { n: idNumber });
      const OTHER_DUTY = { department: "县民政局", duty: "2.3", duties: ["1.2", "2.3"] };

      test("the same text under a duty that allows it, one that does not, and back", async () => {
        for (let round = 0; round < 3; round++) {
          expect((await ask(CIVIL_AFFAIRS)).status).toBe(200);
          expect(refusal(await ask(OTHER_DUTY))).toEqual(VEHICLES);
        }
      });

      test("the same text and duty from a department that owns the field and from one that does not", async () => {
        const text = "query($n: IdNumber!) { person(idNumber: $n) { idNumber } }";
        for (let round = 0; round < 3; round++) {
          const owner = await ask({ department: "县民政局", duty: "2.3" }, text);
          expect(owner.data.person).toEqual({ idNumber });
          const other = await ask({ department: "县残联", duty: "2.3" }, text);
          expect(refusal(other)).toEqual([403, "Person.idNumber"]);
        }
      });

      test("80 requests at once: every caller gets its own answer", async () => {
        const callers = [CIVIL_AFFAIRS, OTHER_DUTY, DISABLED_FEDERATION, WOMENS_FEDERATION];
        const answers = await Promise.all(
          Array.from({ length: 80 }, (_, place) => ask(callers[place % 4] ?? CIVIL_AFFAIRS)),
        );
        const plates = answers.map(({ text }) => text.includes('"plateNumber":'));
        for (const [place, answer] of answers.entries()) {
          if (place % 4 === 0) expect(answer.status).toBe(200);
          else expect(refusal(answer)).toEqual(VEHICLES);
          expect(plates[place]).toBe(place % 4 === 0 && plates[0]);
        }
      });

      describe("as a persisted operation", () => {
        const hash = (text: string) => createHash("sha256").update(text).digest("hex");
        const persisted = (asking: typeof CIVIL_AFFAIRS, sha256Hash: string, text?: string) =>
          postAs(hub(), asking, {
            ...(text === undefined ? {} : { query: text }),
            variables: { n: idNumber },
            extensions: { persistedQuery: { version: 1, sha256Hash } },
          });

        test("sent whole with its hash -> as without, and registered for nobody", async () => {
          expect((await persisted(CIVIL_AFFAIRS, hash(query), query)).status).toBe(200);
          const refused = await persisted(DISABLED_FEDERATION, hash(query), query);
          expect(refusal(refused)).toEqual(VEHICLES);
          for (const asking of [CIVIL_AFFAIRS, DISABLED_FEDERATION]) {
            const { data, errors } = await persisted(asking, hash(query));
            expect(data).toBeUndefined();
            expect(errors[0]?.extensions["code"]).toBe("PERSISTED_QUERY_NOT_FOUND");
          }
        });

        test("under the hash of an allowed one -> not taken", async () => {
          const allowed = "query($n: IdNumber!) { person(idNumber: $n) { name } }";
          expect((await persisted(DISABLED_FEDERATION, hash(allowed), query)).status).toBe(400);
          expect((await persisted(DISABLED_FEDERATION, hash(allowed), allowed)).status).toBe(200);
        });
      });
    });

    describe("the way a request comes in changes no decision", () => {
      const forbidden = (name: string) =>
        `query ${name}($n: IdNumber!) { person(idNumber: $n) { vehicles { plateNumber } } }`;
      const allowed = (name: string) => `query ${name} { viewer { duty } }`;
      const variables = () => ({ n: idNumber });
      const withoutData = ({ data, text }: Answer) => {
        expect(data ?? null).toBeNull();
        expect(text).not.toContain('"plateNumber":');
      };

      test("by GET", async () => {
        const asked = [
          ["query", forbidden("A")],
          ["variables", JSON.stringify(variables())],
        ] as const;
        expect((await getAs(hub(), CIVIL_AFFAIRS, asked)).status).toBe(200);
        expect(refusal(await getAs(hub(), DISABLED_FEDERATION, asked))).toEqual(VEHICLES);
      });

      test("by GET with two queries -> 400, neither runs", async () => {
        const answer = await getAs(hub(), DISABLED_FEDERATION, [
          ["query", allowed("A")],
          ["query", forbidden("B")],
          ["variables", JSON.stringify(variables())],
        ]);
        expect(answer.status).toBe(400);
        withoutData(answer);
      });

      test("as a batch -> 400, none runs", async () => {
        const batch = [{ query: allowed("A") }, { query: forbidden("B"), variables: variables() }];
        const answer = await postAs(hub(), DISABLED_FEDERATION, batch);
        expect(answer.status).toBe(400);
        withoutData(answer);
      });

      test.each([
        ["the allowed one of two operations", "A", [200]],
        ["the forbidden one of two operations", "B", VEHICLES],
      ])("%s", async (_name, operationName, expected) => {
        const query = `${allowed("A")} ${forbidden("B")}`;
        const body = { query, operationName, variables: variables() };
        const answer = await postAs(hub(), DISABLED_FEDERATION, body);
        expect(refusal(answer).slice(0, expected.length)).toEqual(expected);
        expect(answer.text).not.toContain('"plateNumber":');
      });

      test.each([
        ["no name for two operations", allowed("A"), undefined],
        ["a name that is none of two operations'", allowed("A"), "C"],
        ["a name that is not the only operation's", "", "C"],
        ["an empty name", "", ""],
      ])("%s -> no data, not even afterwards", async (_name, first, operationName) => {
        const query = `${first} ${forbidden("B")}`;
        const send = (name: string | undefined) =>
          postAs(hub(), DISABLED_FEDERATION, {
            query,
            operationName: name,
            variables: variables(),
          });
        withoutData(await send(operationName));
        expect(refusal(await send("B"))).toEqual(VEHICLES);
      });

      test("introspection in a document with a forbidden operation -> the schema alone", async () => {
        const query = `query A { __type(name: "Person") { name } } ${forbidden("B")}`;
        const body = { query, operationName: "A", variables: variables() };
        const answer = await postAs(hub(), DISABLED_FEDERATION, body);
        expect(answer.text).not.toContain('"plateNumber":');
        expect([answer.status, answer.data]).toEqual([200, { __type: { name: "Person" } }]);
      });

      test.each(["mutation", "subscription"])(
        "a %s, of which there is none -> no data",
        async (kind) => {
          const query = `${kind} { person(idNumber: "${idNumber}") { vehicles { plateNumber } } }`;
          withoutData(await hub().ask(DISABLED_FEDERATION, query));
        },
      );
    });
  });

  describe("through the query planner, one department gone", () => {
    const hub = hubOn(ground, { environment: { AGRICULTURE_URL: "http://127.0.0.1:9/graphql" } });
    let idNumber: string;
    let sought: { readonly person: string; readonly name: string; readonly grade: string };
    beforeAll(async () => {
      const [row] = await hub().running.databases.main.query<typeof sought>(
        `select p.person, p.name, d.grade from civil_affairs.person p
           join disabled_federation.disability d using (person)
           join consent.consent c using (person)
          where c.state = 'GIVEN' and c.valid_to is null and c.version = 1 limit 1`,
      );
      sought = row!;
      idNumber = await hub().idNumberOf(sought.person);
    });
    const ask = (root: string, fields: string) =>
      hub().ask(
        CIVIL_AFFAIRS,
        `query($n: IdNumber!) { ${root}person(idNumber: $n) { ${fields} } }`,
        {
          n: idNumber,
        },
      );

    test("no key that it fetches for itself comes out: not as a field, nor in an error", async () => {
      const answer = await ask("", "name disability { grade } agriculture { contractedArea }");
      const { name, grade } = sought;
      expect(answer.data).toEqual({ person: { name, disability: { grade }, agriculture: null } });
      expect(answer.errors.map(({ extensions }) => extensions["code"])).toEqual([
        "SOURCE_UNAVAILABLE",
      ]);
      expect(answer.text).not.toMatch(/"ref"|_entities|representations|[\w-]{8}\.[\w-]{40,}/);
      expect(answer.text).not.toContain(idNumber);
    });

    test("its keys can be asked for by no name", async () => {
      for (const fields of ["ref", "x: ref", "... on Person { ref }", "disability { ref }"]) {
        const { status, data } = await ask("", fields);
        expect([fields, status, data]).toEqual([fields, 400, undefined]);
      }
    });

    test.each([
      ["a field", "", "ref: name disability { grade }", { ref: "name", disability: "record" }],
      ["a record", "", "ref: disability { grade } name", { ref: "record", name: "name" }],
      [
        "an ID number",
        "",
        "ref: idNumber disability { grade }",
        { ref: "id", disability: "record" },
      ],
      [
        "a type",
        "",
        "__typename: name disability { grade }",
        { __typename: "name", disability: "record" },
      ],
      [
        "a look-up",
        "_entities: ",
        "name disability { grade }",
        { name: "name", disability: "record" },
      ],
    ])(
      "%s under a name that it uses itself -> what was asked for",
      async (_what, root, fields, names) => {
        const { name, grade } = sought;
        const id = idNumber;
        const values: Record<string, unknown> = { name, id, record: { grade } };
        const expected = Object.fromEntries(
          Object.entries(names).map(([key, value]) => [key, values[value]]),
        );
        const { data, errors } = await ask(root, fields);
        expect([data, errors]).toEqual([{ [root === "" ? "person" : "_entities"]: expected }, []]);
      },
    );

    test("a forbidden operation is refused before any department is asked", async () => {
      const query = `{ person(idNumber: "${idNumber}") { name vehicles { plateNumber } } }`;
      const statements = await hub().statementsOf(async () => {
        expect(refusal(await hub().ask(DISABLED_FEDERATION, query))).toEqual(VEHICLES);
      });
      expect(statements).toEqual([]);
    });

    test("introspection in a document with a forbidden operation runs no part of the other", async () => {
      const query = `query A { __type(name: "Person") { name } }
        query B { person(idNumber: "${idNumber}") { vehicles { plateNumber } } }`;
      const statements = await hub().statementsOf(async () => {
        const { text } = await postAs(hub(), DISABLED_FEDERATION, { query, operationName: "A" });
        expect(text).not.toContain("plateNumber");
      });
      expect(statements).toEqual([]);
    });
  });
});
