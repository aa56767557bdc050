import type { PgTable } from "drizzle-orm/pg-core";
import type { HouseholdTruth } from "../../src/county/household-truth.js";
import type { PersonTruth } from "../../src/county/person-truth.js";
import type { SeedProjection } from "../../src/county/seed-projection.js";
import {
  business,
  financialAssets,
  householdRegistration,
  housingFund,
  incomeTax,
  realEstate,
  socialInsurance,
  student,
  vehicle,
} from "./tables.js";

/** The department's rows of a household of the demonstration county, each with the body it passes them on for. */
export const seed: readonly SeedProjection[] = [
  projection(householdRegistration, "householdRegistration", "县公安局", (person) =>
    atMostOne(person.householdRegistration),
  ),
  projection(vehicle, "vehicles", "县公安局", (person) => person.vehicles),
  projection(realEstate, "realEstate", "县自然资源局", (person) => person.realEstate),
  projection(socialInsurance, "socialInsurance", "县人力社保局", (person) =>
    atMostOne(person.socialInsurance),
  ),
  projection(housingFund, "housingFund", "住房公积金中心", (person) =>
    atMostOne(person.housingFund),
  ),
  projection(incomeTax, "incomeTax", "县税务局", (person) => atMostOne(person.incomeTax)),
  projection(business, "businesses", "县市场监管局", (person) => person.businesses),
  projection(financialAssets, "financialAssets", "省级大救助信息平台", (person) =>
    atMostOne(person.financialAssets),
  ),
  projection(student, "student", "县教育局", (person) => atMostOne(person.student)),
];

type Provenance = "person" | "originalSource" | "asOf" | "fetchedAt" | "inDispute";

/** Checks a table's records at compile time: all of its columns but key and provenance. */
function projection<Table extends PgTable>(
  table: Table,
  source: keyof HouseholdTruth["sources"],
  originalSource: string,
  records: (person: PersonTruth) => readonly Omit<Table["$inferInsert"], Provenance>[],
): SeedProjection {
  return {
    table,
    rows: ({ persons, sources }) =>
      persons.flatMap((person) =>
        records(person).map((record) => ({
          person: person.idNumber,
          ...record,
          ...sources[source],
          originalSource,
          inDispute: false,
        })),
      ),
  };
}

function atMostOne<Item>(record: Item | null): readonly Item[] {
  return record === null ? [] : [record];
}
