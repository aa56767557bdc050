import { useState } from "preact/hooks";
import { readToken, type Credentials } from "./credentials.js";
import { SelectField, TextAreaField, TextField } from "./fields.js";
import { useWords } from "./language.js";

const TEXT = {
  token: { zh: "令牌", en: "Token" },
  notOne: { zh: "这不是部门的令牌。", en: "This is not a department's token." },
  of: {
    zh: (department: string) => `${department}的令牌`,
    en: (department: string) => `A token of ${department}`,
  },
  duty: { zh: "职责", en: "Duty" },
  case: { zh: "案件编号", en: "Case" },
  caseHelp: {
    zh: "涉及个人财产、健康信息的职责必须填写。",
    en: "Required under duties that read finances or health.",
  },
  submit: { zh: "登录", en: "Sign in" },
} as const;

/** Takes a token, one of its duties and the case. */
export function TokenForm({ onSubmit }: { readonly onSubmit: (given: Credentials) => void }) {
  const words = useWords(TEXT);
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState("");
  const [reference, setReference] = useState("");
  const token = text.trim();
  const content = readToken(token);
  const duties = content?.duties ?? [];
  const duty = duties.includes(chosen) ? chosen : (duties[0] ?? "");
  const said = content ? words.of(content.department) : words.notOne;
  const submit = (event: Event) => {
    event.preventDefault();
    if (!content) return;
    const { department, operator } = content;
    onSubmit({ token, department, operator, duty, case: reference.trim() || null });
  };
  return (
    <form onSubmit={submit}>
      <TextAreaField
        label={words.token}
        value={text}
        onChange={setText}
        help={token ? said : undefined}
        rows={4}
        required
      />
      <SelectField
        label={words.duty}
        value={duty}
        onChange={setChosen}
        disabled={!content}
        required
      >
        {duties.map((id) => (
          <option key={id}>{id}</option>
        ))}
      </SelectField>
      <TextField
        label={words.case}
        help={words.caseHelp}
        value={reference}
        onChange={setReference}
        maxLength={100}
      />
      <button type="submit" disabled={!content}>
        {words.submit}
      </button>
    </form>
  );
}
