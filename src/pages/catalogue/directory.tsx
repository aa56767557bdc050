import { useMemo } from "preact/hooks";
import type { CatalogueField, CatalogueResource } from "../../policy/catalogue.js";
import { useLanguage, useWords } from "../shared/language.js";
import { Actions } from "./actions.js";
import type { ViewProps } from "./catalogue-page.js";
import { FieldFilters } from "./field-filters.js";
import { readersOf, type Model } from "./model.js";
import { ResourceTable } from "./resource-table.js";
import { selectFields } from "./select-fields.js";
import { SENSITIVITY, SHARING } from "./terms.js";

const TEXT = {
  count: {
    zh: (resources: number, fields: number, all: number) =>
      `${resources} 项数据资源，${fields} 个信息项（共 ${all} 个）`,
    en: (resources: number, fields: number, all: number) =>
      `${resources} resources, ${fields} of ${all} fields`,
  },
  nothing: {
    zh: "没有符合条件的信息项。请放宽条件。",
    en: "No field fits. Take a condition away.",
  },
} as const;

/** Each department's resources with their fields (政务数据目录). */
export function Directory(props: ViewProps) {
  const { model, fragment } = props;
  const words = useWords(TEXT);
  const { language } = useLanguage();
  const selected = useMemo(() => selectFields(model, fragment.state), [model, fragment.state]);
  const fields = selected.reduce((sum, resource) => sum + resource.fields.length, 0);
  return (
    <>
      <FieldFilters {...props} isOpen />
      <div class="above">
        <p role="status">{words.count(selected.length, fields, model.fields.length)}</p>
        <Actions
          name={`catalogue-${model.catalogue.date}.csv`}
          rows={() => csvRows(model, selected)}
        />
      </div>
      {selected.length === 0 && <p>{words.nothing}</p>}
      {model.catalogue.providers.map(({ name, english }) => {
        const own = selected.filter(({ owner }) => owner === name);
        if (own.length === 0) return null;
        return (
          <section key={name}>
            <h3>
              <span lang="zh-CN">{name}</span>
              {language === "en" && <span class="soft"> {english}</span>}
            </h3>
            {own.map((resource) => (
              <ResourceTable key={resource.type} model={model} resource={resource} />
            ))}
          </section>
        );
      })}
    </>
  );
}

const HEADINGS = [
  "数据提供部门 owner",
  "数据资源 resource",
  "资源说明 description",
  "信息项 field (zh)",
  "field (en)",
  "坐标 coordinate",
  "数据类型 format",
  "单位 unit",
  "来源部门 original source",
  "共享属性 sharing",
  "敏感程度 sensitivity",
  "脱敏 mask",
  "共享条件：职责 duties",
  "可读部门 readers",
];

function csvRows(model: Model, resources: readonly CatalogueResource[]): string[][] {
  const row = ({ type, zh, owner }: CatalogueResource, field: CatalogueField): string[] => [
    owner,
    type,
    zh,
    field.zh,
    field.en,
    field.coordinate,
    field.format,
    field.unit ?? "",
    field.originalSource,
    SHARING[field.sharing].zh,
    SENSITIVITY[field.sensitivity].zh,
    field.mask ?? "",
    field.duties.join(" "),
    readersOf(model, field).join(" "),
  ];
  return [
    HEADINGS,
    ...resources.flatMap((resource) => resource.fields.map((field) => row(resource, field))),
  ];
}
