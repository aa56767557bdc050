import { VerificationState } from "../../../codes/verification-codes.js";
import { useWords } from "../../shared/language.js";
import { useFormats } from "../formats.js";
import { Sign } from "../mark.js";
import type { ListPlace } from "../route.js";
import { useTerm } from "../state-words.js";

const TEXT = {
  label: { zh: "按办理状态筛选", en: "Narrow by state" },
  all: { zh: "全部", en: "all" },
  overdue: { zh: "超时未处置", en: "overdue" },
  ofThese: { zh: (count: string) => `超时 ${count}`, en: (count: string) => `${count} overdue` },
} as const;

/** How many verifications there are. */
export interface Counts {
  readonly total: number;
  readonly overdue: number;
  readonly byState: readonly {
    readonly state: VerificationState;
    readonly count: number;
    readonly overdue: number;
  }[];
}

interface StateCountsProps {
  /** Undefined while they are not known. */
  readonly counts: Counts | undefined;
  readonly place: ListPlace;
  readonly onChoose: (place: ListPlace) => void;
}

/** How many verifications are in each state and how many are overdue; each narrows the list to it. */
export function StateCounts({ counts, place, onChoose }: StateCountsProps) {
  const words = useWords(TEXT);
  const term = useTerm();
  const { number } = useFormats();
  const rest = { since: place.since, until: place.until };
  const byState = new Map(counts?.byState.map((one) => [one.state, one]));
  const isAll = !place.state && !place.overdue;
  return (
    <ul class="counts" aria-label={words.label}>
      <Count
        title={words.all}
        count={counts?.total}
        isChosen={isAll}
        onChoose={() => onChoose(rest)}
      />
      <Count
        title={words.overdue}
        count={counts?.overdue}
        isAlarming={(counts?.overdue ?? 0) > 0}
        isChosen={place.overdue === true}
        onChoose={() => onChoose({ ...rest, overdue: true })}
      />
      {VerificationState.keys.map((state) => {
        const late = byState.get(state)?.overdue ?? 0;
        return (
          <Count
            key={state}
            title={term(VerificationState.entries[state])}
            count={byState.get(state)?.count}
            note={late > 0 ? words.ofThese(number(late)) : undefined}
            isChosen={place.state === state}
            onChoose={() => onChoose({ ...rest, state })}
          />
        );
      })}
    </ul>
  );
}

interface CountProps {
  readonly title: string;
  readonly count: number | undefined;
  readonly note?: string | undefined;
  readonly isAlarming?: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Count({ title, count, note, isAlarming = false, isChosen, onChoose }: CountProps) {
  const { number } = useFormats();
  return (
    <li>
      <button type="button" class="count" aria-pressed={isChosen} onClick={onChoose}>
        <span class={isAlarming ? "figure alarming" : "figure"}>
          {isAlarming && <Sign mark="WARNING" />}
          {count === undefined ? "…" : number(count)}
        </span>
        <span>{title}</span>
        {note && <span class="soft">{note}</span>}
      </button>
    </li>
  );
}
