import { maskIdNumber } from "../../src/codes/id-number.js";
import type { PgTable } from "drizzle-orm/pg-core";
import type { HouseholdTruth } from "../../src/county/household-truth.js";
import type { PersonTruth } from "../../src/county/person-truth.js";
import type { SeedProjection } from "../../src/county/seed-projection.js";
import { identity } from "./identity.js";
import {
  assistance,
  childWelfare,
  declaration,
  elderCare,
  household,
  leftBehind,
  marriage,
  membership,
  person,
  povertyDimension,
  povertyIndex,
  reservoirMigrant,
  singleHouseholdAdmission,
  verificationSummary,
} from "./tables.js";

/** The department's rows of a household of the demonstration county. */
export const seed: readonly SeedProjection[] = [
  projection(household, ({ id, township, village, headCount, incomeBand }) => [
    { id, township, village, headCount, incomeBand },
  ]),
  projection(person, ({ persons }) =>
    persons.map((someone) => ({
      person: someone.idNumber,
      idNumber: someone.idNumber,
      maskedIdNumber: maskIdNumber(someone.idNumber),
      name: someone.name,
      sex: someone.sex,
      birthDate: someone.birthDate,
      maritalStatus: someone.maritalStatus,
      division: someone.division,
      deathDate: someone.deathDate,
      cremationDate: someone.cremationDate,
      ecologicalBurial: someone.ecologicalBurial,
    })),
  ),
  projection(membership, (truth) => [
    ...inRole(truth.id, "MEMBER", [...truth.members, ...truth.sharedMembers]),
    ...inRole(truth.id, "OBLIGOR", truth.obligors),
  ]),
  projection(assistance, (truth) =>
    truth.assistance.map((relief, place) => ({
      id: `${truth.id}-${place + 1}`,
      householdId: truth.id,
      ...relief,
    })),
  ),
  projection(declaration, (truth) => ofHousehold(truth, truth.declaration)),
  projection(povertyIndex, (truth) => {
    const index = truth.povertyIndex;
    return ofHousehold(truth, index && { score: index.score, surveyedOn: index.surveyedOn });
  }),
  projection(povertyDimension, (truth) =>
    (truth.povertyIndex?.dimensions ?? []).map((part, place) => ({
      householdId: truth.id,
      position: place + 1,
      ...part,
    })),
  ),
  projection(singleHouseholdAdmission, (truth) =>
    truth.singleHouseholdAdmission.flatMap(({ idNumber, ...admission }) =>
      ofHousehold(truth, { person: idNumber, ...admission }),
    ),
  ),
  projection(verificationSummary, (truth) => ofHousehold(truth, truth.latestVerification)),
  projection(marriage, (truth) =>
    ofPersons(truth, ({ marriage: record }) => {
      if (!record) return null;
      const { spouseIdNumber, ...registration } = record;
      return { spouse: spouseIdNumber, ...registration };
    }),
  ),
  projection(childWelfare, (truth) => ofPersons(truth, ({ childWelfare: record }) => record)),
  projection(leftBehind, (truth) => ofPersons(truth, ({ leftBehind: record }) => record)),
  projection(elderCare, (truth) => ofPersons(truth, ({ elderCare: record }) => record)),
  projection(reservoirMigrant, (truth) =>
    ofPersons(truth, ({ reservoirMigrant: record }) => record),
  ),
];

type Provenance = "originalSource" | "asOf" | "fetchedAt" | "inDispute";

/** Checks a table's rows at compile time and adds where they come from. */
function projection<Table extends PgTable>(
  table: Table,
  rows: (truth: HouseholdTruth) => readonly Omit<Table["$inferInsert"], Provenance>[],
): SeedProjection {
  return {
    table,
    rows: (truth) =>
      rows(truth).map((row) => ({
        ...row,
        ...truth.sources.household,
        originalSource: identity.name,
        inDispute: false,
      })),
  };
}

function inRole<Role extends "MEMBER" | "OBLIGOR">(
  householdId: string,
  role: Role,
  people: readonly Pick<PersonTruth, "idNumber" | "kinship">[],
) {
  return people.map(({ idNumber, kinship }, place) => ({
    householdId,
    person: idNumber,
    role,
    kinship,
    position: place + 1,
  }));
}

function ofHousehold<Record extends object>({ id }: HouseholdTruth, record: Record | null) {
  return record ? [{ householdId: id, ...record }] : [];
}

function ofPersons<Record extends object>(
  { persons }: HouseholdTruth,
  recordOf: (person: PersonTruth) => Record | null,
) {
  return persons.flatMap((someone) => {
    const record = recordOf(someone);
    return record ? [{ person: someone.idNumber, ...record }] : [];
  });
}
