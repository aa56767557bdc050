import type { Answer, TestHub } from "../../support/hubs.js";
import { means } from "../rows/asking.js";
import { CIVIL_AFFAIRS } from "./asking.js";

/** What could be learnt of rows that are denied, by how an answer comes about or how much there is of it. */
export function describeOracles(hub: () => TestHub): void {
  const { rows, ask, idNumberOf } = means(hub);

  /** One person without consent who has a record, and one who has none. */
  const withoutConsent = async () => {
    const [persons] = await rows<{ having: string; lacking: string }>(`
      with free as (
        select person from civil_affairs.person
         where division like '330726%' and person not in (select person from consent.consent where state = 'GIVEN')
      ) select
        (select person from free join big_data.financial_assets using (person) order by 1 limit 1) as having,
        (select person from free where person not in (select person from big_data.financial_assets)
          order by 1 limit 1) as lacking`);
    return persons!;
  };
  const FIELDS = "financialAssets { deposits }";
  const asked = async (person: string, jurisdiction = ["330726"]) => {
    let answer: Answer | undefined;
    const idNumber = await idNumberOf(person);
    const statements = await hub().statementsOf(async () => {
      const query = `query($n: IdNumber!) { person(idNumber: $n) { ${FIELDS} } }`;
      answer = await ask({ ...CIVIL_AFFAIRS, jurisdiction }, query, { n: idNumber });
    });
    return { statements, data: answer?.data, errors: answer?.errors };
  };

  test("without consent, who has a record and who has none -> the same answer by the same statements", async () => {
    const { having, lacking } = await withoutConsent();
    const one = await asked(having);
    expect(one.errors?.map(({ extensions }) => extensions["code"])).toEqual(["CONSENT_REQUIRED"]);
    expect(await asked(lacking)).toEqual(one);
    expect(one.statements.filter((sql) => sql.includes("financial_assets"))).toEqual([]);
  });

  test("elsewhere, who has a record and who has none -> the same answer by the same statements", async () => {
    const { having, lacking } = await withoutConsent();
    const one = await asked(having, ["330109"]);
    expect(one.errors?.map(({ extensions }) => extensions["code"])).toEqual([
      "OUT_OF_JURISDICTION",
    ]);
    expect(await asked(lacking, ["330109"])).toEqual(one);
    expect(one.statements.filter((sql) => sql.includes("financial_assets"))).toEqual([]);
  });
}
