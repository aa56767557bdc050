import { useState } from "preact/hooks";
import { FindingDisposition } from "../../../codes/verification-codes.js";
import { SelectField, TextAreaField } from "../../shared/fields.js";
import { useWords } from "../../shared/language.js";
import { CASE_OPERATIONS } from "../operations.js";
import { useTerm } from "../state-words.js";
import type { FindingRow, WholeVerification } from "../verification.js";
import { Doing, useDoing } from "./doing.js";

/** Characters that the hub takes. */
export const LONGEST = 2000;

const TEXT = {
  dispose: { zh: "处置此疑点", en: "Dispose of it" },
  anew: { zh: "重新处置", en: "Dispose of it anew" },
  disposition: { zh: "处置意见", en: "Disposition" },
  choose: { zh: "请选择", en: "Choose" },
  reason: { zh: "理由", en: "Reason" },
  send: { zh: "保存处置", en: "Save" },
} as const;

interface DispositionFormProps {
  readonly finding: FindingRow;
  readonly onChanged: (verification: WholeVerification) => void;
}

/** Disposes of a finding, for a reason. */
export function DispositionForm({ finding, onChanged }: DispositionFormProps) {
  const words = useWords(TEXT);
  const term = useTerm();
  const [disposition, setDisposition] = useState("");
  const [reason, setReason] = useState("");
  const doing = useDoing(CASE_OPERATIONS.dispose, onChanged);
  return (
    <Doing
      title={finding.state === "OPEN" ? words.dispose : words.anew}
      button={words.send}
      doing={doing}
      variables={() => ({ id: finding.id, disposition, reason })}
      labels={{ reason: words.reason, id: words.dispose }}
      onDone={() => {
        setDisposition("");
        setReason("");
      }}
    >
      <SelectField label={words.disposition} value={disposition} onChange={setDisposition} required>
        <option value="">{words.choose}</option>
        {FindingDisposition.keys.map((key) => (
          <option key={key} value={key}>
            {term(FindingDisposition.entries[key])}
          </option>
        ))}
      </SelectField>
      <TextAreaField
        label={words.reason}
        value={reason}
        onChange={setReason}
        maxLength={LONGEST}
        rows={3}
        required
      />
    </Doing>
  );
}
