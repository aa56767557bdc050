import type { HubProblem, Outcome } from "../shared/api.js";
import { useWords } from "../shared/language.js";
import { Problems } from "../shared/problems.js";

const REASONS = {
  UNKNOWN_HOUSEHOLD: { zh: "没有此家庭。", en: "There is no such household." },
  NEGATIVE: { zh: "不得为负。", en: "It may not be below nought." },
  TOO_OLD: { zh: "申报已过期，须重新申报。", en: "The declaration is too old." },
  IN_FUTURE: { zh: "日期在今天之后。", en: "The day is yet to come." },
} as const;

/** What to do about an argument, whatever was wrong with it. */
const ADVICE = {
  reason: { zh: "请说明理由，不超过 2000 字。", en: "Say why, in at most 2000 characters." },
  resolution: { zh: "请填写答复，不超过 2000 字。", en: "Answer, in at most 2000 characters." },
  "input.statement": { zh: "请填写，不超过 2000 字。", en: "Say it in at most 2000 characters." },
  "input.evidence": {
    zh: "请至少填写一份佐证材料的编号。",
    en: "Give the reference of one document at least.",
  },
} as const;

const TEXT = {
  field: { zh: (label: string) => `“${label}”：`, en: (label: string) => `${label}: ` },
  wrong: { zh: "填写不正确。", en: "This is not right." },
  members: {
    zh: (places: string) => `未授权的成员：第 ${places} 人。`,
    en: (places: string) => `Without consent: member ${places}.`,
  },
  kept: {
    zh: "填写的内容都还在，可以修改后再次提交。",
    en: "Everything that was entered is still here: change it and send it again.",
  },
} as const;

interface FormProblemsProps {
  readonly outcome: Outcome<unknown> | null;
  /** What the form calls each argument of the operation. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** What went wrong with a form, by the names of its fields, at the form; nothing where nothing did. */
export function FormProblems({ outcome, labels = {} }: FormProblemsProps) {
  const words = useWords(TEXT);
  const problems = outcome?.kind === "answered" ? outcome.problems : [];
  if (outcome?.kind !== "unreachable" && problems.length === 0) return null;
  const ofFields = problems.filter((problem) => labelOf(problem, labels) !== undefined);
  const others = problems.filter((problem) => !ofFields.includes(problem));
  const rest = outcome?.kind === "answered" ? { ...outcome, problems: others } : outcome;
  return (
    <>
      {ofFields.length > 0 && (
        <div class="problems" role="alert">
          <ul>
            {ofFields.map((problem, index) => (
              <Fault key={index} problem={problem} label={labelOf(problem, labels) ?? ""} />
            ))}
          </ul>
        </div>
      )}
      <Problems outcome={rest} />
      {others.map(({ details: { members } }, index) =>
        Array.isArray(members) ? <p key={index}>{words.members(members.join(", "))}</p> : null,
      )}
      <p class="help">{words.kept}</p>
    </>
  );
}

const labelOf = ({ details }: HubProblem, labels: Readonly<Record<string, string>>) =>
  labels[String(details["argument"])];

function Fault({ problem, label }: { readonly problem: HubProblem; readonly label: string }) {
  const words = useWords(TEXT);
  const reasons: Readonly<Record<string, string>> = useWords(REASONS);
  const advice: Readonly<Record<string, string>> = useWords(ADVICE);
  const { argument, reason } = problem.details;
  const known = reasons[String(reason)] ?? advice[String(argument)];
  return (
    <li>
      <strong>{words.field(label)}</strong>
      {known ?? (
        <>
          {words.wrong} <span lang="en">{problem.message}</span>
        </>
      )}
    </li>
  );
}
