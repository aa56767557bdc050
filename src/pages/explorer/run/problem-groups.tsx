import type { HubProblem } from "../../shared/api.js";
import { useWords } from "../../shared/language.js";
import { useMeaning } from "../../shared/problems.js";
import { groupProblems, type ProblemGroup } from "./group-problems.js";
import { WhyButton } from "../why/why-button.js";

const TEXT = {
  title: { zh: (count: number) => `错误（${count}）`, en: (count: number) => `Errors (${count})` },
  at: { zh: "位置", en: "At" },
  more: {
    zh: (count: number) => `另有 ${count} 处`,
    en: (count: number) => `and ${count} more`,
  },
} as const;

/** Places that are named of one group. */
const NAMED = 4;

interface ProblemGroupsProps {
  readonly problems: readonly HubProblem[];
  readonly onWhy: (coordinate: string) => void;
}

/** What went wrong, each once, with the places where it did. */
export function ProblemGroups({ problems, onWhy }: ProblemGroupsProps) {
  const words = useWords(TEXT);
  return (
    <section class="problems" aria-labelledby="explorer-problems">
      <h3 id="explorer-problems">{words.title(problems.length)}</h3>
      <ul>
        {groupProblems(problems).map((group, index) => (
          <Group key={index} group={group} onWhy={onWhy} />
        ))}
      </ul>
    </section>
  );
}

function Group({
  group,
  onWhy,
}: Pick<ProblemGroupsProps, "onWhy"> & { readonly group: ProblemGroup }) {
  const words = useWords(TEXT);
  const { problem, paths, count } = group;
  const meaning = useMeaning()(problem.code);
  const { coordinate } = problem.details;
  const left = paths.length - NAMED;
  return (
    <li>
      <code class="code-name">{problem.code}</code> {count > 1 && <span>× {count}</span>}{" "}
      {meaning && <strong>{meaning}</strong>} <span lang="en">{problem.message}</span>{" "}
      {typeof coordinate === "string" && <WhyButton coordinate={coordinate} onWhy={onWhy} />}
      <Details details={problem.details} />
      {paths.length > 0 && (
        <p class="soft">
          {words.at}{" "}
          {paths.slice(0, NAMED).map((path) => (
            <code key={path}>{path} </code>
          ))}
          {left > 0 && words.more(left)}
        </p>
      )}
    </li>
  );
}

/** What stands elsewhere already. */
const SHOWN: readonly string[] = ["code", "coordinate", "grantedBy"];

function Details({ details }: Pick<HubProblem, "details">) {
  const rest = Object.entries(details).filter(([name]) => !SHOWN.includes(name));
  if (rest.length === 0) return null;
  return (
    <p class="soft">
      {rest.map(([name, value]) => (
        <code key={name}>
          {name}: {typeof value === "string" ? value : JSON.stringify(value)}{" "}
        </code>
      ))}
    </p>
  );
}
