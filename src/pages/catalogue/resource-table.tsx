import { memo } from "preact/compat";
import type { CatalogueField, CatalogueResource } from "../../policy/catalogue.js";
import { useLanguage, useWords } from "../shared/language.js";
import { DutyLinks } from "./duty-links.js";
import { readersOf, type Model } from "./model.js";
import { SENSITIVITY, SHARING, unitTerm } from "./terms.js";
import { ColumnHeadings } from "./column-headings.js";

const TEXT = {
  field: { zh: "信息项", en: "Field" },
  format: { zh: "数据类型、单位", en: "Format, unit" },
  source: { zh: "来源部门", en: "Original source" },
  sharing: { zh: "共享属性", en: "Sharing" },
  sensitivity: { zh: "敏感程度", en: "Sensitivity" },
  duties: { zh: "共享条件（职责）", en: "Needed by duties" },
  readers: { zh: "可读部门", en: "Readers" },
  departments: {
    zh: (count: number) => `${count} 个部门`,
    en: (count: number) => (count === 1 ? "1 department" : `${count} departments`),
  },
  masked: { zh: "脱敏", en: "masked" },
  none: { zh: "无", en: "none" },
} as const;

interface ResourceTableProps {
  readonly model: Model;
  readonly resource: CatalogueResource;
}

/** One resource of a department: a row for each of its fields. */
export const ResourceTable = memo(function ResourceTable({ model, resource }: ResourceTableProps) {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  return (
    <div
      class="scroll"
      tabIndex={0}
      role="group"
      aria-label={`${resource.type} ${resource[language]}`}
    >
      <table class="resource">
        <caption>
          <strong>{resource[language]}</strong> <code>{resource.type}</code>
          {language === "en" && (
            <span class="soft" lang="zh-CN">
              {" "}
              {resource.zh}
            </span>
          )}
        </caption>
        <ColumnHeadings
          headings={[
            words.field,
            words.format,
            words.source,
            words.sharing,
            words.sensitivity,
            words.duties,
            words.readers,
          ]}
        />
        <tbody>
          {resource.fields.map((field) => (
            <FieldRow key={field.coordinate} model={model} field={field} />
          ))}
        </tbody>
      </table>
    </div>
  );
});

function FieldRow({ model, field }: { readonly model: Model; readonly field: CatalogueField }) {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  const readers = readersOf(model, field);
  const other = language === "zh" ? "en" : "zh";
  return (
    <tr>
      <th scope="row">
        {field[language]}{" "}
        <span class="other" lang={other === "zh" ? "zh-CN" : "en"}>
          {field[other]}
        </span>{" "}
        <code>{field.coordinate}</code>
      </th>
      <td>
        <code>{field.format}</code>
        {field.unit && <span> {unitTerm(field.unit)[language]}</span>}
        {field.mask && <span class="soft"> ({words.masked})</span>}
      </td>
      <td lang="zh-CN">{field.originalSource}</td>
      <td>{SHARING[field.sharing][language]}</td>
      <td>{SENSITIVITY[field.sensitivity][language]}</td>
      <td>
        {field.duties.length === 0 ? words.none : <DutyLinks model={model} ids={field.duties} />}
      </td>
      <td>
        <details class="readers">
          <summary>{words.departments(readers.length)}</summary>
          <span lang="zh-CN">{readers.join("、")}</span>
        </details>
      </td>
    </tr>
  );
}
