import { post, startTestHub, type TestHub } from "../support/hubs.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
}, 120_000);
afterAll(() => hub?.close());

const CIVIL_AFFAIRS = { department: "县民政局", duty: "1.2" };
const ID_NUMBER = "11010519491231002X";

describe("a request without standing", () => {
  const graphql = () => `${hub.url}/graphql`;

  test("no token -> UNAUTHENTICATED, 401", async () => {
    const { status, errors } = await post(graphql(), {}, { query: "{ viewer { duty } }" });
    expect([status, errors[0]?.extensions["code"]]).toEqual([401, "UNAUTHENTICATED"]);
  });

  test.each([
    ["an expired token", { expires: "-5m" }],
    ["no duties", { duties: [] }],
    ["a jurisdiction that is no prefix", { jurisdiction: ["浦江"] }],
  ])("%s -> UNAUTHENTICATED", async (_name, request) => {
    const headers = { authorization: `Bearer ${await hub.token(request)}`, "hub-duty": "1.2" };
    const { status, errors } = await post(graphql(), headers, { query: "{ viewer { duty } }" });
    expect([status, errors[0]?.extensions["code"]]).toEqual([401, "UNAUTHENTICATED"]);
  });

  test("a token of another issuer's key -> UNAUTHENTICATED", async () => {
    const token = await hub.token();
    const [head, claims] = token.split(".");
    const headers = { authorization: `Bearer ${head}.${claims}.AAAA`, "hub-duty": "1.2" };
    const { status } = await post(graphql(), headers, { query: "{ viewer { duty } }" });
    expect(status).toBe(401);
  });

  test("no duty -> DUTY_REQUIRED", async () => {
    const headers = { authorization: `Bearer ${await hub.token()}` };
    const { errors } = await post(graphql(), headers, { query: "{ viewer { duty } }" });
    expect(errors[0]?.extensions["code"]).toBe("DUTY_REQUIRED");
  });

  test.each([
    ["an unknown duty", { department: "县民政局", duty: "99.9" }, "DUTY_UNKNOWN"],
    ["a list without the department", { department: "县残联", duty: "1.2" }, "DUTY_NOT_ASSIGNED"],
    ["a token without the duty", { ...CIVIL_AFFAIRS, duties: ["2.2"] }, "DUTY_NOT_ASSIGNED"],
    ["no case", { ...CIVIL_AFFAIRS, case: null }, "CASE_REQUIRED"],
    ["two duties in one header", { ...CIVIL_AFFAIRS, duty: "1.2, 2.3" }, "DUTY_REQUIRED"],
  ])("%s -> %s", async (_name, asking, code) => {
    const { errors } = await hub.ask(asking, "{ viewer { duty } }");
    expect(errors.map((error) => error.extensions["code"])).toEqual([code]);
  });
});

describe("an operation that is refused again", () => {
  const asking = { department: "县残联", duty: "2.3" };
  const query = "query Q($id: ID!) { household(id: $id) { id declaration { wageIncome } } }";
  const told = ({ status, errors, data }: Awaited<ReturnType<TestHub["ask"]>>) => ({
    status,
    errors,
    data,
  });
  const recordOf = async (answer: Awaited<ReturnType<TestHub["ask"]>>) => {
    const { audit } = answer.extensions["hub"] as { audit: string };
    const [record] = await hub.running.databases.main.query(
      "select decision, operation, reading, codes, department, duty from audit.record where id = $1",
      [audit],
    );
    return record;
  };

  test("has the same answer each time, and a record of its own", async () => {
    const first = await hub.ask(asking, query, { id: "H330726000001" });
    const again = await hub.ask(asking, query, { id: "H330726000002" });
    expect([first.status, first.errors[0]?.extensions["code"]]).toEqual([
      403,
      "FIELD_NOT_AUTHORIZED",
    ]);
    expect(told(again)).toEqual(told(first));
    expect(again.extensions).toEqual({
      hub: { ...(first.extensions["hub"] as object), audit: expect.any(String) },
    });
    expect(again.extensions).not.toEqual(first.extensions);
    expect(await recordOf(again)).toEqual(await recordOf(first));
    expect(await recordOf(again)).toMatchObject({ decision: "REFUSED", department: "县残联" });
  });

  test("is decided anew for others: allowed where they may", async () => {
    const { status, errors } = await hub.ask(CIVIL_AFFAIRS, query, { id: "H0" });
    expect([status, errors]).toEqual([200, []]);
    const other = await hub.ask({ department: "县残联", duty: "2.3" }, query.replace("Q", "P"));
    expect(other.status).toBe(403);
  });

  test("cannot be put on record -> AUDIT_UNAVAILABLE", async () => {
    await hub.ask(asking, query, { id: "H1" });
    await hub.running.databases.main.query("alter table audit.record rename to gone");
    try {
      const { status, errors } = await hub.ask(asking, query, { id: "H1" });
      expect([status, errors[0]?.extensions["code"]]).toEqual([503, "AUDIT_UNAVAILABLE"]);
    } finally {
      await hub.running.databases.main.query("alter table audit.gone rename to record");
    }
  });
});

