import { publishedKeys } from "../../src/audit/checkpoint-signer.js";
import { verifyLog } from "../../src/audit/verify-log.js";
import { readConfig } from "../../src/config.js";
import { auditKeys } from "../../src/identity/keys.js";
import { departmentSlugs } from "../../src/index.js";
import { eachHub, post, type Answer } from "../support/hubs.js";
import { HOUSEHOLD_QUERY, IDS_QUERY } from "../support/queries.js";

const CIVIL_AFFAIRS = { department: "县民政局", duty: "1.2" };

const HISTORY = `query ($idNumber: IdNumber!) {
  accessRecords(idNumber: $idNumber) { id department duty case fields decision summary }
}`;

interface Stored {
  readonly id: string;
  readonly [column: string]: unknown;
}

eachHub((hub) => {
  const database = () => hub().running.databases.main;
  const auditOf = ({ extensions }: Answer) => (extensions["hub"] as { audit: string }).audit;
  const stored = async (id: string): Promise<Stored | undefined> => {
    const rows = await database().query<{ text: string }>(
      `select to_jsonb(said)::text as text
         from (select * from audit.record join audit.reading using (reading)) as said
        where to_jsonb(said)::text like $1`,
      [`%${id}%`],
    );
    return rows[0] && (JSON.parse(rows[0].text) as Stored);
  };
  const someHousehold = async () => {
    const { data } = await hub().ask(CIVIL_AFFAIRS, IDS_QUERY, { first: 1 });
    return data.searchHouseholds.edges[0].node as {
      id: string;
      members: { idNumber: string }[];
    };
  };

  test("an answer -> a record with who, what for and what, and no person in clear", async () => {
    const { id, members } = await someHousehold();
    const answer = await hub().ask(CIVIL_AFFAIRS, HOUSEHOLD_QUERY, { id });
    const record = await stored(auditOf(answer));
    expect(record).toMatchObject({
      client: "test",
      department: "县民政局",
      duty: "1.2",
      case: "TEST-1",
      decision: "ALLOWED",
    });
    const text = JSON.stringify(record);
    expect(text).toContain("FinancialAssets.deposits");
    for (const { name } of answer.data.household.members) expect(text).not.toContain(name);
    for (const { idNumber } of members) expect(text).not.toContain(idNumber);
  });

  test("a refused operation, a wrong duty, a bad token and no token -> a record each", async () => {
    const headers = async (duty: string) => ({
      authorization: `Bearer ${await hub().token()}`,
      "hub-duty": duty,
      "hub-case": "TEST-1",
    });
    const url = `${hub().url}/graphql`;
    const query = { query: "{ viewer { client } }" };
    const denied: [Answer, object][] = [
      [
        await hub().ask(
          { department: "县残联", duty: "2.3" },
          '{ person(idNumber: "11010519491231002X") { vehicles { kind } } }',
        ),
        { department: "县残联", decision: "REFUSED", codes: ["FIELD_NOT_AUTHORIZED"] },
      ],
      [
        await post(url, await headers("3.2"), query),
        { client: "test", department: "县民政局", duty: "3.2", codes: ["DUTY_NOT_ASSIGNED"] },
      ],
      [
        await post(url, { ...(await headers("1.2")), authorization: "Bearer a.b.c" }, query),
        { client: null, department: null, codes: ["UNAUTHENTICATED"] },
      ],
      [await post(url, {}, query), { client: null, codes: ["UNAUTHENTICATED"] }],
    ];
    for (const [answer, record] of denied) {
      expect(await stored(auditOf(answer))).toMatchObject({ decision: "REFUSED", ...record });
    }
  });

  test("the log after all this -> verified, record by record", async () => {
    const config = readConfig(hub().environment, departmentSlugs);
    const { signing } = await auditKeys(config);
    const report = await verifyLog(database(), await publishedKeys(signing));
    expect(report.faults).toEqual([]);
    expect(report.records).toBeGreaterThan(5);
  });

  test("a person's history -> the accesses in words, this one included the next time", async () => {
    const { id, members } = await someHousehold();
    const idNumber = members[0]?.idNumber;
    const read = await hub().ask(
      { ...CIVIL_AFFAIRS, case: "CASE-7" },
      "query ($id: ID!) { household(id: $id) { members { name } } }",
      { id },
    );
    const first = await hub().ask(CIVIL_AFFAIRS, HISTORY, { idNumber });
    expect(first.errors).toEqual([]);
    const [latest] = first.data.accessRecords;
    expect(latest).toMatchObject({
      id: auditOf(read),
      department: "县民政局",
      duty: "1.2",
      case: "CASE-7",
      decision: "ALLOWED",
    });
    expect(latest.fields).toContain("姓名");
    expect(latest.summary).toMatch(/县民政局依据任务 1\.2“.+”，为案件 CASE-7，查询了.*姓名/);
    const second = await hub().ask(CIVIL_AFFAIRS, HISTORY, { idNumber });
    expect(second.data.accessRecords[0].id).toBe(auditOf(first));
  });

  test("another division's caller, or another duty's -> no history", async () => {
    const { members } = await someHousehold();
    const idNumber = members[0]?.idNumber;
    const elsewhere = { ...CIVIL_AFFAIRS, jurisdiction: ["330727"] };
    const { data, errors } = await hub().ask(elsewhere, HISTORY, { idNumber });
    expect([data.accessRecords, errors[0]?.extensions["code"]]).toEqual([
      null,
      "OUT_OF_JURISDICTION",
    ]);
    const other = await hub().ask({ department: "县残联", duty: "3.2" }, HISTORY, { idNumber });
    expect(other.status).toBe(403);
  });

  test("the log cannot be written -> AUDIT_UNAVAILABLE and no data; afterwards answers again", async () => {
    const { id } = await someHousehold();
    await database().query("alter table audit.record rename to away");
    try {
      for (const answer of [
        await hub().ask(CIVIL_AFFAIRS, HOUSEHOLD_QUERY, { id }),
        await post(`${hub().url}/graphql`, {}, { query: "{ viewer { client } }" }),
      ]) {
        expect([answer.status, answer.data]).toEqual([503, undefined]);
        expect(answer.errors.map(({ extensions }) => extensions["code"])).toEqual([
          "AUDIT_UNAVAILABLE",
        ]);
      }
    } finally {
      await database().query("alter table audit.away rename to record");
    }
    const { data } = await hub().ask(CIVIL_AFFAIRS, HOUSEHOLD_QUERY, { id });
    expect(data.household.id).toBe(id);
  });
});
