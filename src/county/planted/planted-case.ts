/** A case planted in a household: what is wrong there, or only looks wrong. */
export interface PlantedCase {
  readonly kind: string;
  readonly householdId: string;
  /** The person it is about; absent where it is about the household. */
  readonly idNumber?: string;
  /** Another household that the case touches; absent where there is none. */
  readonly otherHouseholdId?: string;
  /** True where a verification should find it, false of decoys that are in order. */
  readonly expectsFinding: boolean;
  /** What to see, in Chinese. */
  readonly note: string;
}