describe("an operation that asks for too much", () => {
  test("is refused whole, one error a coordinate, before any source is asked", async () => {
    const asking = { department: "县残联", duty: "2.3" };
    const query = `{ person(idNumber: "${ID_NUMBER}") {
      name idNumber vehicles { plateNumber } disability { grade } } }`;
    const statements = await hub.statementsOf(async () => {
      const { status, data, errors, extensions } = await hub.ask(asking, query);
      expect(status).toBe(403);
      expect(data).toBeUndefined();
      expect(errors.map((error) => error.extensions)).toEqual(
        ["Person.idNumber", "Person.vehicles", "Vehicle.plateNumber"].map((coordinate) => ({
          code: "FIELD_NOT_AUTHORIZED",
          coordinate,
          duty: "2.3",
          grantedBy: [],
        })),
      );
      expect(extensions["hub"]).toEqual({
        duty: "2.3",
        policy: hub.plan.policy.hash,
        audit: expect.any(String),
      });
    });
    expect(statements).toEqual([]);
  });

  test.each([
    ["an alias", "{ person(idNumber: $id) { x: vehicles { y: plateNumber } } }"],
    [
      "a fragment",
      "{ person(idNumber: $id) { ...F } } fragment F on Person { vehicles { plateNumber } }",
    ],
    ["@skip", "{ person(idNumber: $id) { vehicles @skip(if: true) { plateNumber } } }"],
    ["a nested person", "{ person(idNumber: $id) { ... on Person { vehicles { plateNumber } } } }"],
  ])("cannot hide it behind %s", async (_name, body) => {
    const { status, errors } = await hub.ask(
      { department: "县残联", duty: "2.3" },
      `query($id: IdNumber!) ${body}`,
      { id: ID_NUMBER },
    );
    expect(status).toBe(403);
    expect(errors.map((error) => error.extensions["coordinate"])).toEqual([
      "Person.vehicles",
      "Vehicle.plateNumber",
    ]);
  });

  test.each([
    [
      "in the text",
      "{ searchHouseholds(filter: { incomeBand: WITHIN_STANDARD }) { totalCount } }",
      {},
    ],
    [
      "in a variable",
      "query($f: HouseholdFilter) { searchHouseholds(filter: $f) { totalCount } }",
      { f: { incomeBand: "WITHIN_STANDARD" } },
    ],
  ])("cannot filter by a field it may not read, %s", async (_name, query, variables) => {
    const asking = { department: "县民政局", duty: "1.2" };
    expect((await hub.ask(asking, query, variables)).status).toBe(200);
    const other = { department: "县妇联", duty: "4.1" };
    const { status, errors } = await hub.ask(other, query, variables);
    expect([status, errors[0]?.extensions["coordinate"]]).toEqual([403, "Household.incomeBand"]);
  });
});

describe("what a caller may not read it cannot see", () => {
  const asking = { department: "县残联", duty: "2.3" };

  test("in introspection", async () => {
    const { data } = await hub.ask(
      asking,
      '{ __schema { types { name } } person: __type(name: "Person") { fields { name } } vehicle: __type(name: "Vehicle") { name } viewer { duty } }',
    );
    expect(data.vehicle).toBeNull();
    expect(data.viewer).toEqual({ duty: "2.3" });
    const names = data.person.fields.map((field: { name: string }) => field.name);
    expect(names).toContain("disability");
    expect(names).not.toContain("vehicles");
    expect(JSON.stringify(data.__schema)).not.toContain("Vehicle");
  });

  test("in suggestions", async () => {
    const { errors } = await hub.ask(
      asking,
      `{ person(idNumber: "${ID_NUMBER}") { vehicle nam } }`,
    );
    const messages = errors.map((error) => error.message).join(" ");
    expect(messages).toContain('"name"');
    expect(messages).not.toContain("vehicles");
  });
});

describe("a malformed argument", () => {
  test.each([
    ["in the text", `{ person(idNumber: "110105194912310021") { name } }`, {}, "idNumber"],
    [
      "in a variable",
      "query($who: IdNumber!) { person(idNumber: $who) { name } }",
      { who: "110105194912310021" },
      "who",
    ],
    [
      "in a filter",
      '{ searchHouseholds(filter: { township: "33" }) { totalCount } }',
      {},
      "filter.township",
    ],
    ["as a page size", "{ searchHouseholds(first: 0) { totalCount } }", {}, "first"],
    ["as a cursor", '{ searchHouseholds(after: "x") { totalCount } }', {}, "after"],
  ])("%s -> BAD_USER_INPUT with the argument", async (_name, query, variables, argument) => {
    const { errors } = await hub.ask(CIVIL_AFFAIRS, query, variables);
    expect(errors.map(({ extensions }) => [extensions["code"], extensions["argument"]])).toEqual([
      ["BAD_USER_INPUT", argument],
    ]);
  });
});

describe("the hub about itself", () => {
  test("says who the caller is and explains a decision", async () => {
    const { data, errors } = await hub.ask(
      { department: "县残联", duty: "2.3" },
      `{ viewer { client department duty jurisdiction readableFields }
         duty(id: "2.3") { title basisStatus consentRequired departments { name } }
         explainAccess(department: "县残联", duty: "2.3", coordinate: "Vehicle.plateNumber") {
           allowed reason grantedBy } }`,
    );
    expect(errors).toEqual([]);
    expect(data.viewer).toMatchObject({ client: "test", department: "县残联", duty: "2.3" });
    expect(data.viewer.readableFields).toContain("Disability.bankAccount");
    expect(data.viewer.readableFields).not.toContain("Vehicle.plateNumber");
    expect(data.duty).toEqual({
      title: "增强兜底保障",
      basisStatus: "DRAFT",
      consentRequired: true,
      departments: [{ name: "县民政局" }, { name: "县残联" }, { name: "县医保局" }],
    });
    expect(data.explainAccess).toEqual({
      allowed: false,
      reason: "FIELD_NOT_NEEDED",
      grantedBy: [],
    });
  });
});
