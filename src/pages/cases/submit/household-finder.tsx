import { useState } from "preact/hooks";
import { TextField } from "../../shared/fields.js";
import { useWords } from "../../shared/language.js";
import { idNumberFrom, useIdNumberFault } from "../id-number.js";
import { CASE_OPERATIONS } from "../operations.js";
import { Failed } from "../refusals.js";
import { useAction } from "../use-action.js";

const TEXT = {
  title: { zh: "按公民身份号码查家庭编号", en: "Find the household of a person" },
  idNumber: { zh: "公民身份号码", en: "ID number" },
  find: { zh: "查找", en: "Find" },
  none: { zh: "没有此人，或此人不在任何家庭中。", en: "There is no such person, or no household." },
  take: { zh: "填入", en: "Take" },
} as const;

interface Found {
  readonly person: {
    readonly households: readonly ({ readonly id: string } | null)[] | null;
  } | null;
}

/** Finds the households of a person by ID number, which is sent in the body of a request and kept nowhere. */
export function HouseholdFinder({ onFound }: { readonly onFound: (householdId: string) => void }) {
  const words = useWords(TEXT);
  const faultOf = useIdNumberFault();
  const [typed, setTyped] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const [found, setFound] = useState<readonly string[] | null>(null);
  const { send, outcome, isSending } = useAction<Found>(CASE_OPERATIONS.householdsOf);
  const find = async (event: Event) => {
    event.preventDefault();
    setFound(null);
    const wrong = faultOf(typed);
    setFault(wrong);
    if (wrong) return;
    const answer = await send({ idNumber: idNumberFrom(typed) });
    if (answer) setFound(answer.person?.households?.flatMap((one) => one?.id ?? []) ?? []);
  };
  return (
    <details>
      <summary>{words.title}</summary>
      <form class="panel" onSubmit={(event) => void find(event)}>
        <TextField
          label={words.idNumber}
          value={typed}
          onChange={setTyped}
          maxLength={30}
          error={fault}
          required
        />
        <button type="submit" class="quiet" disabled={isSending}>
          {words.find}
        </button>
        <Failed outcome={outcome} />
        <div role="status">
          {found?.length === 0 && <p>{words.none}</p>}
          {found?.map((id) => (
            <p key={id}>
              {id}{" "}
              <button type="button" class="quiet" onClick={() => onFound(id)}>
                {words.take}
              </button>
            </p>
          ))}
        </div>
      </form>
    </details>
  );
}
