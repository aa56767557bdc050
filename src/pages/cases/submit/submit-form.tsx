import { useState } from "preact/hooks";
import { AssistanceProgramme } from "../../../codes/code-tables.js";
import { SelectField, TextField } from "../../shared/fields.js";
import { useWords } from "../../shared/language.js";
import { FormProblems } from "../form-problems.js";
import { CASE_OPERATIONS } from "../operations.js";
import { goTo } from "../route.js";
import { useTerm } from "../state-words.js";
import { useAction } from "../use-action.js";
import { DeclarationFields, LABELS } from "./declaration-fields.js";
import { declarationFrom, EMPTY, type TypedDeclaration } from "./declaration.js";
import { HouseholdFinder } from "./household-finder.js";

const TEXT = {
  title: { zh: "提请核对", en: "Verify a household" },
  introduction: {
    zh: "枢纽在本职责下查询该户各来源的记录，与申报比对，出具核对报告。核对只提示疑点，不作决定。",
    en: "The hub reads what this duty may read of the household, holds it against the declaration and makes a report. A report points things out and decides nothing.",
  },
  household: { zh: "家庭编号", en: "Household" },
  programme: { zh: "申请的救助类别", en: "Programme applied for" },
  none: { zh: "无（对在册家庭的复核）", en: "none (a family on file is verified again)" },
  programmeHelp: {
    zh: "填写申请类别的，每名成员须有有效授权书。",
    en: "With a programme, every member's consent must be in force.",
  },
  declares: {
    zh: "填写新的申报（不填则以在册申报为准）",
    en: "Enter a new declaration (the one on file counts otherwise)",
  },
  submit: { zh: "提请核对", en: "Verify" },
  sending: { zh: "正在核对……", en: "Verifying…" },
} as const;

/** Has a household verified, with a declaration or without, and leads to its report. */
export function SubmitForm() {
  const words = useWords(TEXT);
  const labels = useWords(LABELS);
  const term = useTerm();
  const [householdId, setHouseholdId] = useState("");
  const [programme, setProgramme] = useState("");
  const [declares, setDeclares] = useState(false);
  const [declaration, setDeclaration] = useState<TypedDeclaration>(EMPTY);
  const { send, outcome, isSending } = useAction<{
    readonly submitVerification: { readonly id: string };
  }>(CASE_OPERATIONS.submit);
  const submit = async (event: Event) => {
    event.preventDefault();
    const input = {
      householdId: householdId.trim().toUpperCase(),
      programme: programme || null,
      ...(declares ? { declaration: declarationFrom(declaration) } : {}),
    };
    const done = await send({ input });
    if (done) goTo({ view: "case", id: done.submitVerification.id });
  };
  const ofDeclaration = Object.entries(labels).map(
    ([name, label]) => [`input.declaration.${name}`, label] as const,
  );
  return (
    <section aria-labelledby="submit-title">
      <h2 id="submit-title">{words.title}</h2>
      <p>{words.introduction}</p>
      <HouseholdFinder onFound={setHouseholdId} />
      <form class="panel" onSubmit={(event) => void submit(event)}>
        <TextField
          label={words.household}
          value={householdId}
          onChange={setHouseholdId}
          maxLength={40}
          required
        />
        <SelectField
          label={words.programme}
          help={words.programmeHelp}
          value={programme}
          onChange={setProgramme}
        >
          <option value="">{words.none}</option>
          {AssistanceProgramme.keys.map((key) => (
            <option key={key} value={key}>
              {term(AssistanceProgramme.entries[key])}
            </option>
          ))}
        </SelectField>
        <label class="choice">
          <input
            type="checkbox"
            checked={declares}
            onChange={({ currentTarget }) => setDeclares(currentTarget.checked)}
          />{" "}
          {words.declares}
        </label>
        {declares && <DeclarationFields value={declaration} onChange={setDeclaration} />}
        <FormProblems
          outcome={outcome}
          labels={{ "input.householdId": words.household, ...Object.fromEntries(ofDeclaration) }}
        />
        <button type="submit" disabled={isSending}>
          {isSending ? words.sending : words.submit}
        </button>
      </form>
    </section>
  );
}
