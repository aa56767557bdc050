import { disability } from "../../resolvers/disabled-federation/tables.js";
import { flagOpenIssues } from "../../src/intake/issues/dispute-mark.js";
import { eachHub, post } from "../support/hubs.js";
import { headersOf } from "../support/requests.js";
import {
  CIVIL_AFFAIRS,
  DISABLED_FEDERATION,
  issueCounty,
  LIST,
  MEDICAL_INSURANCE,
  REPORT,
  WITHDRAW,
  type Node,
} from "./issue-county.js";
import { issueRefusals } from "./issue-refusals.js";

const VERIFYING = { department: "县民政局", duty: "1.2" };
const BIG_DATA = { department: "县大数据局", duty: "1.2" };

const STATISTICS = `{ dataIssueStatistics {
  department available open overdue answered answeredInTime withdrawn medianDays } }`;

eachHub((hub) => {
  const county = issueCounty(hub);
  const {
    database,
    rowsOf,
    next,
    inDispute,
    ofGrade,
    report,
    reported,
    resolve,
    list,
    refusal,
    kept,
  } = county;

  describe("reported", () => {
    test("-> the record is in dispute for every reader, until the owner answers", async () => {
      const { idNumber } = next();
      expect(await inDispute(idNumber)).toBe(false);
      const issue = await reported(ofGrade(idNumber));
      expect(issue).toMatchObject({
        id: expect.stringMatching(/^disabled-federation-\d{4}-\d{7}$/),
        department: "县残联",
        coordinate: "Disability.grade",
        state: "OPEN",
        reporter: "县民政局",
        reportedBy: "县民政局 test",
        overdue: false,
        withheld: false,
        maskedIdNumber: `${idNumber.slice(0, 6)}********${idNumber.slice(-4)}`,
        idNumber: null,
        valueSeen: "GRADE_9_AS_SEEN",
        evidence: ["评定表-机密-77"],
      });
      expect(await inDispute(idNumber)).toBe(true);
      const [owned] = await list(DISABLED_FEDERATION, { id: issue.id });
      expect(owned).toMatchObject({ idNumber, shouldBe: "GRADE_9_AS_IT_SHOULD_BE" });

      const { data } = await resolve(issue.id);
      expect(data.resolveDataIssue).toMatchObject({
        state: "CORRECTED",
        closedBy: "县残联 test",
        explanation: "查档核实",
        history: [
          { kind: "REPORTED", by: "县民政局 test" },
          { kind: "CORRECTED", by: "县残联 test" },
        ],
      });
      expect(await inDispute(idNumber)).toBe(false);
      expect(refusal(await resolve(issue.id))).toMatchObject([{ code: "BAD_USER_INPUT" }]);
    });

    test("on two fields of one record -> in dispute until both are closed", async () => {
      const { idNumber } = next();
      const one = await reported(ofGrade(idNumber));
      const other = await reported({ ...ofGrade(idNumber), coordinate: "Disability.category" });
      await resolve(one.id);
      expect(await inDispute(idNumber)).toBe(true);
      await hub().ask(CIVIL_AFFAIRS, WITHDRAW, { id: other.id });
      expect(await inDispute(idNumber)).toBe(false);
    });

    test("again by the same department while it is open -> its number; by another -> an issue more", async () => {
      const { idNumber } = next();
      const { id } = await reported(ofGrade(idNumber));
      expect(refusal(await report(ofGrade(idNumber)))).toMatchObject([
        { code: "BAD_USER_INPUT", issue: id },
      ]);
      const other = await reported(ofGrade(idNumber), MEDICAL_INSURANCE);
      expect(other.id).not.toBe(id);
    });

    test("twice with one Idempotency-Key -> one issue, the same answer", async () => {
      const { idNumber } = next();
      const headers = { ...(await headersOf(hub(), CIVIL_AFFAIRS)), "idempotency-key": "issue-1" };
      const send = () =>
        post(`${hub().url}/graphql`, headers, {
          query: REPORT,
          variables: { input: ofGrade(idNumber) },
        });
      const first = await send();
      const before = await kept();
      expect((await send()).data).toEqual(first.data);
      expect(await kept()).toBe(before);
    });

    test("on one of several records, named by what it says -> that one alone", async () => {
      const [several] = await rowsOf(
        `select person from big_data.vehicle join consent.consent using (person)
          where '1.2' = any(duties) group by person having every(state = 'GIVEN') order by person`,
      );
      await database().query(
        `insert into big_data.vehicle select '浙G00000', person, kind, usage, purchase_price,
           registered_on, status, original_source, as_of, fetched_at, false
           from big_data.vehicle where person = $1 limit 1`,
        [several!["person"]],
      );
      const input = {
        coordinate: "Vehicle.status",
        idNumber: await hub().idNumberOf(several!["person"]!),
        shouldBe: "SCRAPPED",
        evidence: ["报废证明-1"],
      };
      expect(refusal(await report(input, VERIFYING))).toMatchObject([
        { code: "BAD_USER_INPUT", argument: "input.record" },
      ]);
      const record = [{ field: "plateNumber", value: "浙G00000" }];
      const { id } = await reported({ ...input, record }, VERIFYING);
      const marked = await rowsOf("select plate_number from big_data.vehicle where in_dispute");
      expect(marked).toEqual([{ plate_number: "浙G00000" }]);
      expect(await list(BIG_DATA, { id })).toMatchObject([{ recordKey: "plate_number=浙G00000" }]);

      const [{ household_id }] = (await rowsOf(
        "select household_id from civil_affairs.membership where person = $1 and role = 'MEMBER'",
        [several!["person"]],
      )) as [Record<string, string>];
      const { data } = await hub().ask(
        VERIFYING,
        "mutation ($input: SubmitVerificationInput!) { submitVerification(input: $input) { report } }",
        { input: { householdId: household_id } },
      );
      const sources = data.submitVerification.report.sources.filter(
        (source: { inDispute: boolean }) => source.inDispute,
      );
      expect(sources).toMatchObject([{ source: "vehicles", outcome: "FOUND" }]);
    });

    test("on a household's record -> found by the household", async () => {
      const [row] = await rowsOf(
        "select household_id from civil_affairs.assistance group by household_id having count(*) = 1 order by 1",
      );
      const householdId = row!["household_id"];
      const input = {
        coordinate: "Assistance.startMonth",
        householdId,
        shouldBe: "2024-01",
        evidence: ["审批表-1"],
      };
      const { id } = await reported(input, MEDICAL_INSURANCE);
      expect(await list(CIVIL_AFFAIRS, { id })).toMatchObject([{ householdId, idNumber: null }]);
      expect(
        await rowsOf("select household_id from civil_affairs.assistance where in_dispute"),
      ).toEqual([{ household_id: householdId }]);
    });
  });

  issueRefusals(county);

  describe("whose an issue is", () => {
    test("only the owner answers, only the reporter withdraws, nobody else knows it", async () => {
      const { idNumber } = next();
      const { id } = await reported(ofGrade(idNumber));
      expect(refusal(await resolve(id, CIVIL_AFFAIRS))).toEqual([
        {
          code: "FIELD_NOT_AUTHORIZED",
          coordinate: "Mutation.resolveDataIssue",
          duty: "2.3",
          grantedBy: [],
        },
      ]);
      expect(refusal(await hub().ask(DISABLED_FEDERATION, WITHDRAW, { id }))).toMatchObject([
        { code: "FIELD_NOT_AUTHORIZED", coordinate: "Mutation.withdrawDataIssue" },
      ]);
      expect(await list(MEDICAL_INSURANCE, { id })).toEqual([]);
      for (const unknown of [id, "no-such-2026-0000001"]) {
        expect(refusal(await resolve(unknown, MEDICAL_INSURANCE))).toMatchObject([
          { code: "BAD_USER_INPUT", argument: "id" },
        ]);
      }
      const elsewhere = { ...DISABLED_FEDERATION, jurisdiction: ["330727"] };
      expect(await list(elsewhere, { id })).toEqual([]);
      expect(refusal(await resolve(id, elsewhere))).toMatchObject([
        { code: "OUT_OF_JURISDICTION" },
      ]);
      expect(await inDispute(idNumber)).toBe(true);
    });

    test("under a duty that may not read the field -> the issue without its content", async () => {
      const { idNumber } = next();
      const { id } = await reported(ofGrade(idNumber));
      const { text, data } = await hub().ask({ department: "县民政局", duty: "2.1" }, LIST, {
        filter: { id },
      });
      expect(data.dataIssues.edges[0].node).toMatchObject({
        id,
        withheld: true,
        maskedIdNumber: null,
        valueSeen: null,
        shouldBe: null,
        evidence: null,
      });
      expect(text).not.toMatch(/GRADE_9|机密/);
    });
  });

  test("the clock: open beyond ten working days -> overdue, in the list and the statistics", async () => {
    const { idNumber } = next();
    const { id, dueOn } = await reported(ofGrade(idNumber));
    const days = (Date.parse(String(dueOn)) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(11);
    expect(days).toBeLessThan(17);
    const open = { overdue: true, standing: "OWNER" };
    expect(await list(DISABLED_FEDERATION, open)).toEqual([]);
    await database().query(
      `update issues.issue set reported_at = reported_at - interval '20 days',
         due_on = due_on - 20 where id = $1`,
      [id],
    );
    expect(await list(DISABLED_FEDERATION, open)).toMatchObject([{ id, overdue: true }]);
    const figures = async () => {
      const { data } = await hub().ask(BIG_DATA, STATISTICS);
      return data.dataIssueStatistics.find(
        ({ department }: { department: string }) => department === "县残联",
      );
    };
    const before = await figures();
    expect(before).toMatchObject({ available: true, overdue: 1, withdrawn: 1 });
    expect(before.answeredInTime).toBe(before.answered);
    await resolve(id);
    expect(await figures()).toEqual({
      ...before,
      open: before.open - 1,
      overdue: 0,
      answered: before.answered + 1,
      medianDays: expect.any(Number),
    });
  });

  test("a list pages through the issues, the latest first, of all owners", async () => {
    const page = async (after: string | null) => {
      const { data } = await hub().ask(CIVIL_AFFAIRS, LIST, { first: 2, after });
      return data.dataIssues;
    };
    const first = await page(null);
    const second = await page(first.pageInfo.endCursor);
    expect(first).toMatchObject({ unanswered: [], pageInfo: { hasNextPage: true } });
    const ids = [...first.edges, ...second.edges].map(({ node }: { node: Node }) => node.id);
    const whole = await list(CIVIL_AFFAIRS);
    expect(ids).toEqual(whole.slice(0, 4).map(({ id }: Node) => id));
    expect(whole).toHaveLength(first.totalCount);
    expect(refusal(await hub().ask(CIVIL_AFFAIRS, LIST, { after: "nonsense" }))).toMatchObject([
      { code: "BAD_USER_INPUT", argument: "after" },
    ]);
  });

  test("rows that a load adds anew -> marked again, and no others", async () => {
    const { person, idNumber } = next();
    await reported(ofGrade(idNumber));
    const marked = () =>
      rowsOf("select person from disabled_federation.disability where in_dispute order by person");
    const before = await marked();
    await database().query("update disabled_federation.disability set in_dispute = false");
    await flagOpenIssues(database(), disability);
    expect(await marked()).toEqual(before);
    expect(before).toContainEqual({ person });
  });

  test("nothing of an issue rests in clear", async () => {
    const rows = await rowsOf(
      "select (i::text || coalesce(e::text, '')) as text from issues.issue i left join issues.event e on e.issue_id = i.id",
    );
    const text = rows.map((row) => row["text"]).join();
    expect(text).not.toMatch(/GRADE_9|机密|查档|误报|SCRAPPED|\d{17}[\dX]/);
    expect(text).toContain("disabled-federation");
  });

  test("sources: records, age against its maximum, open issues", async () => {
    const { data } = await hub().ask(
      CIVIL_AFFAIRS,
      `{ sources { department kind title available records counted asOf ageDays maximumAgeDays stale
           openIssues lastLoad { rows } } }`,
    );
    const [{ records, issues }] = (await rowsOf(
      `select count(*)::int as records, (select count(*)::int from issues.issue
         where state = 'OPEN' and department = 'disabled-federation') as issues
         from disabled_federation.disability`,
    )) as unknown as [{ records: number; issues: number }];
    const found = data.sources.find(
      ({ department, kind }: Record<string, string>) =>
        department === "县残联" && kind === "disability",
    );
    expect(found).toMatchObject({
      title: "残疾人登记",
      available: true,
      records,
      counted: "LOADED",
      maximumAgeDays: 183,
      openIssues: issues,
      lastLoad: { rows: records },
    });
    expect(found.stale).toBe(found.ageDays > 183);
    await database().query("update intake.load set as_of = '2024-01-01' where kind = 'disability'");
    const after = await hub().ask(CIVIL_AFFAIRS, "{ sources { kind stale } }");
    expect(after.data.sources).toContainEqual({ kind: "disability", stale: true });
  });
});
