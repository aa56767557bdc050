import { keyOf, openMasked } from "../../at-rest.js";
import type { Find, Row } from "./sql.js";

const CIVIL_AFFAIRS = "县民政局";
const MEDICAL_INSURANCE = "县医保局";

/** Finds households by id, in the order asked, as the household query answers them. */
export async function findHouseholds(find: Find, ids: readonly string[]): Promise<unknown[]> {
  const [households, members] = await Promise.all([find("households", ids), find("members", ids)]);
  const persons = [...members.values()].flatMap((rows) => rows.map((row) => row["person"]));
  const [medical, disability, agriculture, property] = await Promise.all([
    find("medicalInsurance", persons),
    find("disability", persons),
    find("agriculture", persons),
    find("property", persons),
  ]);
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  return ids.map((id) => {
    const household = households.get(id)?.[0];
    if (!household) return null;
    const people = members.get(id) ?? [];
    return {
      ...householdOf(household),
      members: people.map((person) => {
        const key = person["person"];
        return {
          ...personOf(person, today),
          medicalInsurance: medicalInsuranceOf(medical.get(key)?.[0]),
          disability: disabilityOf(disability.get(key)?.[0]),
          agriculture: agricultureOf(agriculture.get(key)?.[0]),
          ...propertyOf(property.get(key)?.[0]),
        };
      }),
    };
  });
}

/** Finds the name of a person. */
export async function findPerson(find: Find, idNumber: string): Promise<unknown> {
  const key = keyOf(idNumber);
  const person = (await find("person", [key])).get(key)?.[0];
  return person ? { name: person["name"] } : null;
}

function householdOf(row: Row) {
  return {
    id: row["id"],
    township: row["township"],
    village: row["village"],
    headCount: row["head_count"],
    incomeBand: row["income_band"],
    provenance: { department: CIVIL_AFFAIRS, asOf: row["as_of"], inDispute: row["in_dispute"] },
    assistance: row["assistance"] ?? [],
    declaration: row["declared"]
      ? {
          wageIncome: row["wage_income"],
          transferIncome: row["transfer_income"],
          financialAssets: row["financial_assets"],
          vehicleCount: row["vehicle_count"],
          declaredOn: row["declared_on"],
        }
      : null,
  };
}

function personOf(row: Row, today: string) {
  return {
    name: row["name"],
    maskedIdNumber: openMasked(row["masked_id_number"], row["person"]),
    sex: row["sex"],
    birthDate: row["birth_date"],
    age: row["birth_date"] === null ? null : ageOn(row["birth_date"], today),
    kinship: row["kinship"],
    maritalStatus: row["marital_status"],
    deathDate: row["death_date"],
    marriage: row["married"]
      ? {
          registeredOn: row["registered_on"],
          spouse: row["spouse_name"] === null ? null : { name: row["spouse_name"] },
        }
      : null,
  };
}

function medicalInsuranceOf(row: Row | undefined) {
  if (!row) return null;
  return {
    insuranceType: row["insurance_type"],
    status: row["status"],
    employer: row["employer"],
    seriousIllness: row["serious_illness"],
    spending: row["spent"] ? { total: row["total"], outOfPocket: row["out_of_pocket"] } : null,
    provenance: {
      department: MEDICAL_INSURANCE,
      originalSource: row["original_source"],
      asOf: row["as_of"],
      fetchedAt: row["fetched_at"],
      inDispute: row["in_dispute"],
    },
  };
}

function disabilityOf(row: Row | undefined) {
  if (!row) return null;
  return {
    category: row["category"],
    grade: row["grade"],
    certificateStatus: row["certificate_status"],
    validUntil: row["valid_until"],
    livingSubsidy: row["living_subsidy"],
  };
}

function agricultureOf(row: Row | undefined) {
  if (!row) return null;
  return {
    lowIncomeFarmer: row["low_income_farmer"],
    contractedArea: trimmed(row["contracted_area"]),
    transferRent: row["transfer_rent"],
    annualSubsidies: row["annual_subsidies"],
    machinery: row["machinery"],
  };
}

function propertyOf(row: Row | undefined) {
  return {
    householdRegistration: row?.["registered"]
      ? { address: row["address"], registeredDivision: row["registered_division"] }
      : null,
    vehicles: row?.["vehicles"] ?? [],
    realEstate: row?.["real_estate"] ?? [],
    socialInsurance: row?.["insured"]
      ? { pensionStatus: row["pension_status"], monthlyPension: row["monthly_pension"] }
      : null,
    businesses: row?.["businesses"] ?? [],
    financialAssets: row?.["has_assets"] ? { deposits: row["deposits"] } : null,
  };
}

function ageOn(birthDate: string, date: string): number {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return date.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

function trimmed(decimal: string | null): string | null {
  return decimal?.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "") ?? null;
}
