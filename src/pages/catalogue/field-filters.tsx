import { SelectField, TextField } from "../shared/fields.js";
import { useLanguage, useWords } from "../shared/language.js";
import type { ViewProps } from "./catalogue-page.js";
import { DepartmentOptions, DutyOptions } from "./options.js";
import { SENSITIVITY, SHARING } from "./terms.js";

const TEXT = {
  filters: { zh: "检索与筛选", en: "Search and filters" },
  search: { zh: "检索", en: "Search" },
  searchHelp: {
    zh: "中英文名称、字段坐标、说明或来源，多个词以空格分隔",
    en: "Chinese or English name, coordinate, description or source; all words must occur",
  },
  owner: { zh: "数据提供部门", en: "Provided by" },
  sharing: { zh: "共享属性", en: "Sharing class" },
  sensitivity: { zh: "敏感程度", en: "Sensitivity" },
  duty: { zh: "需要它的职责", en: "Needed by duty" },
  reader: { zh: "可读取的部门", en: "May be read by" },
  any: { zh: "不限", en: "Any" },
  clear: { zh: "清除条件", en: "Clear" },
} as const;

/** The search and the filters of data fields. */
export function FieldFilters({ model, fragment: { state, change } }: ViewProps) {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  const bound = (name: string) => ({
    value: state[name] ?? "",
    onChange: (value: string) => change({ [name]: value }),
  });
  const any = <option value="">{words.any}</option>;
  const named = ["q", "owner", "sharing", "sensitivity", "duty", "reader"];
  return (
    <form class="filters" role="search" aria-label={words.filters} onSubmit={preventSubmit}>
      <TextField label={words.search} help={words.searchHelp} maxLength={100} {...bound("q")} />
      <SelectField label={words.owner} {...bound("owner")}>
        {any}
        <DepartmentOptions names={model.catalogue.providers.map(({ name }) => name)} />
      </SelectField>
      <SelectField label={words.sharing} {...bound("sharing")}>
        {any}
        {Object.entries(SHARING).map(([value, term]) => (
          <option key={value} value={value}>
            {term[language]}
          </option>
        ))}
      </SelectField>
      <SelectField label={words.sensitivity} {...bound("sensitivity")}>
        {any}
        {Object.entries(SENSITIVITY).map(([value, term]) => (
          <option key={value} value={value}>
            {term[language]}
          </option>
        ))}
      </SelectField>
      <SelectField label={words.duty} {...bound("duty")}>
        {any}
        <DutyOptions model={model} />
      </SelectField>
      <SelectField label={words.reader} {...bound("reader")}>
        {any}
        <DepartmentOptions names={model.departments} />
      </SelectField>
      <button
        type="button"
        class="quiet"
        disabled={named.every((name) => (state[name] ?? "") === "")}
        onClick={() => change(Object.fromEntries(named.map((name) => [name, ""])))}
      >
        {words.clear}
      </button>
    </form>
  );
}

const preventSubmit = (event: Event): void => event.preventDefault();
