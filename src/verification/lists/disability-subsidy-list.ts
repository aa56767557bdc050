import type { AssistanceProgramme } from "../../codes/code-tables.js";
import { addMonths } from "../../codes/calendar.js";
import { compareMoney, type Money } from "../../codes/money.js";
import type { Bilingual } from "../bilingual.js";
import { isCertificateValid, nursingSubsidyOf, type Disability } from "../means/disability.js";
import type { Parameters } from "../parameters/parameters.js";

/** A disabled person as duty 3.2 may read it; subsidies in 元 a month, null where none is paid. */
export interface DisabilitySubsidyRow extends Disability {
  readonly maskedIdNumber: string;
  readonly township: string;
  readonly deathDate: string | null;
  readonly livingSubsidy: Money | null;
  readonly nursingSubsidy: Money | null;
  /** Programmes that the household draws. */
  readonly programmes: readonly AssistanceProgramme[];
}

/** A change of one of the two subsidies, from the month after the day of the list. */
export interface SubsidyAdjustment {
  readonly maskedIdNumber: string;
  readonly township: string;
  readonly subsidy: "LIVING" | "NURSING";
  readonly change: "START" | "STOP" | "RAISE" | "LOWER";
  /** Null where none is paid so far. */
  readonly from: Money | null;
  /** Null where none is due any more. */
  readonly to: Money | null;
  readonly month: string;
  readonly reason: Bilingual;
}

const DIED = { zh: "已死亡", en: "died" };
const CERTIFICATE = { zh: "残疾人证无效", en: "certificate not valid" };
const EXCLUDED = { zh: "救助类别不兼享两项补贴", en: "programme excludes both subsidies" };
const NO_PROGRAMME = { zh: "家庭未享受对应救助", en: "household draws no programme that gives it" };
const IN_DIFFICULTY = { zh: "困难家庭残疾人", en: "disabled person of a family in difficulty" };
const GRADE = { zh: "按现残疾类别和等级", en: "by category and grade" };

/** 残疾人两项补贴动态调整 (document, item (三)): every subsidy that has to start, stop or change, in the order of the rows. */
export function disabilitySubsidyAdjustments(
  rows: readonly DisabilitySubsidyRow[],
  parameters: Parameters,
  date: string,
): readonly SubsidyAdjustment[] {
  const month = addMonths(date.slice(0, 7), 1);
  return rows.flatMap((row) => {
    const bar = barOf(row, parameters, date);
    const living = bar ? { to: null, reason: bar } : livingDue(row, parameters);
    const nursing = bar
      ? { to: null, reason: bar }
      : { to: nursingSubsidyOf(row, parameters), reason: GRADE };
    return [
      ...adjustment(row, "LIVING", row.livingSubsidy, living, month),
      ...adjustment(row, "NURSING", row.nursingSubsidy, nursing, month),
    ];
  });
}

interface Due {
  readonly to: Money | null;
  readonly reason: Bilingual;
}

/** What bars both subsidies; null where nothing does. */
function barOf(
  row: DisabilitySubsidyRow,
  { disabilitySubsidyExcludedBy }: Parameters,
  date: string,
): Bilingual | null {
  if (row.deathDate !== null && row.deathDate <= date) return DIED;
  if (!isCertificateValid(row, date)) return CERTIFICATE;
  return row.programmes.some((one) => disabilitySubsidyExcludedBy.includes(one)) ? EXCLUDED : null;
}

function livingDue({ programmes }: DisabilitySubsidyRow, parameters: Parameters): Due {
  const due = programmes.some((one) => parameters.livingSubsidyProgrammes.includes(one));
  return due
    ? { to: parameters.livingSubsidyAmount, reason: IN_DIFFICULTY }
    : { to: null, reason: NO_PROGRAMME };
}

function adjustment(
  { maskedIdNumber, township }: DisabilitySubsidyRow,
  subsidy: SubsidyAdjustment["subsidy"],
  from: Money | null,
  { to, reason }: Due,
  month: string,
): SubsidyAdjustment[] {
  const change = changeOf(from, to);
  return change ? [{ maskedIdNumber, township, subsidy, change, from, to, month, reason }] : [];
}

function changeOf(from: Money | null, to: Money | null): SubsidyAdjustment["change"] | null {
  if (from === null) return to === null ? null : "START";
  if (to === null) return "STOP";
  const difference = compareMoney(to, from);
  return difference === 0 ? null : difference > 0 ? "RAISE" : "LOWER";
}
