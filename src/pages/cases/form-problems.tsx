import type { HubProblem, Outcome } from "../shared/api.js";
import { useWords } from "../shared/language.js";
import { Problems } from "../shared/problems.js";

const REASONS = {
  UNKNOWN_HOUSEHOLD: { zh: "没有此家庭。", en: "There is no such household." },
  NEGATIVE: { zh: "不得为负。", en: "It may not be below nought." },
  TOO_OLD: { zh: "申报已过期，须重新申报。", en: "The declaration is too old." },
  IN_FUTURE: { zh: "日期在今天之后。", en: "The day is yet to come." },
} as const;

const TEXT = {
  field: { zh: (label: string) => `“${label}”：`, en: (label: string) => `${label}: ` },
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
  if (outcome?.kind !== "unreachable" && !hasProblems(outcome)) return null;
  const problems = outcome.kind === "answered" ? outcome.problems : [];
  return (
    <>
      <Problems outcome={outcome} />
      <ul class="faults">
        {problems.map((problem, index) => (
          <Fault key={index} problem={problem} labels={labels} />
        ))}
      </ul>
      <p class="help">{words.kept}</p>
    </>
  );
}

function hasProblems(
  outcome: Outcome<unknown> | null,
): outcome is Extract<Outcome<unknown>, { kind: "answered" }> {
  return outcome?.kind === "answered" && outcome.problems.length > 0;
}

function Fault({
  problem,
  labels,
}: {
  readonly problem: HubProblem;
  readonly labels: Readonly<Record<string, string>>;
}) {
  const words = useWords(TEXT);
  const reasons = useWords(REASONS);
  const { argument, reason, members } = problem.details;
  const label = labels[String(argument)];
  const why = reasons[String(reason) as keyof typeof REASONS] as string | undefined;
  if (Array.isArray(members)) return <li>{words.members(members.join(", "))}</li>;
  if (!label) return null;
  return (
    <li>
      <strong>{words.field(label)}</strong>
      {why ?? <span lang="en">{problem.message}</span>}
    </li>
  );
}
