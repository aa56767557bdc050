import { findReport } from "../../src/casework/find-verifications.js";
import { plantedCases } from "../../src/county/generate-county.js";
import { parametersFrom } from "../../src/verification/parameters/parameters.js";
import { buildReport } from "../../src/verification/report/report.js";
import { eachHub, HOUSEHOLDS, type Answer } from "../support/hubs.js";
import { changeConsents } from "../support/consents.js";

const CIVIL_AFFAIRS = { department: "县民政局", duty: "1.2" };
const BIG_DATA = { department: "县大数据局", duty: "1.2" };

const SHOWN = `id householdId programme case state outcome incomeBand version openFindings dueOn
  extended dispositionDueOn overdue validUntil requestedBy
  findings { id code person state found reason disposedBy } objections { id state statement }
  history { kind by about note }`;
const SUBMIT = `mutation ($input: SubmitVerificationInput!) { submitVerification(input: $input) { ${SHOWN} report } }`;
const DISPOSE = `mutation ($id: ID!, $disposition: FindingDisposition!, $reason: String!) {
  disposeFinding(id: $id, disposition: $disposition, reason: $reason) { ${SHOWN} } }`;
const OBJECT = `mutation ($input: RaiseObjectionInput!) { raiseObjection(input: $input) { ${SHOWN} } }`;
const RESOLVE = `mutation ($id: ID!, $accepted: Boolean!) {
  resolveObjection(id: $id, accepted: $accepted, resolution: "已核实") { ${SHOWN} } }`;
const EXTEND = `mutation ($id: ID!) { extendVerification(id: $id, reason: "待外地核查") { ${SHOWN} } }`;
const FIND = `query ($id: ID!) { verification(id: $id) { ${SHOWN} } }`;

