import { addDays, ageOn, daysBetween } from "../../src/codes/calendar.js";
import { parseMoney } from "../../src/codes/money.js";
import { parseIdNumber } from "../../src/codes/id-number.js";
import type { HouseholdTruth } from "../../src/county/household-truth.js";
import type { PersonTruth } from "../../src/county/person-truth.js";

/*
 * A plain reading of the cross-checks, independent of the hub's own: what the generator calls clean
 * must give nothing here, and every planted error must give something.
 */

const TOLERANCE = 100_00n;
const ASSET_LINE_PER_HEAD = 30_000_00n;
const LOW_INCOME = [
  "MINIMUM_LIVING",
  "MINIMUM_LIVING_MARGINAL",
  "EXTREME_POVERTY",
  "SINGLE_HOUSEHOLD",
];

/** Everything in a household that does not fit; `memberships` counts the households of a person. */
export function findInconsistencies(
  household: HouseholdTruth,
  memberships: ReadonlyMap<string, number>,
): readonly string[] {
  return [
    ...household.members.flatMap((person) => ofPerson(person, household)),
    ...ofDeclaration(household),
    ...ofLists(household),
    ...ofComposition(household, memberships),
    ...ofCertificates(household),
    ...(daysBetween(household.sources.financialAssets.asOf, household.asOf) > 180 ? ["stale"] : []),
  ];
}

/** Programmes in force on the household's as-of date. */
export function currentProgrammes({ assistance }: HouseholdTruth): readonly string[] {
  return assistance.flatMap(({ programme, endMonth }) => (endMonth === null ? [programme] : []));
}

function ofPerson(person: PersonTruth, { asOf }: HouseholdTruth): string[] {
  const found: string[] = [];
  const said = parseIdNumber(person.idNumber);
  if (said.birthDate !== person.birthDate || said.sex !== person.sex) found.push("identity");
  const paid =
    person.socialInsurance?.monthlyPension || person.medicalInsurance?.status === "NORMAL";
  if ((person.deathDate ?? person.householdRegistration?.deregisteredOn) && paid)
    found.push("dead");
  if (person.maritalStatus !== "MARRIED" && person.marriage?.spouseIdNumber) found.push("single");
  if (ageOn(person.birthDate, asOf) < 0) found.push("unborn");
  const spending = person.medicalInsurance?.spending;
  if (spending) {
    const parts =
      parseMoney(spending.pooledPayment) +
      parseMoney(spending.seriousIllnessPayment) +
      parseMoney(spending.medicalAssistancePayment) +
      parseMoney(spending.outOfPocket);
    if (parts !== parseMoney(spending.total)) found.push("spending");
  }
  return found;
}

function ofDeclaration({ declaration, members, headCount }: HouseholdTruth): string[] {
  if (!declaration) return [];
  const found: string[] = [];
  const total = (amountsOf: (person: PersonTruth) => readonly (string | null | undefined)[]) =>
    members
      .flatMap((person) => amountsOf(person))
      .reduce((sum, amount) => sum + (amount ? parseMoney(amount) : 0n), 0n);
  const wages = members
    .map(({ incomeTax, socialInsurance, housingFund, medicalInsurance }) => {
      const base = parseMoney(socialInsurance?.contributionBase ?? "0.00") * 12n;
      const taxed = parseMoney(incomeTax?.taxableIncome ?? "0.00");
      const fund = parseMoney(housingFund?.monthlyContribution ?? "0.00") * 60n;
      const insured = medicalInsurance?.employer ? 60_000_00n : 0n;
      return [base, taxed, fund, insured].reduce((most, next) => (next > most ? next : most), 0n);
    })
    .reduce((sum, wage) => sum + wage, 0n);
  const property = total(({ agriculture }) => [
    agriculture?.transferRent,
    agriculture?.collectiveDividend,
  ]);
  const pensions = total(({ socialInsurance }) => [
    socialInsurance?.monthlyPension,
    socialInsurance?.unemploymentBenefit,
  ]);
  const support = total(({ agriculture, reservoirMigrant }) => [
    agriculture?.annualSubsidies,
    reservoirMigrant?.annualSupport,
  ]);
  const assets = total(({ financialAssets }) => [
    financialAssets?.deposits,
    financialAssets?.securities,
    financialAssets?.insurancePolicies,
  ]);
  const exceeds = (amount: bigint, declared: string) => amount > parseMoney(declared) + TOLERANCE;
  if (exceeds(wages, declaration.wageIncome)) found.push("wage");
  if (exceeds(property, declaration.propertyIncome)) found.push("property income");
  if (exceeds(pensions * 12n + support, declaration.transferIncome)) found.push("transfer income");
  if (exceeds(assets, declaration.financialAssets)) found.push("assets undeclared");
  if (assets > ASSET_LINE_PER_HEAD * BigInt(headCount)) found.push("asset line");
  const vehicles = members
    .flatMap((person) => person.vehicles)
    .filter(({ kind, status }) => kind !== "DISABLED_MOBILITY" && status === "NORMAL");
  if (vehicles.length > declaration.vehicleCount) found.push("vehicle");
  const estates = members.flatMap(({ realEstate }) => realEstate);
  const dwellings = new Set(
    estates.filter(({ usage }) => usage === "DWELLING").map((estate) => estate.certificateNumber),
  );
  if (dwellings.size > declaration.dwellingCount) found.push("dwelling");
  if (estates.some(({ usage }) => usage !== "DWELLING")) found.push("shop");
  const businesses = members.flatMap((person) => person.businesses);
  if (businesses.some(({ status }) => status === "ACTIVE")) found.push("business");
  return found;
}

