import { useEffect, useRef, useState } from "preact/hooks";
import { useWords } from "../../shared/language.js";
import { FormProblems } from "../form-problems.js";
import { CASE_OPERATIONS } from "../operations.js";
import { useAction } from "../use-action.js";
import type { Run } from "./run.js";

const TEXT = {
  cancel: { zh: "取消复核", en: "Cancel it" },
  sure: {
    zh: "确认取消？已出具的报告保留，正在处理的一批会做完，以后可以恢复。",
    en: "Cancel it? Reports that were made stay, the batch in hand is finished, and it can be resumed.",
  },
  yes: { zh: "确认取消", en: "Yes, cancel" },
  no: { zh: "继续复核", en: "No, go on" },
  resume: { zh: "恢复复核", en: "Resume it" },
} as const;

interface RunSwitchProps {
  readonly run: Run;
  readonly onChanged: () => void;
}

/** Cancels a re-verification that runs, once that was confirmed; resumes one that was cancelled. */
export function RunSwitch({ run: { id, state }, onChanged }: RunSwitchProps) {
  const words = useWords(TEXT);
  const [isAsked, setAsked] = useState(false);
  const sure = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isAsked) sure.current?.focus();
  }, [isAsked]);
  const cancelling = useAction<unknown>(CASE_OPERATIONS.cancelRun);
  const resuming = useAction<unknown>(CASE_OPERATIONS.startRun);
  const cancel = async () => {
    if (await cancelling.send({ id })) setAsked(false);
    onChanged();
  };
  const resume = async () => {
    await resuming.send({ input: { resume: id } });
    onChanged();
  };
  return (
    <div class="no-print">
      {state === "RUNNING" && !isAsked && (
        <button type="button" class="quiet" onClick={() => setAsked(true)}>
          {words.cancel}
        </button>
      )}
      {state === "RUNNING" && isAsked && (
        <div class="notice alarm" role="group" aria-label={words.cancel}>
          <p>{words.sure}</p>
          <div class="buttons">
            <button
              type="button"
              disabled={cancelling.isSending}
              ref={sure}
              onClick={() => void cancel()}
            >
              {words.yes}
            </button>
            <button type="button" class="quiet" onClick={() => setAsked(false)}>
              {words.no}
            </button>
          </div>
        </div>
      )}
      {state === "CANCELLED" && (
        <button
          type="button"
          class="quiet"
          disabled={resuming.isSending}
          onClick={() => void resume()}
        >
          {words.resume}
        </button>
      )}
      <FormProblems outcome={cancelling.outcome} />
      <FormProblems outcome={resuming.outcome} />
    </div>
  );
}