eachHub((hub) => {
  const planted = new Map(
    [...plantedCases({ households: HOUSEHOLDS, seed: 330726 })].map((found) => [found.kind, found]),
  );
  const householdOf = (kind: string) => planted.get(kind)!.householdId;
  const submit = (input: object, asking = CIVIL_AFFAIRS) => hub().ask(asking, SUBMIT, { input });
  const verified = async (kind: string) => {
    const { data, errors } = await submit({ householdId: householdOf(kind) });
    expect(errors).toEqual([]);
    return data.submitVerification;
  };
  const refusal = ({ errors }: Answer) =>
    errors.map(({ extensions }) => [
      extensions["code"],
      extensions["argument"],
      extensions["reason"],
    ]);
  const stored = async () =>
    (await hub().running.databases.main.query("select 1 from verification.verification")).length;

  test("a household is verified -> a report with what was found, kept and found again", async () => {
    const shown = await verified("VEHICLE_UNDECLARED");
    expect(shown).toMatchObject({
      householdId: householdOf("VEHICLE_UNDECLARED"),
      programme: null,
      case: "TEST-1",
      state: "UNDER_REVIEW",
      outcome: "FINDINGS",
      version: 1,
      requestedBy: "县民政局 test",
      overdue: false,
    });
    expect(shown.id).toMatch(/^HD\d{4}-\d{7}$/);
    expect(shown.findings).toMatchObject([{ code: "VEHICLE_UNDECLARED", state: "OPEN" }]);
    expect(shown.history).toMatchObject([{ kind: "VERIFIED", by: "县民政局 test" }]);
    const { report } = shown;
    expect(report).toMatchObject({ number: shown.id, state: "COMPLETE", duty: "1.2" });
    expect(JSON.stringify(report)).not.toMatch(/\d{17}[\dX]/);
    const again = await hub().ask(BIG_DATA, FIND, { id: shown.id });
    const { report: _report, ...rest } = shown;
    expect(again.data.verification).toEqual(rest);
  });

  test("a kept report is computed again from what was kept, byte for byte", async () => {
    const { id } = await verified("DEPOSITS_ABOVE_LINE");
    const issued = await findReport(hub().running.databases.main, hub().sealing, id);
    const { report, situation } = issued!;
    const parameters = parametersFrom(report.parameters);
    const computed = buildReport({ number: id, situation, parameters, date: report.date });
    expect(JSON.stringify(computed)).toBe(JSON.stringify(report));
  });

  test("nothing of it rests in clear", async () => {
    const { report } = await verified("SHOP_UNDECLARED");
    const rows = await hub().running.databases.main.query<{ row: string }>(
      `select v::text || r::text as row from verification.verification v
         join verification.report r on r.verification_id = v.id`,
    );
    const text = rows.map(({ row }) => row).join();
    for (const { name, maskedIdNumber } of report.persons) {
      expect(text).not.toContain(name);
      expect(text).not.toContain(maskedIdNumber);
    }
  });

  test("the household's latest verification and income band are those of the report", async () => {
    const { id, outcome, incomeBand, validUntil, householdId } = await verified("RECENT_SPLIT");
    const { data } = await hub().ask(
      CIVIL_AFFAIRS,
      `query ($id: ID!) { household(id: $id) { incomeBand
         latestVerification { number outcome incomeBand validUntil } } }`,
      { id: householdId },
    );
    expect(data.household).toEqual({
      incomeBand,
      latestVerification: { number: id, outcome, incomeBand, validUntil },
    });
  });

  test("work on findings: a reason, an objection, its answer; the history keeps all of it", async () => {
    const { id, findings } = await verified("BUSINESS_SHAREHOLDER");
    const [{ id: findingId }] = findings;
    const dispose = (disposition: string, reason: string) =>
      hub().ask(CIVIL_AFFAIRS, DISPOSE, { id: findingId, disposition, reason });
    expect(refusal(await dispose("UPHELD", "  "))).toEqual([
      ["BAD_USER_INPUT", "reason", undefined],
    ]);
    const upheld = (await dispose("UPHELD", "经营状况属实")).data.disposeFinding;
    expect(upheld).toMatchObject({ state: "CONCLUDED", openFindings: 0 });
    expect(upheld.findings).toMatchObject([{ state: "UPHELD", reason: "经营状况属实" }]);

    const statement = "已转让股份";
    const without = await hub().ask(CIVIL_AFFAIRS, OBJECT, {
      input: { findingId, statement, evidence: [" "] },
    });
    expect(refusal(without)).toEqual([["BAD_USER_INPUT", "input.evidence", undefined]]);
    const raised = await hub().ask(CIVIL_AFFAIRS, OBJECT, {
      input: { findingId, statement, evidence: ["材料-1"] },
    });
    const objected = raised.data.raiseObjection;
    expect(objected).toMatchObject({ state: "UNDER_OBJECTION", openFindings: 1 });
    expect(objected.objections).toMatchObject([{ state: "OPEN", statement }]);
    expect(refusal(await dispose("DISMISSED", "先行处置"))).toEqual([
      ["BAD_USER_INPUT", "id", undefined],
    ]);

    const resolved = await hub().ask(CIVIL_AFFAIRS, RESOLVE, {
      id: objected.objections[0].id,
      accepted: true,
    });
    expect(resolved.errors).toEqual([]);
    const after = resolved.data.resolveObjection;
    expect(after).toMatchObject({ version: 2, state: "UNDER_REVIEW" });
    const dismissed = (await dispose("DISMISSED", "股份已转让")).data.disposeFinding;
    expect(dismissed).toMatchObject({ state: "CONCLUDED" });
    expect(dismissed.history.map(({ kind }: { kind: string }) => kind)).toEqual([
      "VERIFIED",
      "FINDING_DISPOSED",
      "OBJECTION_RAISED",
      "OBJECTION_RESOLVED",
      "VERIFIED",
      "FINDING_DISPOSED",
    ]);
    const { data } = await hub().ask(
      CIVIL_AFFAIRS,
      "query ($id: ID!) { verification(id: $id) { first: report(version: 1) third: report(version: 3) } }",
      { id },
    );
    expect(data.verification).toEqual({
      first: expect.objectContaining({ number: id }),
      third: null,
    });
  });

  test("the time for the decision is extended once", async () => {
    const { id, dueOn } = await verified("PENSION_UNDECLARED");
    const { data } = await hub().ask(CIVIL_AFFAIRS, EXTEND, { id });
    expect(data.extendVerification).toMatchObject({ extended: true });
    expect(data.extendVerification.dueOn > dueOn).toBe(true);
    expect(refusal(await hub().ask(CIVIL_AFFAIRS, EXTEND, { id }))).toEqual([
      ["BAD_USER_INPUT", "id", undefined],
    ]);
  });

  test("a report that stands undisposed of for too long is marked", async () => {
    const { id } = await verified("DIVIDEND_UNDECLARED");
    await hub().running.databases.main.query(
      "update verification.verification set completed_at = now() - interval '31 days' where id = $1",
      [id],
    );
    const { data } = await hub().ask(CIVIL_AFFAIRS, FIND, { id });
    expect(data.verification).toMatchObject({ overdue: true });
  });

  describe("what is no application -> its own error, and nothing is kept", () => {
    const declaration = {
      wageIncome: "0.00",
      businessIncome: "0.00",
      propertyIncome: "0.00",
      transferIncome: "0.00",
      otherIncome: "0.00",
      financialAssets: "0.00",
      vehicleCount: 0,
      dwellingCount: 1,
      declaredOn: new Date().toISOString().slice(0, 10),
    };
    const someone = { idNumber: "11010519491231002X", name: "某人", role: "MEMBER" };
    test.each<[string, object, (string | undefined)[]]>([
      ["an unknown household", { householdId: "H0" }, ["input.householdId", "UNKNOWN_HOUSEHOLD"]],
      [
        "negative money",
        { declaration: { ...declaration, wageIncome: "-0.01" } },
        ["input.declaration.wageIncome", "NEGATIVE"],
      ],
      [
        "a declaration of long ago",
        { declaration: { ...declaration, declaredOn: "2024-01-01" } },
        ["input.declaration.declaredOn", "TOO_OLD"],
      ],
      [
        "a declaration of the future",
        { declaration: { ...declaration, declaredOn: "2999-01-01" } },
        ["input.declaration.declaredOn", "IN_FUTURE"],
      ],
      [
        "a person named twice",
        { persons: [someone, someone] },
        ["input.persons.1.idNumber", "NAMED_TWICE"],
      ],
    ])("%s", async (_name, change, [argument, reason]) => {
      const before = await stored();
      const answer = await submit({ householdId: householdOf("RENT_UNDECLARED"), ...change });
      expect(refusal(answer)).toEqual([["BAD_USER_INPUT", argument, reason]]);
      expect(await stored()).toBe(before);
    });

    test("an ID number with a wrong check digit", async () => {
      const persons = [{ ...someone, idNumber: "110105194912310021" }];
      const answer = await submit({ householdId: householdOf("RENT_UNDECLARED"), persons });
      expect(answer.errors.map(({ extensions }) => extensions["code"])).toEqual(["BAD_USER_INPUT"]);
    });

    test("a member of another household", async () => {
      const { data } = await hub().ask(
        CIVIL_AFFAIRS,
        "query ($id: ID!) { household(id: $id) { members { idNumber name } } }",
        { id: householdOf("SHOP_UNDECLARED") },
      );
      const [{ idNumber, name }] = data.household.members;
      const before = await stored();
      const answer = await submit({
        householdId: householdOf("RENT_UNDECLARED"),
        persons: [{ idNumber, name, role: "MEMBER" }],
      });
      expect(refusal(answer)).toEqual([
        ["BAD_USER_INPUT", "input.persons.0.idNumber", "MEMBER_OF_ANOTHER_HOUSEHOLD"],
      ]);
      expect(await stored()).toBe(before);
    });

    test("a member without consent; a re-verification says what is missing instead", async () => {
      const householdId = householdOf("VEHICLE_SCRAPPED");
      const [member] = await hub().running.databases.main.query<{ person: string }>(
        "select person from civil_affairs.membership where household_id = $1 and position = 1",
        [householdId],
      );
      await changeConsents(hub().running.databases.main, member!.person, { state: "REVOKED" });
      const before = await stored();
      const answer = await submit({ householdId, programme: "MINIMUM_LIVING" });
      expect(answer.errors).toMatchObject([
        { extensions: { code: "CONSENT_REQUIRED", members: [1] } },
      ]);
      expect(await stored()).toBe(before);
      const { data } = await submit({ householdId });
      const { report, outcome } = data.submitVerification;
      expect(outcome).toBe("INCOMPLETE");
      expect(report.missing[0]).toMatchObject({ reason: "CONSENT_REQUIRED" });
    });
  });

  test("outside the caller's divisions, or under another duty -> refused", async () => {
    const { id, householdId } = await verified("SUBSIDIES_UNDECLARED");
    const elsewhere = { ...CIVIL_AFFAIRS, jurisdiction: ["330727"] };
    const seen = await hub().ask(elsewhere, FIND, { id });
    expect(seen.errors.map(({ extensions }) => extensions["code"])).toEqual([
      "OUT_OF_JURISDICTION",
    ]);
    const made = await submit({ householdId }, elsewhere as never);
    expect(made.errors.map(({ extensions }) => extensions["code"])).toEqual([
      "OUT_OF_JURISDICTION",
    ]);
    const other = await hub().ask({ department: "县残联", duty: "2.3" }, FIND, { id });
    expect(other.status).toBe(403);
  });

  test("a list pages through the verifications, the latest first", async () => {
    const list = async (after: string | null) => {
      const { data } = await hub().ask(
        CIVIL_AFFAIRS,
        `query ($after: String) { verifications(first: 2, after: $after, filter: { open: true }) {
           totalCount pageInfo { hasNextPage endCursor } edges { node { id openFindings } } } }`,
        { after },
      );
      return data.verifications;
    };
    const first = await list(null);
    const second = await list(first.pageInfo.endCursor);
    expect(first.totalCount).toBeGreaterThan(3);
    const ids = [...first.edges, ...second.edges].map((edge) => edge.node.id);
    expect(ids).toEqual([...ids].sort().reverse());
    expect(new Set(ids).size).toBe(4);
  });
});
