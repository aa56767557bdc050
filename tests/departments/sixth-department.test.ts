import { departments } from "../../resolvers/index.js";
import { startTestHub, type TestHub } from "../support/hubs.js";
import veterans from "./veterans/index.js";

describe("a sixth department: one folder, one line", () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub({ definitions: [...departments, veterans] });
  }, 120_000);
  afterAll(() => hub?.close());

  const query = `{ searchHouseholds(first: 3) { edges { node { members {
    name veteran { monthlyPension provenance { department } } } } } } }`;

  test("answers beside the other five", async () => {
    const { data, errors } = await hub.ask({ department: "县民政局", duty: "1.2" }, query);
    expect(errors).toEqual([]);
    const [head] = data.searchHouseholds.edges[0].node.members;
    expect(head).toEqual({
      name: expect.any(String),
      veteran: { monthlyPension: "812.50", provenance: { department: "县退役军人事务局" } },
    });
  });

  test("is authorized by its own declarations", async () => {
    const { status, errors } = await hub.ask({ department: "县民政局", duty: "2.1" }, query);
    expect(status).toBe(403);
    expect(errors.map(({ extensions }) => extensions["coordinate"])).toEqual([
      "Person.veteran",
      "Veteran.monthlyPension",
      "Veteran.provenance",
    ]);
  });
});
