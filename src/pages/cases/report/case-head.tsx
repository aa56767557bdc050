import {
  AssistanceProgramme,
  IncomeBand,
  VerificationOutcome,
} from "../../../codes/code-tables.js";
import type { Field } from "../../../report-pages/document/document.js";
import { NONE, placeName } from "../../../report-pages/document/labels.js";
import { wording } from "../../../report-pages/language.js";
import { useLanguage, useWords } from "../../shared/language.js";
import { useFormats } from "../formats.js";
import { OverdueMark, StateWords, useTerm } from "../state-words.js";
import type { WholeVerification } from "../verification.js";
import { FieldList } from "./blocks.js";
import { ReportFile } from "./report-file.js";

const TEXT = {
  version: {
    zh: (version: number) => `第 ${version} 版`,
    en: (version: number) => `version ${version}`,
  },
  household: { zh: "家庭编号", en: "Household" },
  place: { zh: "所在地", en: "Place" },
  programme: { zh: "申请的救助", en: "Programme applied for" },
  none: { zh: "无（定期复核）", en: "none (re-verification)" },
  outcome: { zh: "核对结论", en: "Outcome" },
  band: { zh: "收入档次", en: "Income band" },
  case: { zh: "案件编号", en: "Case" },
  duty: { zh: "职责", en: "Duty" },
  by: { zh: "提请", en: "Submitted by" },
  submitted: { zh: "提交时间", en: "Submitted" },
  completed: { zh: "报告出具", en: "Report made" },
  due: { zh: "决定期限", en: "Decide by" },
  extended: { zh: "（已延长）", en: " (extended)" },
  dispose: { zh: "处置期限", en: "Dispose of findings by" },
  valid: { zh: "报告有效期至", en: "Report valid until" },
  code: { zh: "核对码", en: "Verification code" },
} as const;

/** What a verification is and how far it is, with its files. */
export function CaseHead({ verification }: { readonly verification: WholeVerification }) {
  const words = useWords(TEXT);
  const { id, state, overdue, version } = verification;
  return (
    <header>
      <div class="titled">
        <h2>
          {id} <span class="soft">{words.version(version)}</span>
        </h2>
        <ReportFile id={id} />
      </div>
      <p class="states" role="status">
        <StateWords state={state} /> <OverdueMark overdue={overdue} />
      </p>
      <FieldList fields={useHeadFields(verification)} paired />
    </header>
  );
}

function useHeadFields(verification: WholeVerification): readonly Field[] {
  const words = useWords(TEXT);
  const term = useTerm();
  const { day, moment } = useFormats();
  const { language } = useLanguage();
  const { programme, outcome, incomeBand, report, issued, extended } = verification;
  const field = (label: string, text: string): Field => ({ label, values: [{ text }] });
  const due = `${day(verification.dueOn)}${extended ? words.extended : ""}`;
  return [
    field(words.outcome, term(VerificationOutcome.entries[outcome])),
    field(words.band, incomeBand ? term(IncomeBand.entries[incomeBand]) : NONE),
    field(words.household, verification.householdId),
    field(words.place, placeName(report, wording(language))),
    field(words.programme, programme ? term(AssistanceProgramme.entries[programme]) : words.none),
    field(words.case, verification.case),
    field(words.duty, verification.duty),
    field(words.by, verification.requestedBy),
    field(words.submitted, moment(verification.submittedAt)),
    field(words.completed, moment(verification.completedAt)),
    field(words.dispose, day(verification.dispositionDueOn)),
    field(words.due, due),
    field(words.valid, day(verification.validUntil)),
    field(words.code, issued.code),
  ];
}