function ofLists(household: HouseholdTruth): string[] {
  const found: string[] = [];
  const programmes = currentProgrammes(household);
  const lowIncome = programmes.some((programme) => LOW_INCOME.includes(programme));
  if (programmes.length > 1) found.push("programmes");
  for (const { agriculture, medicalInsurance } of household.members) {
    if (agriculture && agriculture.lowIncomeFarmer !== lowIncome) found.push("two lines");
    if (medicalInsurance?.insuranceType !== "RESIDENT") continue;
    if (medicalInsurance.assistedEnrolment !== lowIncome) found.push("assisted enrolment");
  }
  return found;
}

function ofComposition(
  { members, sharedMembers, headCount, obligors, declaration }: HouseholdTruth,
  memberships: ReadonlyMap<string, number>,
): string[] {
  const found: string[] = [];
  const everybody = [...members, ...sharedMembers];
  if (headCount !== everybody.length) found.push("head count");
  if (everybody.some(({ idNumber }) => (memberships.get(idNumber) ?? 0) > 1)) found.push("twice");
  const present = new Set(everybody.map(({ idNumber }) => idNumber));
  for (const { marriage, maritalStatus } of members) {
    if (marriage?.spouseIdNumber && !present.has(marriage.spouseIdNumber)) found.push("left out");
    if (maritalStatus === "MARRIED" && marriage && !marriage.spouseIdNumber) found.push("married");
  }
  if (!declaration) return found;
  const since = addDays(declaration.declaredOn, -180);
  const home = members[0]?.householdRegistration?.address ?? "";
  const split = obligors.some(
    ({ householdRegistration }) =>
      (householdRegistration?.movedInOn ?? "") > since &&
      householdRegistration?.address.startsWith(home),
  );
  return split ? [...found, "split"] : found;
}

function ofCertificates({ members, singleHouseholdAdmission, asOf }: HouseholdTruth): string[] {
  const found: string[] = [];
  for (const { idNumber, disability } of members) {
    if (!disability) continue;
    const { category, grade, certificateNumber, validUntil, nursingSubsidy } = disability;
    if (!certificateNumber.startsWith(idNumber)) found.push("certificate number");
    if (validUntil < asOf) found.push("certificate expired");
    const severe = grade === "GRADE_1" || grade === "GRADE_2";
    const mind = category === "MENTAL" || category === "INTELLECTUAL";
    if (nursingSubsidy && !severe && !(grade === "GRADE_3" && mind)) found.push("nursing subsidy");
    const admission = singleHouseholdAdmission.find((admitted) => admitted.idNumber === idNumber);
    if (admission?.ground === "SEVERE_DISABILITY" && !severe) found.push("admission");
  }
  return found;
}
