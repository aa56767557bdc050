import { useState } from "preact/hooks";
import { DateField, TextField } from "../../shared/fields.js";
import { useWords } from "../../shared/language.js";
import type { ListPlace } from "../route.js";

const TEXT = {
  label: { zh: "筛选条件", en: "Narrow the list" },
  household: { zh: "家庭编号", en: "Household" },
  since: { zh: "提交日期自", en: "Submitted from" },
  until: { zh: "至", en: "to" },
  apply: { zh: "筛选", en: "Narrow" },
  clear: { zh: "清除", en: "Clear" },
} as const;

interface NarrowingProps {
  readonly place: ListPlace;
  readonly householdId: string;
  readonly onNarrow: (place: ListPlace, householdId: string) => void;
}

/** Narrows the list to a household and to days of submission; the household stands in no address. */
export function Narrowing({ place, householdId, onNarrow }: NarrowingProps) {
  const words = useWords(TEXT);
  const [household, setHousehold] = useState(householdId);
  const [since, setSince] = useState(place.since ?? "");
  const [until, setUntil] = useState(place.until ?? "");
  const { state, overdue } = place;
  const narrow = (event: Event) => {
    event.preventDefault();
    const days = { since: since || undefined, until: until || undefined };
    onNarrow({ state, overdue, ...days }, household.trim().toUpperCase());
  };
  const clear = () => {
    setHousehold("");
    setSince("");
    setUntil("");
    onNarrow({ state, overdue }, "");
  };
  return (
    <form class="narrowing" aria-label={words.label} onSubmit={narrow}>
      <TextField label={words.household} value={household} onChange={setHousehold} maxLength={40} />
      <DateField label={words.since} value={since} onChange={setSince} />
      <DateField label={words.until} value={until} onChange={setUntil} />
      <div class="buttons">
        <button type="submit">{words.apply}</button>
        <button type="button" class="quiet" onClick={clear}>
          {words.clear}
        </button>
      </div>
    </form>
  );
}
