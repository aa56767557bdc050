import { useMemo } from "preact/hooks";
import { SelectField } from "../shared/fields.js";
import { useLanguage, useWords } from "../shared/language.js";
import { Actions } from "./actions.js";
import type { ViewProps } from "./catalogue-page.js";
import { compareAccess, type Compared } from "./compare-access.js";
import { ComparedTable } from "./compared-table.js";
import { dutyTitle } from "./model.js";
import { DepartmentOptions, DutyOptions } from "./options.js";

const TEXT = {
  one: { zh: "部门甲", en: "Department A" },
  other: { zh: "部门乙", en: "Department B" },
  duty: { zh: "在哪项职责下", en: "Under which duty" },
  any: { zh: "各部门自己的任一职责", en: "Any duty of the department's own" },
  choose: { zh: "请选择", en: "Choose" },
  needsTwo: { zh: "请选择两个不同的部门。", en: "Choose two different departments." },
  only: {
    zh: (name: string, count: number) => `只有${name}可读（${count} 个字段）`,
    en: (name: string, count: number) => `Only ${name} may read (${count} fields)`,
  },
  differently: {
    zh: (count: number) => `两个部门都可读，但职责不同（${count} 个字段）`,
    en: (count: number) => `Both may read, under different duties (${count} fields)`,
  },
  same: {
    zh: (count: number) => `两个部门在相同职责下都可读的字段：${count} 个。`,
    en: (count: number) => `Fields that both may read under the same duties: ${count}.`,
  },
} as const;

/** What each of two departments may read that the other may not, and under which duty. */
export function CompareDepartments({ model, fragment: { state, change } }: ViewProps) {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  const { a = "", b = "", under = "" } = state;
  const isReady = a !== b && [a, b].every((name) => model.departments.includes(name));
  const compared = useMemo(
    () => (isReady ? compareAccess(model, a, b, under) : null),
    [model, isReady, a, b, under],
  );
  const select = (label: string, name: string, value: string) => (
    <SelectField label={label} value={value} onChange={(chosen) => change({ [name]: chosen })}>
      <option value="">{words.choose}</option>
      <DepartmentOptions names={model.departments} />
    </SelectField>
  );
  return (
    <>
      <div class="filters">
        {select(words.one, "a", a)}
        {select(words.other, "b", b)}
        <SelectField
          label={words.duty}
          value={under}
          onChange={(value) => change({ under: value })}
        >
          <option value="">{words.any}</option>
          <DutyOptions model={model} />
        </SelectField>
      </div>
      {compared === null ? (
        <p role="status">{words.needsTwo}</p>
      ) : (
        <>
          <div class="above">
            <p role="status">
              {under === "" ? words.any : `${under} ${dutyTitle(model, under, language)}`}
              {language === "zh" ? "：" : ": "}
              {words.same(compared.same)}
            </p>
            <Actions
              name={`departments-${model.catalogue.date}.csv`}
              rows={() => csvRows(a, b, compared)}
            />
          </div>
          <ComparedTable
            title={words.only(a, compared.onlyOne.length)}
            {...{ model, a, b }}
            rows={compared.onlyOne}
          />
          <ComparedTable
            title={words.only(b, compared.onlyOther.length)}
            {...{ model, a, b }}
            rows={compared.onlyOther}
          />
          <ComparedTable
            title={words.differently(compared.differently.length)}
            {...{ model, a, b }}
            rows={compared.differently}
          />
        </>
      )}
    </>
  );
}

function csvRows(a: string, b: string, compared: Compared): string[][] {
  const { onlyOne, onlyOther, differently } = compared;
  return [
    ["字段 field", "坐标 coordinate", `${a} 职责`, `${b} 职责`],
    ...[...onlyOne, ...onlyOther, ...differently].map(({ field, one, other }) => [
      field.zh,
      field.coordinate,
      one.join(" "),
      other.join(" "),
    ]),
  ];
}
