import { useLanguage } from "../shared/language.js";
import { dutyTitle, type Model } from "./model.js";

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
export function DutyOptions({ model }: { readonly model: Model }) {
  const { language } = useLanguage();
  return (
    <>
      {model.duties.map(({ id }) => (
        <option key={id} value={id}>
          {id} {dutyTitle(model, id, language)}
        </option>
      ))}
    </>
  );
}
