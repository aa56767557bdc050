import { addDays } from "../codes/calendar.js";
import type { PersonDraft } from "./person-draft.js";
import type { PersonTruth } from "./person-truth.js";
import { makeAgriculture } from "./records/agriculture.js";
import { makeDisability } from "./records/disability.js";
import { makeMedicalInsurance } from "./records/medical-insurance.js";
import { makeProperty, type PropertyRecords } from "./records/property.js";
import type { RecordContext } from "./records/record-context.js";
import { ALIVE, drawDeath, makeMarriages, makeRegistration } from "./records/registration.js";
import { makeWelfareRecords } from "./records/welfare.js";
import { makeWorkRecords } from "./records/work.js";

/** Somebody of whom no register holds anything. */
export const NO_RECORDS = {
  childWelfare: null,
  leftBehind: null,
  elderCare: null,
  reservoirMigrant: null,
  medicalInsurance: null,
  disability: null,
  agriculture: null,
  vehicles: [],
  realEstate: [],
  socialInsurance: null,
  housingFund: null,
  incomeTax: null,
  businesses: [],
  financialAssets: null,
  student: null,
} as const;

/** Writes everybody of a family into the registers, in the family's order. */
export function makePeople(context: RecordContext): readonly PersonTruth[] {
  const marriages = makeMarriages(context);
  const property = makeProperty(context);
  return context.drafts.map((draft, place) => {
    const { identity } = draft;
    const known = {
      idNumber: identity.idNumber,
      name: identity.name,
      sex: identity.slot.sex,
      birthDate: identity.birthDate,
      kinship: identity.slot.kinship,
      maritalStatus: identity.slot.maritalStatus,
      division: identity.elsewhere ? `${identity.elsewhere.code}001001` : context.plan.village.code,
      marriage: marriages[place] ?? null,
      householdRegistration: makeRegistration(draft, context),
      ...ALIVE,
      ...NO_RECORDS,
    } satisfies PersonTruth;
    if (identity.slot.role === "DECEASED") return bury(known, context);
    return identity.elsewhere
      ? known
      : { ...known, ...localRecords(draft, context, property[place] as PropertyRecords) };
  });
}

/** What the county's registers hold of somebody who lives here. */
function localRecords(
  draft: PersonDraft,
  context: RecordContext,
  property: PropertyRecords,
): Partial<PersonTruth> {
  const { identity, condition } = draft;
  const { plan, stream } = context;
  return {
    ...property,
    ...makeWorkRecords(draft, context),
    ...makeWelfareRecords(draft, context),
    medicalInsurance: makeMedicalInsurance(draft, context),
    disability: condition.disability
      ? makeDisability(
          identity,
          condition.disability.category,
          condition.disability.grade,
          plan,
          stream,
        )
      : null,
    agriculture: identity.slot.role === "MEMBER" ? makeAgriculture(draft, context) : null,
  };
}

/** A spouse who died: register closed, nothing paid any more. */
function bury(person: PersonTruth, context: RecordContext): PersonTruth {
  const death = drawDeath(context);
  const { householdRegistration } = person;
  return {
    ...person,
    ...death,
    householdRegistration: householdRegistration && {
      ...householdRegistration,
      deregisteredOn: addDays(death.deathDate, context.stream.integer(5, 28)),
    },
  };
}
