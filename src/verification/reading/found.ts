import type {
  AssistanceRecord,
  CountedInRecord,
  DeclarationRecord,
  IdentityRecord,
  MemberRecords,
  Origin,
} from "./records.js";
import type { SourceOutcome } from "./source-outcome.js";
import type { MemberSource } from "./sources.js";

/** A record with its origin; null where the source did not say it. */
export type Sourced<Item> = Item & { readonly provenance: Origin | null };

/** A part of a found record that did not come: its null is no "none". */
export interface Withheld {
  /** Path within the source's answer, `transferRent`. */
  readonly field: string;
  readonly outcome: SourceOutcome;
  /** The error code. */
  readonly reason: string;
}

/** What one source answered about one person or household. */
export interface SourceAnswer<Item> {
  readonly outcome: SourceOutcome;
  /** The error code where the outcome is NOT_AUTHORISED or UNAVAILABLE; null otherwise. */
  readonly reason: string | null;
  /** Empty unless FOUND. */
  readonly records: readonly Sourced<Item>[];
  readonly withheld: readonly Withheld[];
}

/** Where a person stands in a household; places count from 1 within the role. */
export interface PersonPlace {
  readonly role: "MEMBER" | "OBLIGOR";
  readonly place: number;
}

/** A person of a household, as far as the answer knows the person. */
export interface FoundPerson extends PersonPlace {
  readonly identity: SourceAnswer<IdentityRecord>;
  readonly answers: Pick<MemberAnswers, "householdRegistration">;
}

/** The answers of all sources on a member. */
export type MemberAnswers = {
  readonly [Source in MemberSource]: SourceAnswer<MemberRecords[Source]>;
};

/** 共同生活家庭成员. */
export interface FoundMember extends FoundPerson {
  readonly answers: MemberAnswers;
  /** Every household in which the member counts, this one included; null where nobody asked. */
  readonly countedIn: SourceAnswer<CountedInRecord> | null;
}

/** What the departments hold on a household. */
export interface FoundHousehold {
  readonly id: string;
  readonly township: string | null;
  readonly village: string | null;
  readonly provenance: Origin | null;
  /** Parts of the household's own record that did not come; `members` and `obligors` among them. */
  readonly withheld: readonly Withheld[];
  readonly assistance: SourceAnswer<AssistanceRecord>;
  readonly declaration: SourceAnswer<DeclarationRecord>;
  readonly members: readonly FoundMember[];
  /** 非共同生活赡抚扶养人. */
  readonly obligors: readonly FoundPerson[];
}

/** What came of asking for one household: the household where it was found, and else why not. */
export type Found =
  | { readonly id: string; readonly outcome: "FOUND"; readonly household: FoundHousehold }
  | {
      readonly id: string;
      readonly outcome: Exclude<SourceOutcome, "FOUND">;
      /** The error code; null where there is no such household. */
      readonly reason: string | null;
    };
