import { useWords } from "../../shared/language.js";
import type { FieldPolicy } from "./field-policies.js";

const TEXT = {
  owner: { zh: "责任部门", en: "Owner" },
  source: { zh: "数据来源", en: "Original source" },
  sharing: { zh: "共享属性", en: "Sharing" },
  sensitivity: { zh: "敏感程度", en: "Sensitivity" },
  mask: { zh: "脱敏方式", en: "Masked" },
  unit: { zh: "单位", en: "Unit" },
} as const;

const VALUES = {
  UNCONDITIONAL: { zh: "无条件共享", en: "unconditional (无条件共享)" },
  CONDITIONAL: { zh: "有条件共享", en: "for duties that need it (有条件共享)" },
  NOT_SHARED: { zh: "不予共享，仅责任部门可读", en: "read by its owner alone (不予共享)" },
  NONE: { zh: "非个人信息", en: "says nothing of a person" },
  PERSONAL: { zh: "个人信息", en: "personal" },
  FINANCIAL: { zh: "财产信息，须有授权书", en: "financial: needs the person's consent" },
  HEALTH: { zh: "健康信息，须有授权书", en: "health: needs the person's consent" },
} as const;

/** Who answers for a field, how it is shared and how sensitive it is. */
export function PolicyFacts({ policy }: { readonly policy: FieldPolicy }) {
  const words = useWords(TEXT);
  const values = useWords(VALUES);
  const { owner, originalSource, sharing, sensitivity, mask, unit } = policy;
  return (
    <dl class="facts">
      <dt>{words.owner}</dt>
      <dd lang="zh-CN">{owner}</dd>
      {originalSource !== owner && (
        <>
          <dt>{words.source}</dt>
          <dd lang="zh-CN">{originalSource}</dd>
        </>
      )}
      <dt>{words.sharing}</dt>
      <dd>{values[sharing]}</dd>
      <dt>{words.sensitivity}</dt>
      <dd>{values[sensitivity]}</dd>
      {mask !== null && (
        <>
          <dt>{words.mask}</dt>
          <dd lang="zh-CN">{mask}</dd>
        </>
      )}
      {unit !== null && (
        <>
          <dt>{words.unit}</dt>
          <dd lang="zh-CN">{unit}</dd>
        </>
      )}
    </dl>
  );
}
