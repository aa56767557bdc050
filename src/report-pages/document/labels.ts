import { Kinship } from "../../codes/code-tables.js";
import { TOWNSHIPS } from "../../codes/divisions-330726.js";
import type { Bilingual } from "../../verification/bilingual.js";
import type { PersonPlace } from "../../verification/reading/found.js";
import { SOURCES, type SourceName } from "../../verification/reading/sources.js";
import { SourceOutcome } from "../../verification/reading/source-outcome.js";
import type { Coverage, ReportItem } from "../../verification/report/report-item.js";
import type { ConsentStanding, ReportPerson } from "../../verification/report/report-person.js";
import type { Report } from "../../verification/report/report.js";
import type { Wording } from "../language.js";
import type { Cell } from "./document.js";
import type { Mark } from "./marks.js";

/** Stands where there is nothing to say. */
export const NONE = "—";

const ITEMS: Readonly<Record<ReportItem["item"], Bilingual>> = {
  wage: { zh: "工资性收入", en: "wages" },
  business: { zh: "经营净收入", en: "net business income" },
  property: { zh: "财产净收入", en: "net property income" },
  transfer: { zh: "转移净收入", en: "net transfer income" },
  other: { zh: "其他收入", en: "other income" },
  moneyAssets: { zh: "货币财产", en: "money assets" },
  vehicles: { zh: "机动车", en: "motor vehicles" },
  dwellings: { zh: "住房", en: "dwellings" },
  nonResidentialProperty: { zh: "非住宅不动产", en: "non-residential real estate" },
  runningBusinesses: { zh: "在营市场主体", en: "running businesses" },
};

const UNITS: Readonly<Record<ReportItem["unit"], string>> = {
  "元/年": "yuan a year",
  元: "yuan",
  辆: "number",
  套: "number",
  处: "number",
  个: "number",
};

const REASONS: Readonly<Record<string, Bilingual>> = {
  CONSENT_REQUIRED: { zh: "没有有效授权", en: "no consent in force" },
  OUT_OF_JURISDICTION: { zh: "不在本级辖区", en: "outside these divisions" },
  FIELD_NOT_AUTHORIZED: { zh: "本项任务无权读取", en: "not readable under this duty" },
  SOURCE_UNAVAILABLE: { zh: "来源未在时限内答复", en: "the source did not answer in time" },
  PERSON_NOT_REGISTERED: { zh: "人员登记中无此人", en: "the register of persons lacks the person" },
  NOTHING_DECLARED: { zh: "没有申报", en: "nothing was declared" },
};

const COVERAGE: Readonly<Record<Coverage, Bilingual & { readonly mark: Mark }>> = {
  COMPLETE: { mark: "DONE", zh: "来源均已答复", en: "every source answered" },
  PARTIAL: {
    mark: "UNAVAILABLE",
    zh: "部分来源未答复，可能还有",
    en: "some sources did not answer: there may be more",
  },
  NOT_ANSWERED: { mark: "UNAVAILABLE", zh: "来源均未答复", en: "no source answered" },
  NO_REGISTER: {
    mark: "NO_RECORD",
    zh: "无登记来源，仅凭申报",
    en: "no register knows it: the declaration alone",
  },
};

const CONSENT: Readonly<Record<ConsentStanding, Bilingual & { readonly mark: Mark }>> = {
  IN_FORCE: { mark: "DONE", zh: "有效", en: "in force" },
  MISSING: { mark: "NOT_AUTHORISED", zh: "缺少", en: "missing" },
  NOT_NEEDED: {
    mark: "NO_RECORD",
    zh: "无需（未查询须授权的信息）",
    en: "not needed: nothing asked that needs it",
  },
  UNKNOWN: { mark: "UNAVAILABLE", zh: "未知（来源未答复）", en: "unknown: no source answered" },
};

/** 工资性收入. */
export const itemName = (item: ReportItem["item"], words: Wording) => words.of(ITEMS[item]);

/** 元/年. */
export const unitName = (unit: ReportItem["unit"], words: Wording) => words.say(unit, UNITS[unit]);

/** 机动车登记. */
export const sourceName = (source: SourceName, words: Wording) => words.of(SOURCES[source]);

/** Why something did not come; the code itself where it is none of the known ones. */
export function reasonText(reason: string, words: Wording): string {
  const known = Object.hasOwn(REASONS, reason) ? REASONS[reason] : undefined;
  return known ? words.of(known) : reason;
}

/** An outcome with its sign. */
export function outcomeCell(outcome: SourceOutcome, words: Wording): Cell {
  return { mark: outcome, text: words.of(SourceOutcome.entries[outcome]) };
}

/** How far the registers know an item. */
export function coverageCell(coverage: Coverage, words: Wording): Cell {
  return { mark: COVERAGE[coverage].mark, text: words.of(COVERAGE[coverage]) };
}

/** How a person stands with the consent. */
export function consentCell(standing: ConsentStanding, words: Wording): Cell {
  return { mark: CONSENT[standing].mark, text: words.of(CONSENT[standing]) };
}

/** 成员 1 张建国; the whole household where there is no person. */
export function personName(
  { persons }: Report,
  person: PersonPlace | null,
  words: Wording,
): string {
  if (!person) return words.say("全户", "the household");
  const known = persons.find(({ role, place }) => role === person.role && place === person.place);
  const role = roleName(person.role, words);
  return `${role} ${person.place} ${nameOf(known, words)}`;
}

/** 成员 or 赡抚扶养人. */
export function roleName(role: PersonPlace["role"], words: Wording): string {
  return role === "MEMBER" ? words.say("成员", "member") : words.say("赡抚扶养人", "obligor");
}

/** A person's name, or that it is not known. */
export function nameOf(person: ReportPerson | undefined, words: Wording): string {
  return person?.name ?? words.say("（姓名未取得）", "(name not known)");
}

/** Relation to the head of the household. */
export function kinshipName(kinship: Kinship | null, words: Wording): string {
  return kinship ? words.of(Kinship.entries[kinship]) : NONE;
}

/** 浦阳街道杨田村（330726003201）. */
export function placeName({ township, village }: Report, words: Wording): string {
  const code = village ?? township;
  if (!code) return NONE;
  const town = TOWNSHIPS.find((one) => one.code === township || code.startsWith(one.code));
  const place = town?.villages.find((one) => one.code === village);
  const name = `${town?.name ?? ""}${place?.name ?? ""}`;
  return name === "" ? code : words.say(`${name}（${code}）`, `${name} (${code})`);
}
