import { useState } from "preact/hooks";
import { TextAreaField } from "../../shared/fields.js";
import { useWords } from "../../shared/language.js";
import { CASE_OPERATIONS } from "../operations.js";
import type { WholeVerification } from "../verification.js";
import { LONGEST } from "./disposition-form.js";
import { Doing, useDoing } from "./doing.js";

const TEXT = {
  title: { zh: "登记家庭的异议", en: "Enter an objection of the family" },
  statement: { zh: "异议内容", en: "What the family says" },
  evidence: { zh: "佐证材料编号（每行一份）", en: "References of the evidence, one a line" },
  send: { zh: "登记异议", en: "Enter it" },
} as const;

interface ObjectionFormProps {
  readonly findingId: string;
  readonly onChanged: (verification: WholeVerification) => void;
}

/** Enters what a family says against a finding, with its evidence. */
export function ObjectionForm({ findingId, onChanged }: ObjectionFormProps) {
  const words = useWords(TEXT);
  const [statement, setStatement] = useState("");
  const [evidence, setEvidence] = useState("");
  const doing = useDoing(CASE_OPERATIONS.object, onChanged);
  const references = () =>
    evidence
      .split(/[\n,，、;；]/)
      .map((one) => one.trim())
      .filter((one) => one !== "");
  return (
    <Doing
      title={words.title}
      button={words.send}
      doing={doing}
      variables={() => ({ input: { findingId, statement, evidence: references() } })}
      labels={{ "input.statement": words.statement, "input.evidence": words.evidence }}
      onDone={() => {
        setStatement("");
        setEvidence("");
      }}
    >
      <TextAreaField
        label={words.statement}
        value={statement}
        onChange={setStatement}
        maxLength={LONGEST}
        rows={3}
        required
      />
      <TextAreaField
        label={words.evidence}
        value={evidence}
        onChange={setEvidence}
        rows={2}
        required
      />
    </Doing>
  );
}
