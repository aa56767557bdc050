import type { HouseholdTruth } from "../../src/county/household-truth.js";
import type { SeedProjection } from "../../src/county/seed-projection.js";
import { identity } from "./identity.js";
import { diagnosis, longTermCare, medicalInsurance, spending } from "./tables.js";

const enrolments: SeedProjection<typeof medicalInsurance> = {
  table: medicalInsurance,
  rows: (household) =>
    household.persons.flatMap(({ idNumber, medicalInsurance: record }) =>
      record
        ? [
            {
              person: idNumber,
              insuranceType: record.insuranceType,
              status: record.status,
              employer: record.employer,
              enrolledOn: record.enrolledOn,
              assistedEnrolment: record.assistedEnrolment,
              seriousIllness: record.seriousIllness,
              ...provenance(household),
            },
          ]
        : [],
    ),
};

const diagnoses: SeedProjection<typeof diagnosis> = {
  table: diagnosis,
  rows: (household) =>
    household.persons.flatMap(({ idNumber, medicalInsurance: record }) =>
      (record?.diagnoses ?? []).map((entry, place) => ({
        person: idNumber,
        position: place + 1,
        ...entry,
        ...provenance(household),
      })),
    ),
};

const yearsOfSpending: SeedProjection<typeof spending> = {
  table: spending,
  rows: (household) =>
    household.persons.flatMap(({ idNumber, medicalInsurance: record }) =>
      record?.spending ? [{ person: idNumber, ...record.spending, ...provenance(household) }] : [],
    ),
};

const careBenefits: SeedProjection<typeof longTermCare> = {
  table: longTermCare,
  rows: (household) =>
    household.persons.flatMap(({ idNumber, medicalInsurance: record }) =>
      record?.longTermCare
        ? [{ person: idNumber, ...record.longTermCare, ...provenance(household) }]
        : [],
    ),
};

/** The department's rows of a household of the demonstration county. */
export const seed: readonly SeedProjection[] = [
  enrolments,
  diagnoses,
  yearsOfSpending,
  careBenefits,
];

function provenance({ sources }: HouseholdTruth) {
  return { ...sources.medicalInsurance, originalSource: identity.name, inDispute: false };
}
