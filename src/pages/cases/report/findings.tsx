import { useRef } from "preact/hooks";
import { FindingState, ObjectionState } from "../../../codes/verification-codes.js";
import { FindingCode, FindingSeverity } from "../../../verification/finding-code.js";
import { findingsSection } from "../../../report-pages/document/findings.js";
import type { Card } from "../../../report-pages/document/document.js";
import type { Mark } from "../../../report-pages/document/marks.js";
import { capital, wording } from "../../../report-pages/language.js";
import type { ReportView } from "../../../report-pages/report-view.js";
import { useLanguage, useWords } from "../../shared/language.js";
import { useFormats } from "../formats.js";
import { Signed } from "../mark.js";
import { useTerm } from "../state-words.js";
import type { FindingRow, ObjectionRow, WholeVerification } from "../verification.js";
import { Blocks, FieldList } from "./blocks.js";
import { DispositionForm } from "./disposition-form.js";
import { ObjectionForm } from "./objection-form.js";
import { ResolutionForm } from "./resolution-form.js";

const TEXT = {
  heading: {
    zh: (count: number) => `疑点（${count} 项）`,
    en: (count: number) => `Findings (${count})`,
  },
  gone: {
    zh: "最新报告已无此疑点。",
    en: "The latest report does not have it any more.",
  },
  objection: { zh: "异议", en: "Objection" },
  evidence: { zh: (list: string) => `佐证：${list}`, en: (list: string) => `Evidence: ${list}` },
  raised: { zh: (at: string) => `${at} 提出`, en: (at: string) => `raised ${at}` },
  answer: {
    zh: (text: string, at: string) => `答复（${at}）：${text}`,
    en: (text: string, at: string) => `Answer (${at}): ${text}`,
  },
  first: {
    zh: "此疑点有异议正在处理，答复后才能处置。",
    en: "An objection is open: it is resolved before the finding is disposed of.",
  },
} as const;

interface FindingsProps {
  readonly verification: WholeVerification;
  readonly view: ReportView;
  readonly onChanged: (verification: WholeVerification) => void;
}

/** Every finding with what it rests on and what was done about it, and the forms to do something. */
export function Findings({ verification, view, onChanged }: FindingsProps) {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  const { blocks } = findingsSection(view, wording(language));
  const { report, findings, objections } = verification;
  const cardOf = (row: FindingRow) => {
    if (row.state === "SETTLED") return undefined;
    const place = report.findings.findIndex(
      ({ code, person }) =>
        code === row.code && (person ? `${person.role} ${person.place}` : null) === row.person,
    );
    const block = blocks[place];
    return block?.kind === "card" ? block : undefined;
  };
  return (
    <section aria-labelledby="findings-heading">
      <h3 id="findings-heading" class="part">
        {words.heading(findings.length)}
      </h3>
      <Blocks blocks={blocks.filter(({ kind }) => kind !== "card")} />
      {findings.map((row) => (
        <FindingCard
          key={row.id}
          row={row}
          card={cardOf(row)}
          objections={objections.filter(({ findingId }) => findingId === row.id)}
          onChanged={onChanged}
        />
      ))}
    </section>
  );
}

const STATE_MARK: Readonly<Record<FindingState, Mark>> = {
  OPEN: "OPEN",
  UPHELD: "DONE",
  DISMISSED: "DONE",
  CORRECTED: "DONE",
  SETTLED: "NO_RECORD",
};

interface FindingCardProps extends Pick<FindingsProps, "onChanged"> {
  readonly row: FindingRow;
  /** What the latest report says of it; undefined where it does not have it any more. */
  readonly card: Card | undefined;
  readonly objections: readonly ObjectionRow[];
}

function FindingCard({ row, card, objections, onChanged }: FindingCardProps) {
  const words = useWords(TEXT);
  const term = useTerm();
  const { severity, state, code } = row;
  const isOpposed = objections.some((one) => one.state === "OPEN");
  const title = useRef<HTMLHeadingElement>(null);
  const heading = `finding-${row.id}`;
  return (
    <section class={`finding ${severity}`} aria-labelledby={heading}>
      <header>
        <h4 id={heading} ref={title} tabIndex={-1}>
          {card?.heading ?? capital(term(FindingCode.entries[code]))}
        </h4>
        <p>
          <Signed mark={severity} text={term(FindingSeverity.entries[severity])} />
        </p>
        <p>
          <Signed mark={STATE_MARK[state]} text={term(FindingState.entries[state])} />
        </p>
      </header>
      {card ? (
        <>
          <FieldList fields={card.brief} paired />
          <FieldList fields={card.fields} paired={false} />
        </>
      ) : (
        <p class="soft">{words.gone}</p>
      )}
      {objections.map((objection) => (
        <Objection
          key={objection.id}
          objection={objection}
          onChanged={onChanged}
          onAnswered={() => title.current?.focus()}
        />
      ))}
      {state !== "SETTLED" && (
        <div class="doings no-print">
          {isOpposed ? (
            <p class="soft">{words.first}</p>
          ) : (
            <DispositionForm finding={row} onChanged={onChanged} />
          )}
          <ObjectionForm findingId={row.id} onChanged={onChanged} />
        </div>
      )}
    </section>
  );
}

interface ObjectionProps extends Pick<FindingsProps, "onChanged"> {
  readonly objection: ObjectionRow;
  readonly onAnswered: () => void;
}

function Objection({ objection, onChanged, onAnswered }: ObjectionProps) {
  const words = useWords(TEXT);
  const term = useTerm();
  const { moment } = useFormats();
  const { state, statement, evidence, raisedAt, resolution, resolvedAt } = objection;
  return (
    <div class="objection">
      <p>
        <strong>{words.objection}</strong>{" "}
        <Signed
          mark={state === "OPEN" ? "OPEN" : "DONE"}
          text={term(ObjectionState.entries[state])}
        />{" "}
        <span class="soft">{words.raised(moment(raisedAt))}</span>
      </p>
      <p>{statement}</p>
      <p class="soft">{words.evidence(evidence.join("、"))}</p>
      {resolution !== null && resolvedAt !== null && (
        <p>{words.answer(resolution, moment(resolvedAt))}</p>
      )}
      {state === "OPEN" && (
        <ResolutionForm id={objection.id} onChanged={onChanged} onDone={onAnswered} />
      )}
    </div>
  );
}
