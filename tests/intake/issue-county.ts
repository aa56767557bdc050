import type { Answer, Asking, TestHub } from "../support/hubs.js";

export const CIVIL_AFFAIRS = { department: "县民政局", duty: "2.3" };
export const MEDICAL_INSURANCE = { department: "县医保局", duty: "2.3" };
export const DISABLED_FEDERATION = { department: "县残联", duty: "2.3" };

const SHOWN = `id department coordinate state reporter reportedBy dueOn overdue closedBy withheld
  householdId maskedIdNumber idNumber recordKey valueSeen shouldBe evidence explanation
  history { kind by }`;
export const REPORT = `mutation ($input: ReportDataIssueInput!) { reportDataIssue(input: $input) { ${SHOWN} } }`;
export const RESOLVE = `mutation ($id: ID!, $outcome: DataIssueOutcome!) {
  resolveDataIssue(id: $id, outcome: $outcome, explanation: "查档核实") { ${SHOWN} } }`;
export const WITHDRAW = `mutation ($id: ID!) { withdrawDataIssue(id: $id, reason: "误报") { ${SHOWN} } }`;
export const LIST = `query ($filter: DataIssueFilter, $first: Int! = 50, $after: String) {
  dataIssues(filter: $filter, first: $first, after: $after) {
    totalCount unanswered pageInfo { hasNextPage endCursor } edges { node { ${SHOWN} } } } }`;

/** An issue in an answer. */
export interface Node {
  readonly id: string;
}

/** A hub's county as a place to report data issues in, most of them about a grade of disability. */
export function issueCounty(hub: () => TestHub) {
  const database = () => hub().running.databases.main;
  const rowsOf = (sql: string, parameters: unknown[] = []) =>
    database().query<Record<string, string>>(sql, parameters);
  /** Persons with a disability certificate and a consent; each test takes its own. Those under child welfare stand last. */
  let persons: { person: string; idNumber: string }[];
  const next = () => persons.pop()!;
  /** Somebody who is not under child welfare. */
  const known = () => persons[0]!;

  beforeAll(async () => {
    const rows = await rowsOf(
      `select d.person from disabled_federation.disability d join civil_affairs.person p using (person)
        where p.death_date is null
        order by exists (select from civil_affairs.child_welfare c where c.person = d.person), d.person`,
    );
    persons = [];
    for (const { person } of rows) {
      const idNumber = await hub().idNumberOf(person!);
      const { errors } = await grade(idNumber);
      if (errors.length === 0) persons.push({ person: person!, idNumber });
    }
    expect(persons.length).toBeGreaterThan(8);
  }, 60_000);

  const grade = (idNumber: string, asking: Asking = MEDICAL_INSURANCE) =>
    hub().ask(
      asking,
      "query ($n: IdNumber!) { person(idNumber: $n) { disability { grade provenance { inDispute } } } }",
      { n: idNumber },
    );
  const inDispute = async (idNumber: string) =>
    (await grade(idNumber)).data.person.disability.provenance.inDispute as boolean;
  const ofGrade = (idNumber: string) => ({
    coordinate: "Disability.grade",
    idNumber,
    valueSeen: "GRADE_9_AS_SEEN",
    shouldBe: "GRADE_9_AS_IT_SHOULD_BE",
    evidence: ["评定表-机密-77"],
  });
  const report = (input: object, asking: Asking = CIVIL_AFFAIRS) =>
    hub().ask(asking, REPORT, { input });
  const reported = async (input: object, asking?: Asking) => {
    const { data, errors } = await report(input, asking);
    expect(errors).toEqual([]);
    return data.reportDataIssue as Node & Record<string, unknown>;
  };
  const resolve = (id: string, asking: Asking = DISABLED_FEDERATION) =>
    hub().ask(asking, RESOLVE, { id, outcome: "CORRECTED" });
  const list = async (asking: Asking, filter: object = {}) => {
    const { data } = await hub().ask(asking, LIST, { filter });
    return data.dataIssues.edges.map(({ node }: { node: Node }) => node);
  };
  const refusal = ({ errors }: Answer) => errors.map(({ extensions }) => extensions);
  const kept = async () => (await rowsOf("select 1 from issues.issue")).length;

  return {
    database,
    rowsOf,
    next,
    known,
    inDispute,
    ofGrade,
    report,
    reported,
    resolve,
    list,
    refusal,
    kept,
  };
}
