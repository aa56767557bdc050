import { eachHub, post, type Answer } from "../support/hubs.js";

const RECORD = `mutation ($input: ConsentInput!) { recordConsent(input: $input) { id } }`;

eachHub((hub) => {
  const record = async (key: string, validFrom: string, sub = "test"): Promise<Answer> =>
    post(
      `${hub().url}/graphql`,
      {
        authorization: `Bearer ${await hub().token({ sub })}`,
        "hub-duty": "1.2",
        "hub-case": "TEST-1",
        "idempotency-key": key,
      },
      {
        query: RECORD,
        variables: {
          input: {
            idNumber: "11010519491231002X",
            division: "330726203001",
            signerIdNumber: "11010519491231002X",
            signerRelation: "SELF",
            duties: ["1.2"],
            validFrom,
          },
        },
      },
    );

  const recorded = async () => {
    const sql = "select 1 from consent.consent where person = $1 and version = 1";
    return (
      await hub().running.databases.main.query(sql, [hub().sealing.personKey("11010519491231002X")])
    ).length;
  };

  test("the same key and request twice -> one mutation, the same answer", async () => {
    const first = await record("a", "2026-01-01");
    const before = await recorded();
    const second = await record("a", "2026-01-01");
    expect(second.data).toEqual(first.data);
    expect(second.extensions["hub"]).toMatchObject({ duty: "1.2" });
    expect(await recorded()).toBe(before);
  });

  test("the same key with another request -> IDEMPOTENCY_CONFLICT, and nothing is recorded", async () => {
    await record("b", "2026-01-01");
    const before = await recorded();
    const { status, errors } = await record("b", "2026-02-01");
    expect([status, errors[0]?.extensions["code"]]).toEqual([409, "IDEMPOTENCY_CONFLICT"]);
    expect(await recorded()).toBe(before);
  });

  test("ten at once with one key -> one mutation; every answer is its answer or a conflict", async () => {
    const before = await recorded();
    const answers = await Promise.all(Array.from({ length: 10 }, () => record("c", "2026-03-01")));
    expect(await recorded()).toBe(before + 1);
    const ids = new Set(answers.flatMap(({ data }) => data?.recordConsent?.id ?? []));
    expect(ids.size).toBe(1);
    const codes = new Set(answers.flatMap(({ errors }) => errors.map((e) => e.extensions["code"])));
    expect([...codes].filter((code) => code !== "IDEMPOTENCY_CONFLICT")).toEqual([]);
  });

  test("another client's same key -> its own mutation", async () => {
    const first = await record("d", "2026-01-01");
    const other = await record("d", "2026-01-01", "other");
    expect(other.data.recordConsent.id).not.toBe(first.data.recordConsent.id);
  });

  test("a refused mutation leaves its key free", async () => {
    const refused = await record("e", "not a date");
    expect(refused.errors[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
    expect((await record("e", "2026-01-01")).data.recordConsent.id).toMatch(/^C-/);
  });

  test("a key, and a name that is no operation's -> what is wrong with the name", async () => {
    const { status, errors } = await post(
      `${hub().url}/graphql`,
      {
        authorization: `Bearer ${await hub().token()}`,
        "hub-duty": "1.2",
        "hub-case": "TEST-1",
        "idempotency-key": "f",
      },
      { query: "query A { __typename }", operationName: "B" },
    );
    expect([status, errors[0]?.extensions["code"]]).toEqual([400, "OPERATION_RESOLUTION_FAILURE"]);
  });
});
