import { VerificationEventKind } from "../../../codes/verification-codes.js";
import { useWords } from "../../shared/language.js";
import { useFormats } from "../formats.js";
import { useTerm } from "../state-words.js";
import type { WholeVerification } from "../verification.js";

const TEXT = { heading: { zh: "办理过程", en: "History" } } as const;

/** Everything that happened to a verification, in order. */
export function History({ verification }: { readonly verification: WholeVerification }) {
  const words = useWords(TEXT);
  const term = useTerm();
  const { moment } = useFormats();
  return (
    <section aria-labelledby="history-heading">
      <h3 id="history-heading" class="part">
        {words.heading}
      </h3>
      <ol class="history">
        {verification.history.map(({ at, kind, by, about, note }, place) => (
          <li key={place}>
            <time dateTime={at}>{moment(at)}</time>{" "}
            <strong>{term(VerificationEventKind.entries[kind])}</strong>{" "}
            <span class="soft">
              {by}
              {kind === "FINDING_DISPOSED" && about && ` · ${about}`}
            </span>
            {note && <div>{note}</div>}
          </li>
        ))}
      </ol>
    </section>
  );
}
