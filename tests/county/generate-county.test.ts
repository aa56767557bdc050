import { assertCreditCode } from "../../src/codes/credit-code.js";
import { parseDisabilityCertificate } from "../../src/codes/disability-certificate.js";
import { assertIdNumber } from "../../src/codes/id-number.js";
import { parseMoney } from "../../src/codes/money.js";
import { generateCounty, plantedCases } from "../../src/county/generate-county.js";
import type { HouseholdTruth } from "../../src/county/household-truth.js";
import { STANDARD_PER_YEAR } from "../../src/county/parameters.js";
import { PLANTERS } from "../../src/county/planted/catalogue.js";
import { MOST_HOUSEHOLDS } from "../../src/county/unique-codes.js";
import { currentProgrammes, findInconsistencies } from "./inconsistencies.js";

const HOUSEHOLDS = 2_000;
const county = [...generateCounty({ households: HOUSEHOLDS, seed: 7 })];
const persons = county.flatMap((household) => household.persons);
const touched = new Set(county.flatMap(({ planted }) => planted?.otherHouseholdId ?? []));
const quiet = county.filter(({ id, planted }) => !planted && !touched.has(id));

const memberships = new Map<string, number>();
for (const { members, sharedMembers } of county) {
  for (const { idNumber } of [...members, ...sharedMembers]) {
    memberships.set(idNumber, (memberships.get(idNumber) ?? 0) + 1);
  }
}

const share = (part: number, whole: number) => part / whole;
const annualIncome = ({ declaration }: HouseholdTruth) =>
  declaration
    ? parseMoney(declaration.wageIncome) +
      parseMoney(declaration.businessIncome) +
      parseMoney(declaration.propertyIncome) +
      parseMoney(declaration.transferIncome) +
      parseMoney(declaration.otherIncome)
    : 0n;

