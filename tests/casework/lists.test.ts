import { plantedCases } from "../../src/county/generate-county.js";
import { eachHub, HOUSEHOLDS } from "../support/hubs.js";

eachHub((hub) => {
  const planted = new Map(
    [...plantedCases({ households: HOUSEHOLDS, seed: 330726 })].map((found) => [found.kind, found]),
  );
  const idOf = (kind: string) => planted.get(kind)!.householdId;
  const codes = (errors: readonly { extensions: Readonly<Record<string, unknown>> }[]) =>
    errors.map(({ extensions }) => extensions["code"]);

  test("the two lists against one another: the planted differences, counted by township", async () => {
    const query = `query ($township: DivisionCode) { twoLinesReconciliation(township: $township) {
      farmersWithoutRelief reliefWithoutFarmer
      townships { township onBoth farmersWithoutRelief reliefWithoutFarmer } } }`;
    const { data, errors } = await hub().ask({ department: "县农业农村局", duty: "2.1" }, query);
    expect(errors).toEqual([]);
    const { farmersWithoutRelief, reliefWithoutFarmer, townships } = data.twoLinesReconciliation;
    expect(farmersWithoutRelief).toContain(idOf("LOW_INCOME_FARMER_WITHOUT_RELIEF"));
    expect(reliefWithoutFarmer).toContain(idOf("RELIEF_WITHOUT_LOW_INCOME_FARMER"));
    const sum = (name: string) =>
      townships.reduce((total: number, row: Record<string, number>) => total + row[name]!, 0);
    expect(sum("farmersWithoutRelief")).toBe(farmersWithoutRelief.length);
    expect(sum("reliefWithoutFarmer")).toBe(reliefWithoutFarmer.length);
    const [{ township }] = townships;
    const one = await hub().ask({ department: "县农业农村局", duty: "2.1" }, query, { township });
    expect(one.data.twoLinesReconciliation.townships).toEqual([townships[0]]);
  });

  test("the price subsidy of a month: started by the rise of prices, else nothing", async () => {
    const list = async (consumerPercent: string) => {
      const { data } = await hub().ask(
        { department: "县财政局", duty: "2.2" },
        `query ($consumerPercent: Decimal!) {
           priceSubsidyList(month: "2026-10", consumerPercent: $consumerPercent, foodPercent: "1") {
             started perPerson total households { householdId persons amount } } }`,
        { consumerPercent },
      );
      return data.priceSubsidyList;
    };
    expect(await list("0.5")).toEqual({
      started: false,
      perPerson: "0.00",
      total: "0.00",
      households: [],
    });
    const { started, perPerson, households } = await list("4");
    expect([started, perPerson]).toEqual([true, "33.33"]);
    expect(households.length).toBeGreaterThan(20);
  });

  test("the two subsidies of disabled persons: what has to stop for an expired certificate", async () => {
    const { idNumber } = planted.get("CERTIFICATE_EXPIRED")!;
    const asking = { department: "县残联", duty: "3.2" };
    const query = `query ($n: [IdNumber!]!) { disabilitySubsidyAdjustments(idNumbers: $n) {
      maskedIdNumber subsidy change from to reason } }`;
    const { data, errors } = await hub().ask(asking, query, { n: [idNumber] });
    expect(errors).toEqual([]);
    const changes = data.disabilitySubsidyAdjustments;
    expect(changes).not.toEqual([]);
    for (const change of changes) {
      expect(change).toMatchObject({ change: "STOP", to: null, reason: "残疾人证无效" });
      expect(change.maskedIdNumber).toMatch(/^\d{6}\*+[\dX]{4}$/);
    }
  });

  test("the poverty index of a home survey: stated indicators and weights; an unknown one is refused", async () => {
    const asking = { department: "县残联", duty: "2.3" };
    const { data } = await hub().ask(
      asking,
      "{ surveyIndicators { code dimension points } none: povertyScore(indicators: []) { score } }",
    );
    expect(data.none).toEqual({ score: "0" });
    const all = data.surveyIndicators.map(({ code }: { code: string }) => code);
    const score =
      "query ($i: [ID!]!) { povertyScore(indicators: $i) { score dimensions { weight } } }";
    const worst = await hub().ask(asking, score, { i: all });
    expect(worst.data.povertyScore.score).toBe("100");
    const unknown = await hub().ask(asking, score, { i: ["NO_SUCH"] });
    expect(codes(unknown.errors)).toEqual(["BAD_USER_INPUT"]);
  });

  test("each list answers under its own duty alone", async () => {
    const { status } = await hub().ask(
      { department: "县残联", duty: "2.3" },
      "{ twoLinesReconciliation { farmersWithoutRelief } }",
    );
    expect(status).toBe(403);
  });
});
