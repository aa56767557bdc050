import { useLanguage } from "../shared/language.js";
import { fragmentOf } from "./fragment.js";
import type { Model } from "./model.js";

interface DutyLinksProps {
  readonly model: Model;
  readonly ids: readonly string[];
}

/** Duties by their ids, each leading to what may be read under it. */
export function DutyLinks({ model: { purposes }, ids }: DutyLinksProps) {
  const { language } = useLanguage();
  return (
    <ul class="duty-links">
      {ids.map((id) => {
        const purpose = purposes.get(id);
        const title = language === "zh" ? purpose?.purposeZh : purpose?.purposeEn;
        return (
          <li key={id}>
            <a href={fragmentOf({ view: "matrix", under: id })} title={title}>
              {id}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