describe("a demonstration county", () => {
  it("the same seed -> the same county, another seed -> other people", () => {
    const again = [...generateCounty({ households: 60, seed: 7 })];
    expect(again).toEqual(county.slice(0, 60));
    const [other] = generateCounty({ households: 1, seed: 8 });
    expect(other?.members[0]?.idNumber).not.toBe(county[0]?.members[0]?.idNumber);
  });

  it("a household is the same however many households there are", () => {
    const few = [...generateCounty({ households: 300, seed: 7 })];
    expect(few[299]).toEqual(county[299]);
  });

  it("another as-of date -> nothing of the county lies after it", () => {
    const dates = JSON.stringify([
      ...generateCounty({ households: 200, seed: 7, asOf: "2024-03-31" }),
    ]).match(
      /"(birthDate|deathDate|declaredOn|completedOn|registeredOn|issuedOn|enrolledOn|diagnosedOn|surveyedOn|movedInOn)":"[^"]+"/g,
    );
    expect(dates?.length).toBeGreaterThan(1_000);
    expect(dates?.filter((date) => (date.split('":"')[1] ?? "") > '2024-03-31"')).toEqual([]);
  });

  it("more households than can be told apart -> RangeError", () => {
    expect(() => generateCounty({ households: MOST_HOUSEHOLDS + 1, seed: 7 }).next()).toThrow(
      RangeError,
    );
    expect(() => generateCounty({ households: -1, seed: 7 }).next()).toThrow(RangeError);
  });

  it("every number is valid and belongs to one holder", () => {
    for (const { idNumber } of persons) assertIdNumber(idNumber);
    expect(new Set(persons.map(({ idNumber }) => idNumber)).size).toBe(persons.length);
    for (const { idNumber, disability } of persons) {
      if (!disability) continue;
      expect(parseDisabilityCertificate(disability.certificateNumber).idNumber).toBe(idNumber);
    }
    const businesses = persons.flatMap((person) => person.businesses);
    for (const { unifiedSocialCreditCode } of businesses) assertCreditCode(unifiedSocialCreditCode);
    const plates = persons.flatMap(({ vehicles }) =>
      vehicles.map(({ plateNumber }) => plateNumber),
    );
    expect(plates.length).toBeGreaterThan(500);
    expect(new Set(plates).size).toBe(plates.length);
    expect(new Set(businesses.map((held) => held.unifiedSocialCreditCode)).size).toBe(
      businesses.length,
    );
    expect(new Set(county.map(({ id }) => id)).size).toBe(HOUSEHOLDS);
  });

  it("a household without a planted case -> nothing that does not fit", () => {
    const odd = quiet.flatMap((household) => {
      const found = findInconsistencies(household, memberships);
      return found.length > 0 ? [`${household.id}: ${found.join(", ")}`] : [];
    });
    expect(odd).toEqual([]);
  });

  it("what is drawn fits the programme", () => {
    const perHead = (household: HouseholdTruth) =>
      annualIncome(household) / BigInt(household.headCount) / 100n;
    const drawing = (programme: string) =>
      quiet.filter((household) => currentProgrammes(household).includes(programme));
    for (const household of drawing("MINIMUM_LIVING")) {
      expect(perHead(household)).toBeLessThanOrEqual(BigInt(STANDARD_PER_YEAR));
      expect(household.incomeBand).toBe("WITHIN_STANDARD");
      expect(parseMoney(household.assistance[0]?.monthlyAmount ?? "0.00")).toBeGreaterThan(0n);
    }
    for (const household of drawing("MINIMUM_LIVING_MARGINAL")) {
      expect(household.incomeBand).toBe("WITHIN_MARGINAL_LINE");
    }
    for (const household of drawing("EXPENDITURE_POVERTY")) {
      const spent = household.members.reduce(
        (sum, { medicalInsurance }) =>
          sum + parseMoney(medicalInsurance?.spending?.outOfPocket ?? "0.00"),
        0n,
      );
      const left = (annualIncome(household) - spent) / BigInt(household.headCount) / 100n;
      expect(left).toBeLessThanOrEqual(BigInt(STANDARD_PER_YEAR));
    }
    for (const household of drawing("SINGLE_HOUSEHOLD")) {
      const [admission] = household.singleHouseholdAdmission;
      const admitted = household.members.find(({ idNumber }) => idNumber === admission?.idNumber);
      expect(admitted?.disability !== null || admitted?.medicalInsurance?.seriousIllness).toBe(
        true,
      );
    }
  });

  it("the figures are those of a county", () => {
    const members = county.reduce((sum, household) => sum + household.members.length, 0);
    expect(members / HOUSEHOLDS).toBeGreaterThan(2.55);
    expect(members / HOUSEHOLDS).toBeLessThan(2.8);
    const assisted = quiet.filter((household) => currentProgrammes(household).length > 0).length;
    expect(share(assisted, quiet.length)).toBeGreaterThan(0.07);
    expect(share(assisted, quiet.length)).toBeLessThan(0.15);
    const men = persons.filter(({ sex }) => sex === "MALE").length;
    expect(share(men, persons.length)).toBeGreaterThan(0.47);
    expect(share(men, persons.length)).toBeLessThan(0.55);
    const declared = county.filter(({ declaration, planted }) => declaration && !planted);
    const consenting = declared.filter(({ consents }) => consents.length > 0).length;
    expect(share(consenting, declared.length)).toBeGreaterThan(0.85);
    expect(declared.some(({ consents }) => consents.length === 0)).toBe(true);
    const consents = declared.flatMap((household) => household.consents);
    expect(consents.some(({ revokedOn }) => revokedOn !== null)).toBe(true);
    expect(consents.some(({ validTo }) => validTo !== null)).toBe(true);
  });
});

describe("planted cases", () => {
  it("the first households carry one of each kind in the catalogue's order", () => {
    const first = county.slice(0, PLANTERS.length).map(({ planted }) => planted?.kind);
    expect(first).toEqual(PLANTERS.map(({ kind }) => kind));
    expect(new Set(first).size).toBe(PLANTERS.length);
  });

  it("one in 25 of the others carries one", () => {
    const later = county.slice(PLANTERS.length);
    const planted = later.filter((household) => household.planted).length;
    expect(share(planted, later.length)).toBeGreaterThan(0.025);
    expect(share(planted, later.length)).toBeLessThan(0.055);
  });

  it("the list of cases is that of the households", () => {
    const listed = [...plantedCases({ households: 400, seed: 7 })];
    expect(listed).toEqual(county.slice(0, 400).flatMap(({ planted }) => planted ?? []));
  });

  it.each(PLANTERS.map(({ kind, expectsFinding }) => [kind, expectsFinding] as const))(
    "%s -> worth looking at: %s, wherever it was planted",
    (kind, expectsFinding) => {
      const carriers = county.filter(({ planted }) => planted?.kind === kind);
      expect(carriers.length).toBeGreaterThan(0);
      for (const household of carriers) {
        const found = findInconsistencies(household, memberships);
        expect([household.id, found.length > 0]).toEqual([household.id, expectsFinding]);
        const known = household.persons.map(({ idNumber }) => idNumber);
        const shared = household.sharedMembers.map(({ idNumber }) => idNumber);
        const { idNumber } = household.planted ?? {};
        if (idNumber) expect([...known, ...shared]).toContain(idNumber);
      }
    },
  );
});
