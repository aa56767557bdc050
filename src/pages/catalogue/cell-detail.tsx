import type { CatalogueField } from "../../policy/catalogue.js";
import { explain } from "../../policy/explain.js";
import { dutiesOf } from "../../policy/register/register.js";
import { useLanguage, useWords } from "../shared/language.js";
import { Clause } from "./clause.js";
import { DutyLinks } from "./duty-links.js";
import { MARKS, markOf } from "./marks.js";
import { accessOf, type Model } from "./model.js";
import { SENSITIVITY, SHARING } from "./terms.js";

const TEXT = {
  close: { zh: "关闭", en: "Close" },
  field: { zh: "字段", en: "Field" },
  ownDuties: { zh: "该部门的职责", en: "The department's duties" },
  grantedBy: { zh: "可读取的职责", en: "Duties that allow it" },
  neededBy: { zh: "需要此字段的职责", en: "Duties that need the field" },
  notNeeded: {
    zh: (count: number) => `该部门的 ${count} 项职责都不需要此字段`,
    en: (count: number) => `none of the department's ${count} duties needs the field`,
  },
  none: { zh: "无", en: "none" },
} as const;

interface CellDetailProps {
  readonly model: Model;
  readonly department: string;
  readonly field: CatalogueField;
  /** Empty for any duty of the department's own. */
  readonly duty: string;
  readonly onClose: () => void;
}

/** Why a department may, or may not, read a field: the hub's own explanation with the clause before it. */
export function CellDetail({ model, department, field, duty, onClose }: CellDetailProps) {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  const { register, date } = model.catalogue;
  const access = accessOf(model, department, field, duty);
  const own = dutiesOf(register, department).map(({ id }) => id);
  const shown = access.duties.length > 0 ? access.duties : [duty].filter(Boolean);
  const asked = shown[0] ?? own[0] ?? "";
  const because = explain(model.policy, { department, duty: asked, date }, field.coordinate);
  const mark = markOf(access);
  const isOfNoDuty = duty === "" && because.reason === "FIELD_NOT_NEEDED";
  const sentence = isOfNoDuty ? words.notNeeded(own.length) : because[language];
  return (
    <aside
      class="detail"
      aria-labelledby="detail-title"
      aria-live="polite"
      onKeyDown={({ key }) => {
        if (key === "Escape") onClose();
      }}
    >
      <div class="detail-head">
        <h3 id="detail-title">
          <span class={`mark ${mark}`} aria-hidden="true" /> <span lang="zh-CN">{department}</span>{" "}
          · {field[language]}
        </h3>
        <button type="button" class="quiet" onClick={onClose}>
          {words.close}
        </button>
      </div>
      <p>
        <strong>{MARKS[mark][language]}</strong>
        {language === "zh" ? `：${sentence}。` : `: ${sentence}.`}
      </p>
      {shown.map((id) => (
        <Clause key={id} model={model} department={department} field={field} duty={id} />
      ))}
      <dl>
        <dt>{words.field}</dt>
        <dd>
          <code>{field.coordinate}</code> <span lang="zh-CN">{field.owner}</span> ·{" "}
          {SHARING[field.sharing][language]} · {SENSITIVITY[field.sensitivity][language]}
        </dd>
        <dt>{words.grantedBy}</dt>
        <dd>
          <Ids model={model} ids={because.grantedBy} />
        </dd>
        <dt>{words.neededBy}</dt>
        <dd>
          <Ids model={model} ids={because.neededBy} />
        </dd>
        <dt>{words.ownDuties}</dt>
        <dd>
          <Ids model={model} ids={own} />
        </dd>
      </dl>
    </aside>
  );
}

function Ids({ model, ids }: { readonly model: Model; readonly ids: readonly string[] }) {
  const words = useWords(TEXT);
  return ids.length === 0 ? <>{words.none}</> : <DutyLinks model={model} ids={ids} />;
}
