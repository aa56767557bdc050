import { useState } from "preact/hooks";
import { APART, type Outcome } from "./api.js";
import { readToken, type Credentials } from "./credentials.js";
import type { DeveloperTokenRequest } from "./developer-token.js";
import { SelectField, TextField } from "./fields.js";
import { useLanguage, useWords } from "./language.js";
import type { PublicRegister } from "./public-register.js";
import { useRegister } from "./register.js";

const TEXT = {
  title: { zh: "开发模式：选择身份", en: "Developer mode: choose whom to be" },
  department: { zh: "部门", en: "Department" },
  duty: { zh: "职责", en: "Duty" },
  case: { zh: "案件编号", en: "Case" },
  more: { zh: "经办人员与管辖区域", en: "Operator and divisions" },
  operator: { zh: "经办人员", en: "Operator" },
  jurisdiction: {
    zh: "管辖区划代码（前缀，可用逗号分隔）",
    en: "Division codes (prefixes, by commas)",
  },
  submit: { zh: "以此身份登录", en: "Sign in as this" },
} as const;

/** The first choice: the department that verifies, by its duty. */
const FIRST_DUTY = "1.2";

interface DeveloperFormProps {
  readonly onSubmit: (given: Credentials) => void;
  /** Is told where no token was given. */
  readonly onOutcome: (outcome: Outcome<unknown>) => void;
}

/** Chooses a department, a duty and a case, for which the hub makes a token. */
export function DeveloperForm(props: DeveloperFormProps) {
  const register = useRegister();
  return typeof register === "string" ? null : <Choices {...props} register={register} />;
}

function Choices({
  onSubmit,
  onOutcome,
  register,
}: DeveloperFormProps & { readonly register: PublicRegister }) {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  const first = register.duties.find(({ id }) => id === FIRST_DUTY)?.departments[0];
  const [department, setDepartment] = useState(first ?? register.departments[0]?.name ?? "");
  const [chosen, setChosen] = useState(FIRST_DUTY);
  const [reference, setReference] = useState("DEMO-1");
  const [operator, setOperator] = useState("");
  const [jurisdiction, setJurisdiction] = useState("330726");
  const duties = register.duties.filter(({ departments }) => departments.includes(department));
  const duty = duties.find(({ id }) => id === chosen) ?? duties[0];
  const submit = async (event: Event) => {
    event.preventDefault();
    const request = {
      department,
      duty: duty?.id ?? "",
      operator: operator.trim() || undefined,
      jurisdiction: jurisdiction.split(/[\s,，、]+/).filter((part) => part !== ""),
    };
    const given = await requestToken(request);
    if (typeof given === "string") {
      const content = readToken(given);
      if (!content) return;
      onSubmit({
        token: given,
        department: content.department,
        operator: content.operator,
        duty: request.duty,
        case: reference.trim() || null,
      });
    } else onOutcome(given);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <h3>{words.title}</h3>
      <SelectField label={words.department} value={department} onChange={setDepartment} required>
        {register.departments.map(({ name }) => (
          <option key={name} lang="zh-CN">
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField label={words.duty} value={duty?.id ?? ""} onChange={setChosen} required>
        {duties.map(({ id, title, purpose }) => (
          <option key={id} value={id}>
            {id} {purpose?.[language] ?? title}
          </option>
        ))}
      </SelectField>
      <TextField
        label={words.case}
        value={reference}
        onChange={setReference}
        required={duty?.consentRequired ?? false}
        maxLength={100}
      />
      <details>
        <summary>{words.more}</summary>
        <TextField label={words.operator} value={operator} onChange={setOperator} maxLength={100} />
        <TextField
          label={words.jurisdiction}
          value={jurisdiction}
          onChange={setJurisdiction}
          inputMode="numeric"
          required
        />
      </details>
      <button type="submit">{words.submit}</button>
    </form>
  );
}

/** A token of the hub, or what became of asking for one. */
async function requestToken(request: DeveloperTokenRequest): Promise<string | Outcome<unknown>> {
  try {
    const response = await fetch("developer/token", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(request),
      ...APART,
    });
    const answer = (await response.json()) as {
      readonly token?: string;
      readonly errors?: readonly { readonly message: string }[];
    };
    if (answer.token !== undefined) return answer.token;
    const [error] = answer.errors ?? [];
    const message = error?.message ?? "";
    const problem = { code: "BAD_USER_INPUT", message, path: undefined, details: {} };
    const { status } = response;
    return { kind: "answered", status, data: null, problems: [problem], record: {} };
  } catch (error) {
    return { kind: "unreachable", reason: (error as Error).message };
  }
}
