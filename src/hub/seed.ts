import type { ConsentTruth, HouseholdTruth } from "../county/household-truth.js";
import type { SeedProjection } from "../county/seed-projection.js";
import { consent } from "../identity/consent/tables.js";

/** The hub's own rows of a household of the demonstration county: its consents, a revocation as a second version. */
export const seed: readonly SeedProjection[] = [
  {
    table: consent,
    rows: (household: HouseholdTruth) =>
      household.consents.flatMap((given, place) => versionsOf(household, given, place + 1)),
  } as SeedProjection,
];

function versionsOf(household: HouseholdTruth, given: ConsentTruth, place: number) {
  const first: typeof consent.$inferInsert = {
    id: `C-${household.id}-${place}`,
    version: 1,
    person: given.idNumber,
    householdId: household.id,
    membership: membersOf(household),
    division: household.village,
    signer: given.idNumber,
    signerRelation: "SELF",
    duties: [...given.duties],
    validFrom: given.validFrom,
    validTo: given.validTo,
    state: "GIVEN",
    reason: "application",
    recordedBy: "demonstration",
    recordedAt: `${given.validFrom}T09:00:00+08:00`,
  };
  if (given.revokedOn === null) return [first];
  return [
    first,
    {
      ...first,
      version: 2,
      state: "REVOKED" as const,
      reason: "revoked by the person",
      recordedAt: `${given.revokedOn}T09:00:00+08:00`,
    },
  ];
}

function membersOf({ members, sharedMembers }: HouseholdTruth): string[] {
  return [...members, ...sharedMembers].map(({ idNumber }) => idNumber);
}
