import { useState } from "preact/hooks";
import { useWords } from "../../shared/language.js";
import { useCredentials } from "../../shared/session.js";
import { useFormats } from "../formats.js";
import { CASE_OPERATIONS } from "../operations.js";
import { Failed, Loading } from "../refusals.js";
import { useQuestion } from "../use-question.js";
import type { ListedVerification } from "../verification.js";
import { VerificationTable } from "./verification-table.js";

/** Verifications of a page. */
const PAGE = 20;

const TEXT = {
  none: { zh: "没有符合条件的核对。", en: "No verification matches." },
  range: {
    zh: (from: string, to: string, total: string) => `第 ${from}–${to} 件，共 ${total} 件`,
    en: (from: string, to: string, total: string) => `${from} to ${to} of ${total}`,
  },
  before: { zh: "上一页", en: "Previous page" },
  next: { zh: "下一页", en: "Next page" },
  pages: { zh: "翻页", en: "Pages" },
} as const;

type Cursors = readonly (string | null)[];

const FIRST: Cursors = [null];

/** On which page of which list one was, for whoever comes back from a case. */
const placesKept = new Map<string, Cursors>();

interface ListAnswer {
  readonly verifications: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly { readonly node: ListedVerification }[];
  };
}

/** The verifications that a filter admits, page by page. */
export function PagedVerifications({
  filter,
}: {
  readonly filter: Readonly<Record<string, unknown>>;
}) {
  const words = useWords(TEXT);
  const { number } = useFormats();
  /** The cursors behind which the pages up to this one begin. */
  const { department, duty } = useCredentials();
  const place = JSON.stringify([department, duty, filter]);
  const [cursors, setCursors] = useState(() => placesKept.get(place) ?? FIRST);
  placesKept.set(place, cursors);
  const variables = { filter, first: PAGE, after: cursors.at(-1) ?? null };
  const { data, outcome, isAsking, again } = useQuestion<ListAnswer>(
    CASE_OPERATIONS.list,
    variables,
  );
  if (!outcome) return <Loading />;
  if (!data) return <Failed outcome={outcome} onAgain={again} />;
  const { edges, pageInfo, totalCount } = data.verifications;
  const before = (cursors.length - 1) * PAGE;
  const range = words.range(number(before + 1), number(before + edges.length), number(totalCount));
  const { endCursor, hasNextPage } = pageInfo;
  return (
    <div aria-busy={isAsking}>
      <Failed outcome={outcome} />
      <p role="status" class="soft">
        {edges.length === 0 ? words.none : range}
      </p>
      {edges.length > 0 && <VerificationTable verifications={edges.map(({ node }) => node)} />}
      {(hasNextPage || before > 0) && (
        <nav class="buttons" aria-label={words.pages}>
          <button
            type="button"
            class="quiet"
            disabled={before === 0}
            onClick={() => setCursors(cursors.slice(0, -1))}
          >
            {words.before}
          </button>
          <button
            type="button"
            class="quiet"
            disabled={!hasNextPage}
            onClick={() => setCursors([...cursors, endCursor])}
          >
            {words.next}
          </button>
        </nav>
      )}
    </div>
  );
}
