import { eachHub, type Asking, type TestHub } from "../support/hubs.js";

const CIVIL_AFFAIRS = { department: "县民政局", duty: "1.2" };
const SUBMIT = `mutation ($input: SubmitVerificationInput!) { submitVerification(input: $input) {
  id issued { issuedOn code } findings { id } report } }`;

eachHub((hub) => {
  const get = async (path: string, asking: Asking | null = CIVIL_AFFAIRS) =>
    fetch(`${hub().url}${path}`, { headers: asking ? await headersOf(hub(), asking) : {} });
  const verified = async () => {
    const { data, errors } = await hub().ask(CIVIL_AFFAIRS, SUBMIT, {
      input: { householdId: "H330726000011" },
    });
    expect(errors).toEqual([]);
    return data.submitVerification;
  };
  const checked = async (number: string, code: string) =>
    (await get(`/reports/check?${new URLSearchParams({ number, code })}`, null)).text();

  test("a report as a page: what it says, and nothing that a browser fetches", async () => {
    const { id, issued, report } = await verified();
    const response = await get(`/reports/${id}`);
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get("content-security-policy")).toMatch(/default-src 'none'/);
    for (const text of [id, issued.code, report.persons[0].name, "机动车未申报"]) {
      expect(page).toContain(text);
    }
    expect(page).not.toMatch(/\d{17}[\dX]|<script|https:\/\/(?!www\.w3\.org)/);
    expect(await (await get(`/reports/${id}?lang=en`)).text()).toContain('<html lang="en"');
  });

  test("the same as a PDF", async () => {
    const { id } = await verified();
    const response = await get(`/reports/${id}.pdf`);
    expect(response.headers.get("content-type")).toBe("application/pdf");
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 5).toString("latin1")).toBe("%PDF-");
  });

  test("without a token, under another duty, elsewhere, of no report -> refused", async () => {
    const { id } = await verified();
    expect((await get(`/reports/${id}`, null)).status).toBe(401);
    const other = await get(`/reports/${id}`, { department: "县残联", duty: "2.3" });
    expect([other.status, await other.text()]).toEqual([
      403,
      expect.stringContaining("FIELD_NOT_AUTHORIZED"),
    ]);
    const elsewhere = { ...CIVIL_AFFAIRS, jurisdiction: ["330727"] };
    const outside = await get(`/reports/${id}`, elsewhere);
    expect([outside.status, await outside.text()]).toEqual([
      403,
      expect.stringContaining("OUT_OF_JURISDICTION"),
    ]);
    expect((await get("/reports/HD2026-9999999")).status).toBe(404);
  });

  test("anybody checks a code: genuine, not, or of an earlier version; the family stays unknown", async () => {
    const { id, issued, findings, report } = await verified();
    const genuine = await checked(id, issued.code);
    expect(genuine).toContain("有效 VALID");
    expect(genuine).not.toContain(report.persons[0].name);
    expect(genuine).not.toContain(report.householdId);
    const other = issued.code.startsWith("2")
      ? `3${issued.code.slice(1)}`
      : `2${issued.code.slice(1)}`;
    expect(await checked(id, other)).not.toContain("有效 VALID");
    expect(await checked("HD2026-9999999", issued.code)).not.toContain("有效 VALID");
    const raised = await hub().ask(
      CIVIL_AFFAIRS,
      `mutation ($input: RaiseObjectionInput!) { raiseObjection(input: $input) { objections { id } } }`,
      { input: { findingId: findings[0].id, statement: "已出售", evidence: ["材料-1"] } },
    );
    await hub().ask(
      CIVIL_AFFAIRS,
      `mutation ($id: ID!) { resolveObjection(id: $id, accepted: false, resolution: "仍登记") { id } }`,
      { id: raised.data.raiseObjection.objections[0].id },
    );
    expect(await checked(id, issued.code)).toContain("已有新版本");
    const page = await (await get(`/reports/${id}`)).text();
    expect(page).toContain("仍登记");
    expect(page).not.toContain(issued.code);
  });
});

async function headersOf(hub: TestHub, asking: Asking): Promise<Record<string, string>> {
  const { department, duty, jurisdiction = ["330726"] } = asking;
  const token = await hub.token({ department, duties: [duty], jurisdiction: [...jurisdiction] });
  return { authorization: `Bearer ${token}`, "hub-duty": duty, "hub-case": "TEST-1" };
}
