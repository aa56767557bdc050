import type { Bilingual } from "../bilingual.js";
import type { PersonPlace } from "../reading/found.js";
import { placeOf, type Situation } from "../situation.js";
import type { SourceOutcome } from "../reading/source-outcome.js";
import type { SourceName } from "../reading/sources.js";
import type { ReportSource } from "./report-source.js";

/** Something that a complete report would rest on and that did not come. */
export interface Missing {
  readonly source: SourceName;
  readonly person: PersonPlace | null;
  /** Part of the record; null where the whole of it is missing. */
  readonly field: string | null;
  readonly outcome: SourceOutcome;
  readonly reason: string;
  /** How it can be had. */
  readonly advice: Bilingual;
}

/** What stands behind a reason, and what to do about it. */
const ADVICE: Readonly<Record<string, Bilingual>> = {
  CONSENT_REQUIRED: {
    zh: "取得本人（或监护人）授权书后重新核对。",
    en: "Get the person's or the guardian's consent and verify again.",
  },
  OUT_OF_JURISDICTION: {
    zh: "不在本级辖区：提请上级或当地核对机构协查。",
    en: "Outside these divisions: ask the higher or the local verification centre.",
  },
  FIELD_NOT_AUTHORIZED: {
    zh: "本项任务无权读取：由有权部门核对。",
    en: "This duty may not read it: a department that may has to verify.",
  },
  PERSON_NOT_REGISTERED: {
    zh: "人员登记中无此人：先补登记再核对。",
    en: "The register of persons lacks the person: register first, then verify.",
  },
  NOTHING_DECLARED: {
    zh: "没有申报，无从比对：取得申报后重新核对。",
    en: "Nothing was declared to compare with: get a declaration and verify again.",
  },
};

const NO_ANSWER: Bilingual = {
  zh: "来源未答复：恢复后自动补查，不因此拖延或否定申请。",
  en: "The source did not answer: asked again when it returns; it neither delays nor counts against the family.",
};

/** Everything that is missing, in the order of the sources; of a person whom the register does not give out, the person. */
export function findMissing(
  { household, declared }: Situation,
  sources: readonly ReportSource[],
): readonly Missing[] {
  const unseen = new Set(
    sources
      .filter(({ source, outcome }) => source === "identity" && outcome !== "FOUND")
      .map(({ person }) => keyOf(person)),
  );
  const found = sources.flatMap((entry): Missing[] => {
    const { source, person, outcome, reason, withheld } = entry;
    if (source === "identity" && outcome === "NO_RECORD") {
      return [missing(source, person, null, outcome, "PERSON_NOT_REGISTERED")];
    }
    if (source !== "identity" && unseen.has(keyOf(person))) return [];
    if (reason !== null) return [missing(source, person, null, outcome, reason)];
    return withheld.map((part) => missing(source, person, part.field, part.outcome, part.reason));
  });
  const unasked = household.members.flatMap((member) => {
    const reason = member.countedIn?.reason ?? null;
    const outcome = member.countedIn?.outcome ?? "UNAVAILABLE";
    if (reason === null || reason === "OUT_OF_JURISDICTION") return [];
    return missing("identity", placeOf(member), "countedIn", outcome, reason);
  });
  const nothing =
    declared === null && household.declaration.outcome === "NO_RECORD"
      ? [missing("declaration", null, null, "NO_RECORD", "NOTHING_DECLARED")]
      : [];
  return [...found, ...unasked, ...nothing];
}

function missing(
  source: SourceName,
  person: PersonPlace | null,
  field: string | null,
  outcome: SourceOutcome,
  reason: string,
): Missing {
  return { source, person, field, outcome, reason, advice: ADVICE[reason] ?? NO_ANSWER };
}

const keyOf = (person: PersonPlace | null) => (person ? `${person.role} ${person.place}` : "");
