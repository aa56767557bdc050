import { useState } from "preact/hooks";
import { SelectField, TextAreaField } from "../../shared/fields.js";
import { useWords } from "../../shared/language.js";
import { CASE_OPERATIONS } from "../operations.js";
import type { WholeVerification } from "../verification.js";
import { LONGEST } from "./disposition-form.js";
import { Doing, useDoing } from "./doing.js";

const TEXT = {
  title: { zh: "答复异议", en: "Resolve the objection" },
  decision: { zh: "结果", en: "What came of it" },
  choose: { zh: "请选择", en: "Choose" },
  accepted: { zh: "采纳", en: "accepted" },
  rejected: { zh: "不采纳", en: "rejected" },
  resolution: { zh: "答复内容", en: "Answer to the family" },
  send: { zh: "答复并重新核对", en: "Answer and verify anew" },
} as const;

interface ResolutionFormProps {
  readonly id: string;
  readonly onChanged: (verification: WholeVerification) => void;
  /** Is told once it was answered: this form is not there any more. */
  readonly onDone: () => void;
}

/** Answers an objection; the household is verified anew at once. */
export function ResolutionForm({ id, onChanged, onDone }: ResolutionFormProps) {
  const words = useWords(TEXT);
  const [decision, setDecision] = useState("");
  const [resolution, setResolution] = useState("");
  const doing = useDoing(CASE_OPERATIONS.resolve, onChanged);
  return (
    <Doing
      title={words.title}
      button={words.send}
      doing={doing}
      variables={() => ({ id, accepted: decision === "accepted", resolution })}
      labels={{ resolution: words.resolution, id: words.title }}
      onDone={onDone}
    >
      <SelectField label={words.decision} value={decision} onChange={setDecision} required>
        <option value="">{words.choose}</option>
        <option value="accepted">{words.accepted}</option>
        <option value="rejected">{words.rejected}</option>
      </SelectField>
      <TextAreaField
        label={words.resolution}
        value={resolution}
        onChange={setResolution}
        maxLength={LONGEST}
        rows={3}
        required
      />
    </Doing>
  );
}
