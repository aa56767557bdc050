import { householdIds } from "../support/household-ids.js";
import { eachHub, HOUSEHOLDS } from "../support/hubs.js";
import { HOUSEHOLD_QUERY, HOUSEHOLDS_QUERY } from "../support/queries.js";

const CIVIL_AFFAIRS = { department: "县民政局", duty: "1.2" };

eachHub((hub) => {
  const ids = (first: number) => householdIds(hub(), first);

  test("a household is answered from five departments at once", async () => {
    const { status, data, errors } = await hub().ask(CIVIL_AFFAIRS, HOUSEHOLDS_QUERY, {
      ids: await ids(HOUSEHOLDS),
    });
    expect(status).toBe(200);
    expect([...new Set(errors.map(({ extensions }) => extensions["code"]))]).toEqual([
      "CONSENT_REQUIRED",
    ]);
    expect(data.households).toHaveLength(HOUSEHOLDS);
    const members = data.households.flatMap(
      (household: { members: object[] }) => household.members,
    );
    for (const record of ["medicalInsurance", "disability", "agriculture", "vehicles"]) {
      const found = members.filter((member: Record<string, unknown>) =>
        Array.isArray(member[record]) ? member[record].length > 0 : member[record] !== null,
      );
      expect([record, found.length > 0]).toEqual([record, true]);
    }
    const provenance = members.find(
      (member: { medicalInsurance: unknown }) => member.medicalInsurance,
    ).medicalInsurance.provenance;
    expect(provenance).toEqual({
      department: "县医保局",
      originalSource: "县医保局",
      asOf: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      fetchedAt: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+\+08:00$/),
      inDispute: false,
    });
  });

  test("the number of statements does not grow with the number of households", async () => {
    const all = await ids(100);
    const count = async (wanted: string[]) => {
      const statements = await hub().statementsOf(() =>
        hub().ask(CIVIL_AFFAIRS, HOUSEHOLDS_QUERY, { ids: wanted }),
      );
      return statements.length;
    };
    // From the third time on, selections share statements.
    for (let time = 0; time < 2; time += 1) expect(await count(all)).toBeLessThanOrEqual(20);
    const many = await count(all);
    expect(many).toBe(await count(all.slice(0, 50)));
    expect(many).toBeLessThanOrEqual(20);
  });

  test("households come in the order asked, with null for one that does not exist", async () => {
    const [first, second] = await ids(2);
    const { data, errors } = await hub().ask(
      CIVIL_AFFAIRS,
      "query($ids: [ID!]!) { households(ids: $ids) { id } }",
      { ids: [second, "H000", first] },
    );
    expect(errors).toEqual([]);
    expect(data.households).toEqual([{ id: second }, null, { id: first }]);
  });

  test("a search pages through every household once", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await hub().ask(
        CIVIL_AFFAIRS,
        `query($after: String) { searchHouseholds(first: 33, after: $after) {
           pageInfo { hasNextPage endCursor } edges { node { id } } } }`,
        { after },
      );
      const { edges, pageInfo } = data.searchHouseholds;
      seen.push(...edges.map((edge: { node: { id: string } }) => edge.node.id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(await ids(500));
    expect(new Set(seen).size).toBe(HOUSEHOLDS);
  });

  test("a household outside the jurisdiction is an error at its path, and its siblings survive", async () => {
    const { data: found } = await hub().ask(
      CIVIL_AFFAIRS,
      "{ searchHouseholds(first: 120) { edges { node { id township } } } }",
    );
    const nodes: { id: string; township: string }[] = found.searchHouseholds.edges.map(
      (edge: { node: object }) => edge.node,
    );
    const inside = nodes[0];
    const outside = nodes.find((node) => node.township !== inside?.township);
    const asking = { ...CIVIL_AFFAIRS, jurisdiction: [inside?.township ?? ""] };
    const { data, errors, status } = await hub().ask(
      asking,
      "query($ids: [ID!]!) { households(ids: $ids) { id } }",
      { ids: [outside?.id, inside?.id] },
    );
    expect(status).toBe(200);
    expect(data.households).toEqual([null, { id: inside?.id }]);
    expect(errors).toMatchObject([
      { path: ["households", 0], extensions: { code: "OUT_OF_JURISDICTION" } },
    ]);
    const { data: counted } = await hub().ask(asking, "{ searchHouseholds { totalCount } }");
    expect(counted.searchHouseholds.totalCount).toBe(
      nodes.filter((node) => node.township === inside?.township).length,
    );
  });

  test("a source that fails is an error at its fields; the other departments answer", async () => {
    const [id] = await ids(1);
    const database = hub().running.databases.main;
    await database.query("alter table agriculture.agriculture rename to gone");
    try {
      const { data, errors } = await hub().ask(CIVIL_AFFAIRS, HOUSEHOLD_QUERY, { id });
      expect(data.household.members[0].name).toEqual(expect.any(String));
      expect(data.household.members[0].agriculture).toBeNull();
      expect(errors[0]).toMatchObject({
        path: ["household", "members", 0, "agriculture"],
        extensions: { code: "SOURCE_UNAVAILABLE", department: "县农业农村局" },
      });
      expect(JSON.stringify(errors)).not.toMatch(/relation|select|gone/i);
    } finally {
      await database.query("alter table agriculture.gone rename to agriculture");
    }
  });

  test("one table of a department fails: its others answer", async () => {
    const all = await ids(HOUSEHOLDS);
    const database = hub().running.databases.main;
    await database.query("alter table big_data.vehicle rename to gone");
    try {
      const { errors } = await hub().ask(CIVIL_AFFAIRS, HOUSEHOLDS_QUERY, { ids: all });
      const failed = errors.filter(({ extensions }) => extensions["code"] === "SOURCE_UNAVAILABLE");
      expect(failed.length).toBeGreaterThan(0);
      expect([...new Set(failed.map(({ path }) => path?.at(-1)))]).toEqual(["vehicles"]);
    } finally {
      await database.query("alter table big_data.gone rename to vehicle");
    }
  });

  test("consents cannot be looked up -> what needs one is unavailable, and no failure goes unheard", async () => {
    const all = await ids(HOUSEHOLDS);
    const unheard: unknown[] = [];
    const hear = (error: unknown) => void unheard.push(error);
    process.on("unhandledRejection", hear);
    const database = hub().running.databases.main;
    await database.query("alter table consent.consent rename to gone");
    try {
      const { data, errors } = await hub().ask(CIVIL_AFFAIRS, HOUSEHOLDS_QUERY, { ids: all });
      expect(data.households[0].members[0].name).toEqual(expect.any(String));
      expect([...new Set(errors.map(({ extensions }) => extensions["code"]))]).toEqual([
        "SOURCE_UNAVAILABLE",
      ]);
      expect(unheard).toEqual([]);
    } finally {
      await database.query("alter table consent.gone rename to consent");
      process.off("unhandledRejection", hear);
    }
  });

  test("one household -> what goes by its id does not wait for it, be there such a household or not", async () => {
    const statements = await hub().statementsOf(async () => {
      const { data } = await hub().ask(CIVIL_AFFAIRS, HOUSEHOLD_QUERY, { id: "H000" });
      expect(data).toEqual({ household: null });
    });
    const asked = statements.join("\n");
    for (const table of ["household", "membership", "assistance"]) {
      expect(asked).toContain(`from "civil_affairs"."${table}"`);
    }
  });

  test("nobody in a household consents -> nothing that needs consent is looked for", async () => {
    const all = await ids(HOUSEHOLDS);
    const { data, errors } = await hub().ask(CIVIL_AFFAIRS, HOUSEHOLDS_QUERY, { ids: all });
    const without = all.find((_id, place) => {
      const refused = errors.filter(
        ({ path, extensions }) =>
          path?.[1] === place &&
          path.at(-1) === "vehicles" &&
          extensions["code"] === "CONSENT_REQUIRED",
      );
      return refused.length === data.households[place].members.length;
    });
    expect(without).toBeDefined();
    const statements = await hub().statementsOf(() =>
      hub().ask(CIVIL_AFFAIRS, HOUSEHOLD_QUERY, { id: without }),
    );
    expect(statements.join("\n")).toMatch(/"household_registration"/);
    expect(statements.join("\n")).not.toMatch(/"(vehicle|real_estate|spending|medical_insurance)"/);
  });
});
