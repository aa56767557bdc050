import type { Found, FoundHousehold } from "../../src/verification/reading/found.js";
import { readAnswer, type HouseholdsAnswer } from "../../src/verification/reading/read-answer.js";

const PERSON = { name: "张建国", idNumber: "…", agriculture: null, vehicles: [], disability: null };

function read(answer: HouseholdsAnswer): Found {
  return readAnswer(["H1"], answer)[0] as Found;
}

function household(members: readonly unknown[], errors: HouseholdsAnswer["errors"] = []) {
  const answer = read({ data: { households: [{ id: "H1", members, obligors: [] }] }, errors });
  if (answer.outcome !== "FOUND") throw new Error(answer.outcome);
  return answer.household;
}

const member = (found: FoundHousehold) => found.members[0] as FoundHousehold["members"][number];

const at = (path: readonly (string | number)[], code: string) => ({ path, extensions: { code } });

describe("one source of one person", () => {
  it.each([
    ["no error", null, "NO_RECORD"],
    ["CONSENT_REQUIRED", "CONSENT_REQUIRED", "NOT_AUTHORISED"],
    ["OUT_OF_JURISDICTION", "OUT_OF_JURISDICTION", "NOT_AUTHORISED"],
    ["FIELD_NOT_AUTHORIZED", "FIELD_NOT_AUTHORIZED", "NOT_AUTHORISED"],
    ["SOURCE_UNAVAILABLE", "SOURCE_UNAVAILABLE", "UNAVAILABLE"],
    ["INTERNAL", "INTERNAL", "UNAVAILABLE"],
  ])("null with %s", (_what, code, outcome) => {
    const errors = code ? [at(["households", 0, "members", 0, "disability"], code)] : [];
    const { answers } = member(household([PERSON], errors));
    expect(answers.disability).toEqual({ outcome, reason: code, records: [], withheld: [] });
    expect(answers.agriculture.outcome).toBe("NO_RECORD");
  });

  it("an empty list -> no record; a null list with an error -> its reason", () => {
    expect(member(household([PERSON])).answers.vehicles.outcome).toBe("NO_RECORD");
    const errors = [at(["households", 0, "members", 0, "vehicles"], "SOURCE_UNAVAILABLE")];
    const { answers } = member(household([{ ...PERSON, vehicles: null }], errors));
    expect(answers.vehicles.outcome).toBe("UNAVAILABLE");
  });

  it("a found record with a part refused -> found, and the part withheld", () => {
    const errors = [
      at(["households", 0, "members", 0, "agriculture", "transferRent"], "CONSENT_REQUIRED"),
    ];
    const agriculture = { lowIncomeFarmer: true, transferRent: null };
    const { answers } = member(household([{ ...PERSON, agriculture }], errors));
    expect(answers.agriculture).toMatchObject({
      outcome: "FOUND",
      records: [agriculture],
      withheld: [{ field: "transferRent", outcome: "NOT_AUTHORISED", reason: "CONSENT_REQUIRED" }],
    });
  });

  it("a null that a non-null field beneath passed up -> the reason of that field", () => {
    const errors = [
      at(["households", 0, "members", 0, "disability", "grade"], "SOURCE_UNAVAILABLE"),
    ];
    expect(member(household([PERSON], errors)).answers.disability.outcome).toBe("UNAVAILABLE");
  });

  it("the second person's error is not the first person's", () => {
    const errors = [at(["households", 0, "members", 1, "vehicles"], "CONSENT_REQUIRED")];
    const { members } = household([PERSON, { ...PERSON, vehicles: null }], errors);
    expect(members.map(({ answers }) => answers.vehicles.outcome)).toEqual([
      "NO_RECORD",
      "NOT_AUTHORISED",
    ]);
  });
});

describe("a person", () => {
  it("outside the jurisdiction -> nothing of the person is authorised", () => {
    const errors = [at(["households", 0, "members", 0], "OUT_OF_JURISDICTION")];
    const { identity, answers } = member(household([null], errors));
    expect(identity.outcome).toBe("NOT_AUTHORISED");
    expect(answers.vehicles).toMatchObject({
      outcome: "NOT_AUTHORISED",
      reason: "OUT_OF_JURISDICTION",
    });
  });

  it("whom the register lacks -> no record of the person, and no source could be asked", () => {
    const { identity, answers } = member(household([null]));
    expect(identity.outcome).toBe("NO_RECORD");
    expect(answers.vehicles).toMatchObject({
      outcome: "UNAVAILABLE",
      reason: "PERSON_NOT_REGISTERED",
    });
  });
});

describe("the households in which a member counts", () => {
  it("not asked -> null", () => {
    expect(member(household([PERSON])).countedIn).toBeNull();
  });

  it("one outside the divisions -> its place is withheld, the others are there", () => {
    const errors = [at(["households", 0, "members", 0, "countedIn", 1], "OUT_OF_JURISDICTION")];
    const { countedIn } = member(
      household([{ ...PERSON, countedIn: [{ id: "H1" }, null] }], errors),
    );
    expect(countedIn).toEqual({
      outcome: "FOUND",
      reason: null,
      records: [{ id: "H1" }],
      withheld: [{ field: "1", outcome: "NOT_AUTHORISED", reason: "OUT_OF_JURISDICTION" }],
    });
  });
});

describe("a household", () => {
  it("null without an error -> there is none", () => {
    expect(read({ data: { households: [null] } })).toEqual({
      id: "H1",
      outcome: "NO_RECORD",
      reason: null,
    });
  });

  it("outside the jurisdiction -> not authorised", () => {
    const errors = [at(["households", 0], "OUT_OF_JURISDICTION")];
    expect(read({ data: { households: [null] }, errors }).outcome).toBe("NOT_AUTHORISED");
  });

  it.each([
    ["FIELD_NOT_AUTHORIZED", "NOT_AUTHORISED"],
    ["AUDIT_UNAVAILABLE", "UNAVAILABLE"],
    ["CASE_REQUIRED", "UNAVAILABLE"],
  ])("an operation refused whole with %s -> %s", (code, outcome) => {
    expect(read({ errors: [{ extensions: { code } }] })).toEqual({
      id: "H1",
      outcome,
      reason: code,
    });
  });

  it("no data and no error -> did not answer, never no record", () => {
    expect(read({}).outcome).toBe("UNAVAILABLE");
  });

  it("whose list of members did not come -> the list is withheld", () => {
    const errors = [at(["households", 0, "members"], "SOURCE_UNAVAILABLE")];
    const node = { id: "H1", members: null, obligors: [] };
    const answer = read({ data: { households: [node] }, errors });
    expect(answer.outcome === "FOUND" && answer.household.withheld).toEqual([
      { field: "members", outcome: "UNAVAILABLE", reason: "SOURCE_UNAVAILABLE" },
    ]);
  });

  it("answers come in the order asked", () => {
    const nodes = [{ id: "H1", members: [] }, null, { id: "H3", members: [] }];
    const found = readAnswer(["H1", "H2", "H3"], { data: { households: nodes } });
    expect(found.map(({ id, outcome }) => [id, outcome])).toEqual([
      ["H1", "FOUND"],
      ["H2", "NO_RECORD"],
      ["H3", "FOUND"],
    ]);
  });
});
