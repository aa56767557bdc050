import { AssistanceProgramme, VerificationOutcome } from "../../../codes/code-tables.js";
import { useWords } from "../../shared/language.js";
import { useFormats } from "../formats.js";
import { fragmentOf } from "../route.js";
import { OverdueMark, StateWords, useTerm } from "../state-words.js";
import type { ListedVerification } from "../verification.js";
import { StackHead } from "../stack-head.js";

const TEXT = {
  caption: { zh: "核对清单，超时未处置的在前", en: "Verifications, overdue ones first" },
  number: { zh: "报告编号", en: "Report" },
  state: { zh: "办理状态", en: "State" },
  outcome: { zh: "核对结论", en: "Outcome" },
  open: { zh: "待处置疑点", en: "Open findings" },
  household: { zh: "家庭编号", en: "Household" },
  programme: { zh: "申请的救助", en: "Programme" },
  none: { zh: "复核", en: "re-verification" },
  submitted: { zh: "提交时间", en: "Submitted" },
  due: { zh: "处置期限", en: "Dispose by" },
} as const;

/** A table of verifications; arrow keys lead from row to row, Enter opens one. */
export function VerificationTable({
  verifications,
}: {
  readonly verifications: readonly ListedVerification[];
}) {
  const words = useWords(TEXT);
  return (
    <table class="stacks" role="table">
      <caption class="hidden">{words.caption}</caption>
      <StackHead
        headings={(
          [
            "number",
            "state",
            "outcome",
            "open",
            "household",
            "programme",
            "submitted",
            "due",
          ] as const
        ).map((column) => ({
          heading: words[column],
          align: column === "open" ? "end" : undefined,
        }))}
      />
      <tbody role="rowgroup" onKeyDown={stepByArrows}>
        {verifications.map((verification) => (
          <Row key={verification.id} verification={verification} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ verification }: { readonly verification: ListedVerification }) {
  const words = useWords(TEXT);
  const term = useTerm();
  const { day, moment, number } = useFormats();
  const { id, state, overdue, outcome, openFindings, householdId, programme } = verification;
  return (
    <tr role="row" class={overdue ? "late" : undefined}>
      <th role="rowheader" scope="row">
        <a href={fragmentOf({ view: "case", id })}>{id}</a>
      </th>
      <td role="cell" data-label={words.state}>
        <span>
          <StateWords state={state} /> <OverdueMark overdue={overdue} />
        </span>
      </td>
      <td role="cell" data-label={words.outcome}>
        {term(VerificationOutcome.entries[outcome])}
      </td>
      <td role="cell" data-label={words.open} class="end">
        {number(openFindings)}
      </td>
      <td role="cell" data-label={words.household}>
        {householdId}
      </td>
      <td role="cell" data-label={words.programme}>
        {programme ? term(AssistanceProgramme.entries[programme]) : words.none}
      </td>
      <td role="cell" data-label={words.submitted}>
        {moment(verification.submittedAt)}
      </td>
      <td role="cell" data-label={words.due}>
        {openFindings > 0 ? day(verification.dispositionDueOn) : "—"}
      </td>
    </tr>
  );
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  Home: -Infinity,
  End: Infinity,
};

/** Moves the focus among the links of the rows. */
function stepByArrows(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const step = STEPS[event.key];
  if (step === undefined) return;
  const links = [...event.currentTarget.querySelectorAll("a")];
  const at = links.findIndex((link) => link === document.activeElement);
  if (at < 0) return;
  event.preventDefault();
  links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus();
}
