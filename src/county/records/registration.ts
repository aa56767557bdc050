import type { HouseholdRegistrationTruth, MarriageTruth, PersonTruth } from "../person-truth.js";
import type { PersonDraft } from "../person-draft.js";
import { addDays, addYears } from "../../codes/calendar.js";
import { drawDate, drawDateBefore } from "./draw-date.js";
import type { RecordContext } from "./record-context.js";

/** Where the register keeps a person: with the family, or where the person lives apart. */
export function makeRegistration(
  { identity }: PersonDraft,
  { plan, stream, address }: RecordContext,
): HouseholdRegistrationTruth {
  const { elsewhere, slot } = identity;
  const apart = slot.role === "OBLIGOR";
  const movedIn = apart || slot.kinship === "WIFE" || slot.kinship === "HUSBAND";
  return {
    address: elsewhere
      ? `${elsewhere.name}人民路${stream.integer(1, 400)}号`
      : apart
        ? address.replace(/\d+号$/, `${stream.integer(200, 300)}号`)
        : address,
    registeredDivision: elsewhere?.code ?? plan.village.code,
    movedInOn:
      movedIn && identity.age >= 25
        ? drawDate(stream, addYears(identity.birthDate, 23), addYears(plan.asOf, -1))
        : null,
    deregisteredOn: null,
  };
}

/** The registrations of a family's marriages and divorces, in the family's order; older ones are on paper only. */
export function makeMarriages({
  drafts,
  plan,
  stream,
}: RecordContext): readonly (MarriageTruth | null)[] {
  const marriages = new Map<number, MarriageTruth>();
  drafts.forEach(({ identity: { slot, birthDate } }, place) => {
    if (marriages.has(place) || slot.role !== "MEMBER") return;
    const year = Number(birthDate.slice(0, 4)) + 25;
    if (year < 1986) return;
    const registeredOn = drawDate(stream, `${year}-01-01`, `${year}-12-28`);
    if (registeredOn > addDays(plan.asOf, -60)) return;
    const number = `330726-${year}-${String(plan.index + 1).padStart(6, "0")}`;
    const spouse = slot.spouse === null ? undefined : drafts[slot.spouse];
    if (slot.maritalStatus === "MARRIED" && spouse && slot.spouse !== null) {
      const certificate = { certificateNumber: `J${number}`, registeredOn };
      const partner = drafts[place]?.identity.idNumber ?? null;
      marriages.set(place, { ...certificate, spouseIdNumber: spouse.identity.idNumber });
      marriages.set(slot.spouse, { ...certificate, spouseIdNumber: partner });
    }
    if (slot.maritalStatus === "DIVORCED") {
      const divorcedOn = drawDate(stream, registeredOn, addDays(plan.asOf, -400));
      marriages.set(place, {
        certificateNumber: `L${number}`,
        registeredOn: divorcedOn,
        spouseIdNumber: null,
      });
    }
  });
  return drafts.map((_, place) => marriages.get(place) ?? null);
}

type DeathRecords = Pick<PersonTruth, "deathDate" | "cremationDate" | "ecologicalBurial">;

/** A death a few months to some years back, cremation within days; what follows from it is the caller's. */
export function drawDeath({ plan, stream }: RecordContext): DeathRecords & { deathDate: string } {
  const deathDate = drawDateBefore(stream, plan.asOf, 400, 2_000);
  return {
    deathDate,
    cremationDate: addDays(deathDate, stream.integer(2, 5)),
    ecologicalBurial: stream.chance(0.75),
  };
}

/** Nobody's death. */
export const ALIVE: DeathRecords = { deathDate: null, cremationDate: null, ecologicalBurial: null };
