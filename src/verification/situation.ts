import type { AssistanceProgramme } from "../codes/code-tables.js";
import type { Money } from "../codes/money.js";
import type { Application } from "./application.js";
import type { FoundHousehold, FoundMember, PersonPlace, Sourced } from "./reading/found.js";
import type { AssistanceRecord, MemberRecords, Origin } from "./reading/records.js";
import type { MemberSource } from "./reading/sources.js";

/** What a household declared: with the application, or on file with the civil affairs department. */
export interface Declared {
  /** 元 a year; null where the declaration does not say. */
  readonly income: Readonly<Record<IncomeKind, Money | null>>;
  readonly financialAssets: Money | null;
  readonly vehicleCount: number | null;
  readonly dwellingCount: number | null;
  readonly declaredOn: string | null;
  /** Null where it came with the application. */
  readonly provenance: Origin | null;
}

/** The five kinds of a family's income. */
export const INCOME_KINDS = ["wage", "business", "property", "transfer", "other"] as const;
export type IncomeKind = (typeof INCOME_KINDS)[number];

/** Declared and found side by side: all that a check looks at beside the parameters and the date. */
export interface Situation {
  readonly application: Application;
  /** Null where nothing was declared, or the declaration did not come. */
  readonly declared: Declared | null;
  readonly household: FoundHousehold;
}

/** Joins an application with what was found of its household. */
export function makeSituation(application: Application, household: FoundHousehold): Situation {
  return { application, household, declared: declaredOf(application, household) };
}

function declaredOf({ declaration }: Application, household: FoundHousehold): Declared | null {
  const onFile = household.declaration.records[0];
  const declared = declaration ?? onFile;
  if (!declared) return null;
  return {
    income: {
      wage: declared.wageIncome,
      business: declared.businessIncome,
      property: declared.propertyIncome,
      transfer: declared.transferIncome,
      other: declared.otherIncome,
    },
    financialAssets: declared.financialAssets,
    vehicleCount: declared.vehicleCount,
    dwellingCount: declared.dwellingCount,
    declaredOn: declared.declaredOn,
    provenance: declaration ? null : (onFile?.provenance ?? null),
  };
}

/** The relief that the household draws in the month of a date. */
export function reliefOn({ household }: Situation, date: string): Sourced<AssistanceRecord>[] {
  const month = date.slice(0, 7);
  return household.assistance.records.filter(
    ({ startMonth, endMonth }) =>
      (startMonth === null || startMonth <= month) && (endMonth === null || month <= endMonth),
  );
}

/** The programmes drawn in the month of a date, each once. */
export function programmesOn(situation: Situation, date: string): ReadonlySet<AssistanceProgramme> {
  return new Set(reliefOn(situation, date).flatMap(({ programme }) => programme ?? []));
}

/** Whether the household claims or draws anything that its means decide on; the others are left alone. */
export function isMeansTested(situation: Situation, date: string): boolean {
  return situation.declared !== null || programmesOn(situation, date).size > 0;
}

/** One record of a source with the member whom it is about. */
export interface MemberRecord<Source extends MemberSource> {
  readonly member: FoundMember;
  readonly record: Sourced<MemberRecords[Source]>;
}

/** All records that a source holds on the members, in their order. */
export function recordsOf<Source extends MemberSource>(
  { household }: Situation,
  source: Source,
): readonly MemberRecord<Source>[] {
  return household.members.flatMap((member) =>
    member.answers[source].records.map((record) => ({
      member,
      record: record as Sourced<MemberRecords[Source]>,
    })),
  );
}

/** Whether every member is known and a source answered in full about each: only then is "none" none. */
export function isFullyAnswered({ household }: Situation, source: MemberSource): boolean {
  return (
    household.members.length > 0 &&
    household.members.every(({ answers }) => {
      const { outcome, withheld } = answers[source];
      return (outcome === "FOUND" || outcome === "NO_RECORD") && withheld.length === 0;
    })
  );
}

/** Where a person stands, without anything about the person. */
export function placeOf({ role, place }: PersonPlace): PersonPlace {
  return { role, place };
}
