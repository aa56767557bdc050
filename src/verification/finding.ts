import type { Money } from "../codes/money.js";
import type { BasisKey } from "./basis.js";
import type { Bilingual } from "./bilingual.js";
import type { FindingCode, FindingSeverity } from "./finding-code.js";
import type { PersonPlace, Sourced } from "./reading/found.js";
import type { Parameters } from "./parameters/parameters.js";
import { placeOf, type Situation } from "./situation.js";
import type { SourceName } from "./reading/sources.js";

/** A declared or found value: a text, and where it is a quantity the exact number and its unit. */
export interface FindingValue extends Bilingual {
  readonly amount: string | null;
  readonly unit: string | null;
}

/** A record that a finding rests on. */
export interface Evidence {
  readonly source: SourceName;
  /** Person whom the record is about; null for a record of the household. */
  readonly person: PersonPlace | null;
  readonly originalSource: string | null;
  readonly asOf: string | null;
  /** True while a data issue on the record is open. */
  readonly inDispute: boolean;
  readonly text: Bilingual;
}

/** Something worth looking at: never by itself unlawful, and nothing follows from it until somebody has looked. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: FindingSeverity;
  /** Person whom it is about; null where it is about the household. */
  readonly person: PersonPlace | null;
  readonly declared: FindingValue | null;
  readonly found: FindingValue | null;
  readonly evidence: readonly Evidence[];
  readonly basis: readonly BasisKey[];
  /** What the case worker should do. */
  readonly advice: Bilingual;
}

/**
 * A cross-check: pure, so that the same situation, parameters and date always give the same
 * findings. What a source did not answer is no ground for a finding.
 */
export type Check = (
  situation: Situation,
  parameters: Parameters,
  date: string,
) => readonly Finding[];

/** A text as a value. */
export function says(zh: string, en: string): FindingValue {
  return { zh, en, amount: null, unit: null };
}

/** An amount of money as a value; `unit` in Chinese, `元/年`. */
export function amounts(amount: Money, unit: "元" | "元/月" | "元/年"): FindingValue {
  const en = { 元: "yuan", "元/月": "yuan a month", "元/年": "yuan a year" }[unit];
  return { zh: `${amount} ${unit}`, en: `${amount} ${en}`, amount, unit };
}

/** A number of things as a value; `unit` in Chinese, `辆`. */
export function counts(count: number, unit: string, en: string): FindingValue {
  return { zh: `${count} ${unit}`, en: `${count} ${en}`, amount: String(count), unit };
}

/** A record as evidence. */
export function evidence(
  source: SourceName,
  person: PersonPlace | null,
  { provenance }: Sourced<unknown>,
  zh: string,
  en: string,
): Evidence {
  return {
    source,
    person: person && placeOf(person),
    originalSource: provenance?.originalSource ?? null,
    asOf: provenance?.asOf ?? null,
    inDispute: provenance?.inDispute ?? false,
    text: { zh, en },
  };
}
