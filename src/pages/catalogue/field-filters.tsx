import type { ComponentChildren } from "preact";
import { SelectField, TextField } from "../shared/fields.js";
import { useLanguage, useWords } from "../shared/language.js";
import type { Bilingual } from "../shared/bilingual.js";
import type { ViewProps } from "./catalogue-page.js";
import type { PageState } from "./fragment.js";
import { DepartmentOptions, DutyOptions } from "./options.js";
import { SENSITIVITY, SHARING } from "./terms.js";

const TEXT = {
  filters: { zh: "检索与筛选", en: "Search and filters" },
  search: { zh: "检索", en: "Search" },
  searchHelp: {
    zh: "名称、坐标、说明或来源，多个词以空格分隔",
    en: "Name, coordinate, description or source; all words must occur",
  },
  more: {
    zh: (count: number) => (count === 0 ? "筛选字段" : `筛选字段（已设 ${count} 项）`),
    en: (count: number) => (count === 0 ? "Filter fields" : `Filter fields (${count} set)`),
  },
  owner: { zh: "数据提供部门", en: "Provided by" },
  sharing: { zh: "共享属性", en: "Sharing class" },
  sensitivity: { zh: "敏感程度", en: "Sensitivity" },
  duty: { zh: "需要它的职责", en: "Needed by duty" },
  reader: { zh: "可读取的部门", en: "May be read by" },
  any: { zh: "不限", en: "Any" },
  clear: { zh: "清除条件", en: "Clear" },
} as const;

/** The entries of the page's state that choose fields. */
export const FIELD_FILTERS = ["q", "owner", "sharing", "sensitivity", "duty", "reader"] as const;

interface FieldFiltersProps extends ViewProps {
  /** Whether the filters are open from the start, where there is room for them. */
  readonly isOpen: boolean;
  /** Further inputs, before the search. */
  readonly children?: ComponentChildren;
}

/** The search and the filters of data fields. */
export function FieldFilters({ model, fragment, isOpen, children }: FieldFiltersProps) {
  const { state, change } = fragment;
  const words = useWords(TEXT);
  const isSet = (name: string) => (state[name] ?? "") !== "";
  const count = FIELD_FILTERS.filter((name) => name !== "q" && isSet(name)).length;
  const hasRoom = matchMedia("(min-width: 40rem)").matches;
  return (
    <form role="search" aria-label={words.filters} onSubmit={(event) => event.preventDefault()}>
      <div class="filters">
        {children}
        <div class="wide">
          <TextField
            label={words.search}
            help={words.searchHelp}
            maxLength={100}
            value={state["q"] ?? ""}
            onChange={(q) => change({ q })}
          />
        </div>
        <button
          type="button"
          class="quiet"
          disabled={!FIELD_FILTERS.some(isSet)}
          onClick={() => change(Object.fromEntries(FIELD_FILTERS.map((name) => [name, ""])))}
        >
          {words.clear}
        </button>
      </div>
      <Criteria state={state} />
      <details class="more-filters" open={count > 0 || (isOpen && hasRoom)}>
        <summary>{words.more(count)}</summary>
        <Selections model={model} fragment={fragment} />
      </details>
    </form>
  );
}

/** What was searched for and chosen, on paper, where the inputs are not. */
function Criteria({ state }: { readonly state: PageState }) {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  const labels = { ...words, q: words.search };
  const terms: Readonly<Record<string, Bilingual>> = { ...SHARING, ...SENSITIVITY };
  const set = FIELD_FILTERS.map((name) => ({ label: labels[name], value: state[name] ?? "" }));
  return (
    <p class="criteria">
      {set
        .filter(({ value }) => value !== "")
        .map(({ label, value }) => `${label}: ${terms[value]?.[language] ?? value}`)
        .join(" · ")}
    </p>
  );
}

function Selections({ model, fragment: { state, change } }: ViewProps) {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  const select = (
    name: "owner" | "sharing" | "sensitivity" | "duty" | "reader",
    options: ComponentChildren,
  ) => (
    <SelectField
      label={words[name]}
      value={state[name] ?? ""}
      onChange={(value) => change({ [name]: value })}
    >
      <option value="">{words.any}</option>
      {options}
    </SelectField>
  );
  const terms = (table: typeof SHARING | typeof SENSITIVITY) =>
    Object.entries(table).map(([value, term]) => (
      <option key={value} value={value}>
        {term[language]}
      </option>
    ));
  const providers = model.catalogue.providers.map(({ name }) => name);
  return (
    <div class="filters">
      {select("owner", <DepartmentOptions names={providers} />)}
      {select("sharing", terms(SHARING))}
      {select("sensitivity", terms(SENSITIVITY))}
      {select("duty", <DutyOptions model={model} />)}
      {select("reader", <DepartmentOptions names={model.departments} />)}
    </div>
  );
}
