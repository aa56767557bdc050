import type { RequestContext } from "../../src/department/context.js";
import {
  householdById,
  membershipsByHousehold,
  membershipsByPerson,
  personByKey,
} from "./loaders.js";
import type { HouseholdRow, PersonRow } from "./rows.js";
import { membership } from "./tables.js";

/** What it takes to know who belongs to a household, and in which order. */
export const MEMBERSHIP_COLUMNS = [
  membership.householdId,
  membership.person,
  membership.role,
  membership.position,
];

/** A household's persons of one role in order; null in place of one whom the register of persons lacks. */
export async function findMembers(
  household: HouseholdRow,
  role: "MEMBER" | "OBLIGOR",
  ctx: RequestContext,
): Promise<(PersonRow | null)[]> {
  const { foresee } = ctx;
  const all = await ctx.load(membershipsByHousehold, household.id);
  const memberships = all.filter((membership) => membership.role === role);
  const keys = memberships.map(({ person }) => person);
  foresee?.(keys);
  const persons = await ctx.loadAll(personByKey, keys);
  return memberships.map(({ kinship }, place) => {
    const person = persons[place] ?? null;
    return person && { ...person, kinship };
  });
}

/** The households in which the person is counted as a co-living member, by their ids. */
export async function findHouseholds(
  { person }: PersonRow,
  ctx: RequestContext,
): Promise<(HouseholdRow | null)[]> {
  const memberships = await ctx.load(membershipsByPerson, person);
  const counting = memberships.filter(({ role }) => role === "MEMBER");
  return ctx.loadAll(
    householdById,
    counting.map(({ householdId }) => householdId),
  );
}

/** Relation to the head of the household that led to the person, or of the household the person lives in. */
export async function findKinship(person: PersonRow, ctx: RequestContext): Promise<string | null> {
  if (person.kinship !== undefined) return person.kinship;
  const memberships = await ctx.load(membershipsByPerson, person.person);
  return memberships.find((membership) => membership.role === "MEMBER")?.kinship ?? null;
}

/** Whose consent a household's records need: that of every member who lives together. */
export async function findSubjects(
  record: { readonly id?: string; readonly householdId?: string },
  ctx: RequestContext,
): Promise<string[]> {
  const householdId = record.householdId ?? record.id;
  if (householdId === undefined) return [];
  const memberships = await ctx.load(membershipsByHousehold, householdId);
  return memberships.filter(({ role }) => role === "MEMBER").map(({ person }) => person);
}
