import type { Check, Finding } from "../finding.js";
import { FindingSeverity } from "../finding-code.js";
import type { Parameters } from "../parameters/parameters.js";
import type { Situation } from "../situation.js";
import { admissionGround } from "./admission-ground.js";
import { assistedEnrolment } from "./assisted-enrolment.js";
import { businesses } from "./businesses.js";
import { death } from "./death.js";
import { disabilityCertificate } from "./disability-certificate.js";
import { disabilitySubsidies } from "./disability-subsidies.js";
import { dwellings } from "./dwellings.js";
import { excludingProgrammes } from "./excluding-programmes.js";
import { incomeLine } from "./income-line.js";
import { membersDeclared } from "./members-declared.js";
import { moneyAssetsCheck } from "./money-assets.js";
import { nameAndIdNumber } from "./name-and-id-number.js";
import { nonResidential } from "./non-residential-property.js";
import { propertyIncome } from "./property-income.js";
import { recentSplit } from "./recent-split.js";
import { spouse } from "./spouse.js";
import { staleSource } from "./stale-source.js";
import { transferIncome } from "./transfer-income.js";
import { twoHouseholds } from "./two-households.js";
import { twoLines } from "./two-lines.js";
import { vehicles } from "./vehicles.js";
import { wageIncome } from "./wage-income.js";

/** Every cross-check, with what it rests on. */
export const CHECKS: readonly Check[] = [
  nameAndIdNumber, // GB 11643
  death, // 浙江省社会救助条例 9, 51
  twoHouseholds, // 浙江省社会救助条例 9
  excludingProgrammes, // conditions of the programmes
  spouse, // 民法典 1059
  membersDeclared, // 浙江省社会救助条例 9
  recentSplit, // 浙江省社会救助条例 9
  vehicles, // property measures of 2015
  dwellings, // property measures of 2015
  nonResidential, // property measures of 2015
  businesses, // 浙江省社会救助条例 9
  wageIncome, // 浙江省社会救助条例 9, 51
  propertyIncome, // 浙江省社会救助条例 9, 51
  transferIncome, // 浙江省社会救助条例 9, 51
  moneyAssetsCheck, // property measures of 2015
  incomeLine, // 浙江省社会救助条例 9, 13; document (二), one-year gradual exit
  twoLines, // document (二), 两线合一
  disabilityCertificate, // GB/T 26341
  disabilitySubsidies, // 国发〔2015〕52 号; document (三)
  admissionGround, // document (二), 单独列户
  assistedEnrolment, // medical assistance
  staleSource, // 政务数据共享条例
];

const SEVERITIES = FindingSeverity.keys;

/** The findings of every check, the most severe first, otherwise in the order of the checks. */
export function findAll(
  situation: Situation,
  parameters: Parameters,
  date: string,
): readonly Finding[] {
  return CHECKS.flatMap((check) => check(situation, parameters, date)).sort(
    (one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity),
  );
}
