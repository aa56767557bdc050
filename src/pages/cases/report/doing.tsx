import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Outcome } from "../../shared/api.js";
import { useWords } from "../../shared/language.js";
import { FormProblems } from "../form-problems.js";
import { useAction } from "../use-action.js";
import type { WholeVerification } from "../verification.js";

const TEXT = { done: { zh: "已保存。", en: "Done." } } as const;

/** What became of a form that was sent. */
interface Done {
  readonly isSending: boolean;
  readonly outcome: Outcome<unknown> | null;
  submit(variables: Readonly<Record<string, unknown>>): Promise<boolean>;
}

/** Does something to a verification by an operation that answers how it stands then. */
export function useDoing(
  operation: string,
  onChanged: (verification: WholeVerification) => void,
): Done {
  const { send, isSending, outcome } =
    useAction<Readonly<Record<string, WholeVerification | null>>>(operation);
  const submit = async (variables: Readonly<Record<string, unknown>>) => {
    const answer = await send(variables);
    const [verification] = Object.values(answer ?? {});
    if (verification) onChanged(verification);
    return Boolean(verification);
  };
  return { isSending, outcome, submit };
}

interface DoingProps {
  readonly title: string;
  readonly button: string;
  readonly doing: Done;
  /** What to send; says so by null where the form is not ready. */
  readonly variables: () => Readonly<Record<string, unknown>>;
  readonly labels: Readonly<Record<string, string>>;
  /** Empties the form. */
  readonly onDone: () => void;
  readonly children: ComponentChildren;
}

/** A form that is folded away until it is wanted; what was entered stays until it is done. */
export function Doing({ title, button, doing, variables, labels, onDone, children }: DoingProps) {
  const words = useWords(TEXT);
  const folded = useRef<HTMLDetailsElement>(null);
  const [isDone, setDone] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    setDone(false);
    if (!(await doing.submit(variables()))) return;
    onDone();
    setDone(true);
    if (!folded.current) return;
    folded.current.open = false;
    folded.current.querySelector("summary")?.focus();
  };
  return (
    <>
      <details ref={folded} class="doing">
        <summary>{title}</summary>
        <form onSubmit={(event) => void submit(event)}>
          {children}
          <FormProblems outcome={doing.outcome} labels={labels} />
          <button type="submit" disabled={doing.isSending}>
            {button}
          </button>
        </form>
      </details>
      <span role="status" class="soft">
        {isDone && words.done}
      </span>
    </>
  );
}
