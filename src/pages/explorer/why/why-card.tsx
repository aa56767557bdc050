import { useEffect, useRef } from "preact/hooks";
import { useLanguage, useWords } from "../../shared/language.js";
import { Problems } from "../../shared/problems.js";
import type { PublicDuty } from "../../shared/public-register.js";
import { useRegister } from "../../shared/register.js";
import { useCredentials } from "../../shared/session.js";
import { Duties } from "./duties.js";
import { useExplanation, type AccessExplanation, type FieldPolicy } from "./field-policies.js";
import { PolicyFacts } from "./policy-facts.js";

const TEXT = {
  asking: { zh: "正在查询依据……", en: "Asking why…" },
  allowed: { zh: "可以读取", en: "May be read" },
  refused: { zh: "不能读取", en: "May not be read" },
  asked: {
    zh: (department: string, duty: string) => `${department}，职责 ${duty}：`,
    en: (department: string, duty: string) => `${department} under duty ${duty}: `,
  },
  granted: { zh: "本部门可据以读取的职责", en: "Duties of your department that would allow it" },
  noneGranted: {
    zh: "本部门没有任何职责可以读取此字段。",
    en: "No duty of your department would allow it.",
  },
  needed: { zh: "需要此字段的职责及其部门", en: "Duties that need it, and their departments" },
  noneNeeded: {
    zh: "没有职责需要此字段：只有责任部门可以读取。",
    en: "No duty needs it: its owner alone reads it.",
  },
  duty: { zh: "职责", en: "Duty" },
  departments: { zh: "部门", en: "Departments" },
} as const;

interface WhyCardProps {
  readonly coordinate: string;
  /** Undefined for a field that carries no department's data. */
  readonly policy: FieldPolicy | undefined;
}

/** One field: whether the caller may read it and why, what it is, and who may read it. */
export function WhyCard({ coordinate, policy }: WhyCardProps) {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  const outcome = useExplanation(coordinate);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const explanation = outcome?.kind === "answered" ? outcome.data?.explainAccess : undefined;
  return (
    <article class="why">
      <h3 tabIndex={-1} ref={heading}>
        {policy && <>{policy[language]} </>}
        <code>{coordinate}</code>
      </h3>
      <div aria-live="polite">
        {outcome === null && <p>{words.asking}</p>}
        <Problems outcome={outcome} />
        {explanation && <Verdict explanation={explanation} />}
      </div>
      {policy && <PolicyFacts policy={policy} />}
      {explanation && explanation.reason !== "FIELD_UNKNOWN" && (
        <NeededBy explanation={explanation} />
      )}
    </article>
  );
}

function Verdict({ explanation }: { readonly explanation: AccessExplanation }) {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  const { department, duty } = useCredentials();
  const { allowed, reason, grantedBy } = explanation;
  return (
    <>
      <p class={allowed ? "verdict fine" : "verdict alarm"}>
        {words.asked(department, duty)}
        <strong>{allowed ? words.allowed : words.refused}</strong>
      </p>
      <p>
        {explanation[language]} <code>{reason}</code>
      </p>
      {!allowed && grantedBy.length === 0 && <p>{words.noneGranted}</p>}
      {!allowed && grantedBy.length > 0 && (
        <>
          <h4>{words.granted}</h4>
          <Duties ids={grantedBy} />
        </>
      )}
    </>
  );
}

function NeededBy({ explanation }: { readonly explanation: AccessExplanation }) {
  const words = useWords(TEXT);
  const register = useRegister();
  const { reason, neededBy } = explanation;
  if (reason === "NO_DEPARTMENT_DATA") return null;
  const duties = typeof register === "string" ? [] : register.duties;
  return (
    <>
      <h4>{words.needed}</h4>
      {neededBy.length === 0 ? (
        <p>{words.noneNeeded}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.duty}</th>
              <th scope="col">{words.departments}</th>
            </tr>
          </thead>
          <tbody>
            {neededBy.map((id) => (
              <DutyRow key={id} id={id} duty={duties.find((duty) => duty.id === id)} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function DutyRow({ id, duty }: { readonly id: string; readonly duty: PublicDuty | undefined }) {
  const { language } = useLanguage();
  const own = useCredentials().department;
  return (
    <tr>
      <th scope="row">
        {id} {duty?.purpose?.[language] ?? <span lang="zh-CN">{duty?.title}</span>}
      </th>
      <td lang="zh-CN">
        {duty?.departments.map((name, index) => (
          <>
            {index > 0 && "、"}
            {name === own ? <strong>{name}</strong> : name}
          </>
        ))}
      </td>
    </tr>
  );
}
