import { wording, type Language } from "../language.js";
import type { ReportView } from "../report-view.js";
import { checkingSection } from "./checking.js";
import type { ReportDocument } from "./document.js";
import { findingsSection } from "./findings.js";
import { incomeSection } from "./income.js";
import { itemsSection } from "./items.js";
import { missingSection } from "./missing.js";
import { parametersSection } from "./parameters.js";
import { personsSection } from "./persons.js";
import { programmesSection } from "./programmes.js";
import { sourcesSection } from "./sources.js";
import { stateWord, summaryNotices, summarySection } from "./summary.js";

/** The sections, in the order in which a case worker needs them. */
const SECTIONS = [
  summarySection,
  personsSection,
  findingsSection,
  missingSection,
  itemsSection,
  incomeSection,
  programmesSection,
  sourcesSection,
  checkingSection,
  parametersSection,
];

/** All that the page and the file of a report say, in one language. */
export function reportDocument(view: ReportView, language: Language): ReportDocument {
  const words = wording(language);
  return {
    language,
    title: reportTitle(language),
    issuer: view.issuer && words.of(view.issuer),
    number: words.say(`报告编号 ${view.report.number}`, `Number ${view.report.number}`),
    code: words.say(`核对码 ${view.code}`, `Verification code ${view.code}`),
    state: stateWord(view.report),
    notices: summaryNotices(view, words),
    sections: SECTIONS.map((section) => section(view, words)),
  };
}

/** What every report is called. */
export function reportTitle(language: Language): string {
  return wording(language).say(
    "家庭经济状况核对报告",
    "Report on the verification of a household's economic situation",
  );
}
