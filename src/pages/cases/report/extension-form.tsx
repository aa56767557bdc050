import { useState } from "preact/hooks";
import { TextAreaField } from "../../shared/fields.js";
import { useWords } from "../../shared/language.js";
import { CASE_OPERATIONS } from "../operations.js";
import type { WholeVerification } from "../verification.js";
import { LONGEST } from "./disposition-form.js";
import { Doing, useDoing } from "./doing.js";

const TEXT = {
  title: { zh: "延长决定期限（一次）", en: "Extend the time for the decision, once" },
  reason: { zh: "延长理由", en: "Reason" },
  send: { zh: "延长", en: "Extend" },
} as const;

interface ExtensionFormProps {
  readonly verification: WholeVerification;
  readonly onChanged: (verification: WholeVerification) => void;
}

/** Extends the time for the decision; nothing where it was extended already. */
export function ExtensionForm({ verification, onChanged }: ExtensionFormProps) {
  const words = useWords(TEXT);
  const [reason, setReason] = useState("");
  const doing = useDoing(CASE_OPERATIONS.extend, onChanged);
  if (verification.extended) return null;
  return (
    <div class="no-print">
      <Doing
        title={words.title}
        button={words.send}
        doing={doing}
        variables={() => ({ id: verification.id, reason })}
        labels={{ reason: words.reason, id: words.title }}
        onDone={() => setReason("")}
      >
        <TextAreaField
          label={words.reason}
          value={reason}
          onChange={setReason}
          maxLength={LONGEST}
          rows={2}
          required
        />
      </Doing>
    </div>
  );
}
