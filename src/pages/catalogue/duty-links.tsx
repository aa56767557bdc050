import { useLanguage } from "../shared/language.js";
import { fragmentOf } from "./fragment.js";
import { dutyTitle, type Model } from "./model.js";

interface DutyLinksProps {
  readonly model: Model;
  readonly ids: readonly string[];
}

/** Duties by their ids, each leading to what may be read under it. */
export function DutyLinks({ model, ids }: DutyLinksProps) {
  const { language } = useLanguage();
  return (
    <ul class="duty-links">
      {ids.map((id) => (
        <li key={id}>
          <a
            href={fragmentOf({ view: "matrix", under: id })}
            title={dutyTitle(model, id, language)}
          >
            {id}
          </a>
        </li>
      ))}
    </ul>
  );
}
