import { useLanguage } from "../shared/language.js";
import type { Model } from "./model.js";

/** The departments as options. */
export function DepartmentOptions({ names }: { readonly names: readonly string[] }) {
  return (
    <>
      {names.map((name) => (
        <option key={name} value={name} lang="zh-CN">
          {name}
        </option>
      ))}
    </>
  );
}

/** The duties in force as options. */
export function DutyOptions({ model: { duties, purposes } }: { readonly model: Model }) {
  const { language } = useLanguage();
  return (
    <>
      {duties.map(({ id, title }) => {
        const purpose = purposes.get(id);
        const english = purpose?.purposeEn ?? title;
        return (
          <option key={id} value={id}>
            {id} {language === "zh" ? (purpose?.purposeZh ?? title) : english}
          </option>
        );
      })}
    </>
  );
}
