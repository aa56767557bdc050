import { REPORT, RESOLVE } from "../intake/issue-county.js";
import type { Asking, TestHub } from "../support/hubs.js";
import { headersOf } from "../support/requests.js";

const CIVIL_AFFAIRS = { department: "县民政局", duty: "1.2" };

/** What data issues are tried on where the department of the record runs elsewhere. */
interface Remote {
  readonly federated: TestHub;
  /** A person of the county. */
  readonly idNumber: string;
  /** Address of the department's own endpoint. */
  readonly desk: string;
}

/** Data issues on records of a department in a process of its own. */
export function remoteIssues(on: () => Remote): void {
  test("a data issue is kept with the department that owns the record, and every reader sees it", async () => {
    const { federated, idNumber } = on();
    const bigData = { department: "县大数据局", duty: "1.2" };
    const registration = async () => {
      const { data } = await federated.ask(
        CIVIL_AFFAIRS,
        `query ($n: IdNumber!) { person(idNumber: $n) { householdRegistration {
           address provenance { inDispute } } } }`,
        { n: idNumber },
      );
      return data.person.householdRegistration.provenance.inDispute as boolean;
    };
    const input = {
      coordinate: "HouseholdRegistration.address",
      idNumber,
      shouldBe: "浦南街道",
      evidence: ["户口簿-1"],
    };
    const report = (asking: Asking) => federated.ask(asking, REPORT, { input });
    const elsewhere = await report({ ...CIVIL_AFFAIRS, jurisdiction: ["330727"] });
    expect(elsewhere.errors.map(({ extensions }) => extensions["code"])).toEqual([
      "OUT_OF_JURISDICTION",
    ]);
    const { data, errors } = await report(CIVIL_AFFAIRS);
    expect(errors).toEqual([]);
    const { id } = data.reportDataIssue;
    expect(data.reportDataIssue).toMatchObject({ department: "县大数据局", reporter: "县民政局" });
    expect(await registration()).toBe(true);

    const listed = await federated.ask(
      bigData,
      `{ dataIssues { unanswered edges { node { id idNumber shouldBe } } }
         dataIssueStatistics { department open } sources { department available openIssues } }`,
    );
    expect(listed.data.dataIssues).toEqual({
      unanswered: [],
      edges: [{ node: { id, idNumber, shouldBe: "浦南街道" } }],
    });
    expect(listed.data.dataIssueStatistics).toContainEqual({ department: "县大数据局", open: 1 });
    expect(listed.data.sources).toContainEqual({
      department: "县大数据局",
      available: true,
      openIssues: 1,
    });
    const resolve = (asking: Asking) =>
      federated.ask(asking, RESOLVE, { id, outcome: "CONFIRMED" });
    const refused = await resolve(CIVIL_AFFAIRS);
    expect(refused.errors.map(({ extensions }) => extensions["coordinate"])).toEqual([
      "Mutation.resolveDataIssue",
    ]);
    expect((await resolve(bigData)).data.resolveDataIssue.state).toBe("CONFIRMED");
    expect(await registration()).toBe(false);
  });

  test("a department's desk takes only records that the hub found for the caller", async () => {
    const { federated, desk } = on();
    const response = await fetch(desk, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(await headersOf(federated, CIVIL_AFFAIRS)),
      },
      body: JSON.stringify({
        query: "mutation ($paper: _Paper) { _reportDataIssue(paper: $paper) }",
        variables: { paper: { record: "AAAA.AAAA", valueSeen: null, shouldBe: "x", evidence: [] } },
      }),
    });
    expect((await response.json()).errors).toMatchObject([
      { extensions: { code: "BAD_USER_INPUT", argument: "record" } },
    ]);
  });
}
