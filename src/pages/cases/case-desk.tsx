import { useEffect, useRef } from "preact/hooks";
import "./cases.css";
import type { Bilingual } from "../shared/bilingual.js";
import { useLanguage, useWords } from "../shared/language.js";
import { AccessHistory } from "./access/access-history.js";
import { VerificationList } from "./list/verification-list.js";
import { CaseView } from "./report/case-view.js";
import { fragmentOf, useRoute, type Route } from "./route.js";
import { RunView } from "./runs/run-view.js";
import { Runs } from "./runs/runs.js";
import { SubmitForm } from "./submit/submit-form.js";

const TEXT = { parts: { zh: "核对工作台", en: "Parts of the case desk" } } as const;

const PARTS: readonly {
  readonly route: Route;
  readonly views: readonly Route["view"][];
  readonly title: Bilingual;
}[] = [
  {
    route: { view: "list", place: {} },
    views: ["list", "case"],
    title: { zh: "核对清单", en: "Verifications" },
  },
  {
    route: { view: "submit" },
    views: ["submit"],
    title: { zh: "提请核对", en: "Verify a household" },
  },
  {
    route: { view: "runs" },
    views: ["runs", "run"],
    title: { zh: "批量复核", en: "Re-verifications" },
  },
  { route: { view: "access" }, views: ["access"], title: { zh: "查询留痕", en: "Access history" } },
];

/** Verifications, one verification, re-verifications, and who read a person's data. */
export function CaseDesk() {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  const route = useRoute();
  const place = useRef<HTMLDivElement>(null);
  const shown = `${route.view}/${"id" in route ? route.id : ""}`;
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    place.current?.focus();
  }, [shown]);
  return (
    <>
      <nav class="parts" aria-label={words.parts}>
        {PARTS.map((part) => (
          <a
            key={part.route.view}
            href={fragmentOf(part.route)}
            aria-current={part.views.includes(route.view) ? "page" : undefined}
          >
            {part.title[language]}
          </a>
        ))}
      </nav>
      <div class="view" ref={place} tabIndex={-1} key={shown}>
        <View route={route} />
      </div>
    </>
  );
}

function View({ route }: { readonly route: Route }) {
  switch (route.view) {
    case "list":
      return <VerificationList place={route.place} />;
    case "case":
      return <CaseView id={route.id} />;
    case "submit":
      return <SubmitForm />;
    case "runs":
      return <Runs />;
    case "run":
      return <RunView id={route.id} />;
    case "access":
      return <AccessHistory />;
  }
}
