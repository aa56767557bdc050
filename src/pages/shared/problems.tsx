import type { HubProblem, Outcome } from "./api.js";
import type { Bilingual } from "./bilingual.js";
import { useLanguage, useWords } from "./language.js";

/** What each code of the hub means to who reads it on a page. */
const MEANINGS: Readonly<Record<string, Bilingual>> = {
  UNAUTHENTICATED: {
    zh: "令牌无效或已过期，请重新登录。",
    en: "The token is not valid or has expired: sign in again.",
  },
  DUTY_REQUIRED: { zh: "请选择职责。", en: "Choose a duty." },
  DUTY_UNKNOWN: { zh: "没有此职责，或职责不在有效期内。", en: "There is no such duty in force." },
  DUTY_NOT_ASSIGNED: {
    zh: "本部门不承担此职责，或令牌不含此职责。",
    en: "The department or the token does not hold this duty.",
  },
  FIELD_NOT_AUTHORIZED: {
    zh: "本部门在此职责下不能读取该字段。",
    en: "The department may not read this field under this duty.",
  },
  CONSENT_REQUIRED: {
    zh: "没有当事人的有效授权书。",
    en: "There is no consent of the person in force.",
  },
  OUT_OF_JURISDICTION: {
    zh: "不在本部门的管辖区域内。",
    en: "Outside the divisions of the caller.",
  },
  CASE_REQUIRED: { zh: "此职责需要填写案件编号。", en: "This duty needs a case reference." },
  SOURCE_UNAVAILABLE: {
    zh: "数据所在部门暂时没有应答，请稍后再试。",
    en: "The department that holds the data did not answer: try again later.",
  },
  BAD_USER_INPUT: { zh: "填写的内容不正确。", en: "Something that was entered is not right." },
  GRAPHQL_PARSE_FAILED: { zh: "查询语句写法有误。", en: "The query is not written correctly." },
  GRAPHQL_VALIDATION_FAILED: {
    zh: "查询与可见的数据结构不符。",
    en: "The query does not fit the visible schema.",
  },
  OPERATION_TOO_COSTLY: {
    zh: "查询范围过大，请缩小后再试。",
    en: "The query asks for too much at once.",
  },
  RATE_LIMITED: { zh: "请求过于频繁，请稍后再试。", en: "Too many requests: try again later." },
  OPERATION_NOT_REGISTERED: {
    zh: "此客户端只能执行已登记的查询和各页面自带的查询；自由查询须由不受此限的客户端进行。",
    en: "This client may run registered operations and those of the pages only; free queries are for clients that are not bound to them.",
  },
  IDEMPOTENCY_CONFLICT: {
    zh: "同一请求编号已用于其他内容。",
    en: "The request's key was used for something else.",
  },
  AUDIT_UNAVAILABLE: {
    zh: "访问记录暂时无法写入，因此没有给出结果。",
    en: "The access log cannot be written, so nothing was answered.",
  },
  INTERNAL: { zh: "枢纽未能应答。", en: "The hub failed to answer." },
};

const TEXT = {
  unreachable: {
    zh: "无法连接枢纽。请检查网络后重试。",
    en: "The hub cannot be reached. Check the network and try again.",
  },
  record: { zh: (id: string) => `访问记录编号 ${id}`, en: (id: string) => `Access record ${id}` },
  allowed: {
    zh: (duties: string) => `可在以下职责下读取：${duties}`,
    en: (duties: string) => `It may be read under ${duties}`,
  },
} as const;

/** What a code means, in the language in use; undefined for a code that is not the hub's. */
export function useMeaning(): (code: string) => string | undefined {
  const { language } = useLanguage();
  return (code) => MEANINGS[code]?.[language];
}

/** Everything that went wrong with a question, announced to screen readers; nothing where all went well. */
export function Problems({ outcome }: { readonly outcome: Outcome<unknown> | null }) {
  const words = useWords(TEXT);
  if (outcome?.kind === "unreachable") {
    return (
      <div class="problems" role="alert">
        <p>{words.unreachable}</p>
      </div>
    );
  }
  if (outcome?.kind !== "answered" || outcome.problems.length === 0) return null;
  const { audit } = outcome.record;
  return (
    <div class="problems" role="alert">
      <ul>
        {outcome.problems.map((problem, index) => (
          <Problem key={index} problem={problem} />
        ))}
      </ul>
      {audit && <p class="soft">{words.record(audit)}</p>}
    </div>
  );
}

function Problem({ problem }: { readonly problem: HubProblem }) {
  const words = useWords(TEXT);
  const meaning = useMeaning()(problem.code);
  const grantedBy = problem.details["grantedBy"];
  return (
    <li>
      {meaning && <strong>{meaning}</strong>} <span lang="en">{problem.message}</span>{" "}
      <code>{problem.code}</code> {problem.path && <code>{problem.path.join(".")}</code>}
      {Array.isArray(grantedBy) && grantedBy.length > 0 && (
        <span> {words.allowed(grantedBy.join(", "))}</span>
      )}
    </li>
  );
}
