import type {
  household,
  marriage,
  person,
  povertyIndex,
  singleHouseholdAdmission,
} from "./tables.js";

export type HouseholdRow = typeof household.$inferSelect;

/** A person; the relation to the head stands in it where the household that led here tells. */
export type PersonRow = typeof person.$inferSelect & { readonly kinship?: string | null };

export type MarriageRow = typeof marriage.$inferSelect;

export type PovertyIndexRow = typeof povertyIndex.$inferSelect;

export type AdmissionRow = typeof singleHouseholdAdmission.$inferSelect;
