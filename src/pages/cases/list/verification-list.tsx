import { useState } from "preact/hooks";
import { useWords } from "../../shared/language.js";
import { CASE_OPERATIONS } from "../operations.js";
import { Failed } from "../refusals.js";
import { useQuestion } from "../use-question.js";
import { goTo, type ListPlace } from "../route.js";
import { Narrowing } from "./narrowing.js";
import { PagedVerifications } from "./paged-verifications.js";
import { StateCounts, type Counts } from "./state-counts.js";

const TEXT = {
  title: { zh: "核对清单", en: "Verifications" },
  print: { zh: "打印本页", en: "Print this page" },
} as const;

/** The verifications of the caller's divisions: counted by state, narrowed, page by page, overdue ones first. */
export function VerificationList({ place }: { readonly place: ListPlace }) {
  const words = useWords(TEXT);
  const [householdId, setHouseholdId] = useState("");
  const { state, overdue, since, until } = place;
  const around = {
    ...(householdId ? { householdId } : {}),
    ...(since ? { submittedSince: since } : {}),
    ...(until ? { submittedUntil: until } : {}),
  };
  const filter = { ...around, ...(state ? { state } : {}), ...(overdue ? { overdue } : {}) };
  const { data, outcome, again } = useQuestion<{ readonly verificationCounts: Counts }>(
    CASE_OPERATIONS.counts,
    { filter: around },
  );
  const go = (next: ListPlace) => goTo({ view: "list", place: next });
  if (outcome && !data) return <Failed outcome={outcome} onAgain={again} />;
  return (
    <section aria-labelledby="list-title">
      <div class="titled">
        <h2 id="list-title">{words.title}</h2>
        <button type="button" class="quiet" onClick={() => print()}>
          {words.print}
        </button>
      </div>
      <StateCounts counts={data?.verificationCounts} place={place} onChoose={go} />
      <Narrowing
        place={place}
        householdId={householdId}
        onNarrow={(next, household) => {
          setHouseholdId(household);
          go(next);
        }}
      />
      <PagedVerifications key={JSON.stringify(filter)} filter={filter} />
    </section>
  );
}
