import { reasonText } from "../../../report-pages/document/labels.js";
import { wording } from "../../../report-pages/language.js";
import { useLanguage, useWords } from "../../shared/language.js";
import { useFormats } from "../formats.js";
import type { WholeRun } from "./run.js";

const TEXT = {
  heading: {
    zh: (count: string) => `未能复核的家庭（${count} 户）`,
    en: (count: string) => `Households that could not be verified (${count})`,
  },
  unknown: { zh: "没有此家庭", en: "there is no such household" },
  first: {
    zh: (count: string) => `以下为前 ${count} 户。`,
    en: (count: string) => `The first ${count} follow.`,
  },
} as const;

type FailuresProps = Pick<WholeRun, "failures" | "failed">;

/** The households that could not be verified, each with its reason; nothing where there are none. */
export function Failures({ failures, failed }: FailuresProps) {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  const { number } = useFormats();
  if (failures.length === 0) return null;
  const say = wording(language);
  const why = (reason: string) =>
    reason === "NO_RECORD" ? words.unknown : reasonText(reason, say);
  return (
    <section aria-labelledby="failures-heading">
      <h3 id="failures-heading" class="part">
        {words.heading(number(failed))}
      </h3>
      {failures.length < failed && <p class="soft">{words.first(number(failures.length))}</p>}
      <ul>
        {failures.map(({ householdId, reason }) => (
          <li key={householdId}>
            {householdId} <span class="soft">{why(reason)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
