import { z } from "zod";

/** A field of one record, as the hub found its reporter may read it; travels to the owner sealed. */
export const disputedRecord = z.strictObject({
  /** `Vehicle.status`. */
  coordinate: z.string(),
  /** Key of the person whose record it is; null for a household's. */
  person: z.string().nullable(),
  /** Null for a person's. */
  householdId: z.string().nullable(),
  /** Village of the person or household. */
  division: z.string(),
  /** What the record says in other fields, where there are several of its type. */
  where: z.array(z.strictObject({ field: z.string(), value: z.string() })),
});
export type DisputedRecord = z.infer<typeof disputedRecord>;

/** The name under which references to disputed records are sealed. */
export const DISPUTED_RECORD = "DisputedRecord";

/** Type and field of a coordinate, `Vehicle` and `status`. */
export function partsOf(coordinate: string): readonly [type: string, field: string] {
  const [type = "", field = ""] = coordinate.split(".");
  return [type, field];
}
