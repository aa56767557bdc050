import { useEffect, useState } from "preact/hooks";
import { incomeSection } from "../../../report-pages/document/income.js";
import { missingSection } from "../../../report-pages/document/missing.js";
import { personsSection } from "../../../report-pages/document/persons.js";
import { programmesSection } from "../../../report-pages/document/programmes.js";
import { summaryNotices } from "../../../report-pages/document/summary.js";
import { wording } from "../../../report-pages/language.js";
import { useLanguage, useWords } from "../../shared/language.js";
import { CASE_OPERATIONS } from "../operations.js";
import { Failed, Loading } from "../refusals.js";
import { backToList } from "../route.js";
import { useQuestion } from "../use-question.js";
import type { WholeVerification } from "../verification.js";
import { NoticeBlock, ReportSection } from "./blocks.js";
import { CaseHead } from "./case-head.js";
import { ExtensionForm } from "./extension-form.js";
import { Findings } from "./findings.js";
import { History } from "./history.js";
import { ItemsTable } from "./items-table.js";
import { Provenance } from "./provenance.js";
import { reportViewOf } from "./report-view-of.js";

const TEXT = {
  none: { zh: "没有此编号的核对。", en: "There is no verification of that number." },
  back: { zh: "返回清单", en: "Back to the list" },
} as const;

/** One verification: its report, and what is to be done about it. */
export function CaseView({ id }: { readonly id: string }) {
  const words = useWords(TEXT);
  const { data, outcome, again } = useQuestion<{ readonly verification: WholeVerification | null }>(
    CASE_OPERATIONS.verification,
    { id },
  );
  const [changed, setChanged] = useState<WholeVerification | null>(null);
  useEffect(() => setChanged(null), [data]);
  const verification = changed ?? data?.verification;
  return (
    <>
      <p class="buttons no-print">
        <a href={backToList()}>{words.back}</a>
      </p>
      {outcome === null && <Loading />}
      <Failed outcome={outcome} onAgain={again} />
      {data && verification === null && hasNone(outcome) && <p role="status">{words.none}</p>}
      {verification && <Whole verification={verification} onChanged={setChanged} />}
    </>
  );
}

const hasNone = (outcome: ReturnType<typeof useQuestion>["outcome"]) =>
  outcome?.kind === "answered" && outcome.problems.length === 0;

interface WholeProps {
  readonly verification: WholeVerification;
  readonly onChanged: (verification: WholeVerification) => void;
}

function Whole({ verification, onChanged }: WholeProps) {
  const { language } = useLanguage();
  const words = wording(language);
  const view = reportViewOf(verification);
  return (
    <article class="case">
      <CaseHead verification={verification} />
      {summaryNotices(view, words).map((notice, index) => (
        <NoticeBlock key={index} notice={notice} />
      ))}
      <ItemsTable report={verification.report} />
      <Findings verification={verification} view={view} onChanged={onChanged} />
      <ReportSection section={missingSection(view, words)} />
      <Provenance report={verification.report} />
      <ReportSection section={personsSection(view, words)} />
      <ReportSection section={incomeSection(view, words)} />
      <ReportSection section={programmesSection(view, words)} />
      <History verification={verification} />
      <ExtensionForm verification={verification} onChanged={onChanged} />
    </article>
  );
}
