import type { CatalogueField } from "../../policy/catalogue.js";
import { isSensitive, needsConsent } from "../../policy/needs-consent.js";
import {
  assignedDepartments,
  findDuty,
  type RegisterDuty,
} from "../../policy/register/register.js";
import { useLanguage, useWords } from "../shared/language.js";
import { dutyTitle, type Model } from "./model.js";
import { BASIS } from "./terms.js";

const TEXT = {
  place: {
    zh: (place: number, count: number) =>
      place === 1 ? `牵头部门（共 ${count} 个部门）` : `清单第 ${place} 位（共 ${count} 个部门）`,
    en: (place: number, count: number) =>
      place === 1 ? `leads its list of ${count}` : `number ${place} of ${count} in its list`,
  },
  notListed: { zh: "该部门不在清单中", en: "the department is not in its list" },
  line: {
    zh: (line: number) => `文件第 ${line} 行`,
    en: (line: number) => `line ${line} of the document`,
  },
  inForce: {
    zh: (from: string | null, to: string | null) =>
      from === null && to === null ? "有效期未限定" : `有效期 ${from ?? "…"} 至 ${to ?? "…"}`,
    en: (from: string | null, to: string | null) =>
      from === null && to === null
        ? "in force without bounds"
        : `in force ${from ?? "…"} to ${to ?? "…"}`,
  },
  consent: {
    zh: "还须有当事人的有效授权书",
    en: "only with the person's consent in force",
  },
  list: { zh: "责任部门：", en: "Departments: " },
} as const;

interface ClauseProps {
  readonly model: Model;
  readonly department: string;
  readonly field: CatalogueField;
  readonly duty: string;
}

/** A duty as the clause that decides: its title, its basis, its days, and the department's place in its list. */
export function Clause({ model, department, field, duty }: ClauseProps) {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  const { register } = model.catalogue;
  const found = findDuty(register, duty);
  if (!found) return null;
  const names = assignedDepartments(register, found);
  const place = names.indexOf(department) + 1;
  const isConsentNeeded =
    place > 0 && isSensitive(field) && needsConsent(register, { department, duty }, field.owner);
  return (
    <div class="clause">
      <p>
        <strong>{duty}</strong> {dutyTitle(model, duty, language)}{" "}
        <span class="soft" lang="zh-CN">
          〔{found.title}〕
        </span>
      </p>
      <ul>
        <li>
          {place > 0 ? words.place(place, names.length) : words.notListed}
          {language === "zh" ? "，" : ", "}
          {facts(found, words, BASIS[found.basisStatus][language]).join(
            language === "zh" ? "，" : ", ",
          )}
        </li>
        {isConsentNeeded && <li>{words.consent}</li>}
        <li>
          {words.list}
          <span lang="zh-CN">{(names.length > 0 ? names : found.departments).join("、")}</span>
        </li>
      </ul>
    </div>
  );
}

interface FactWords {
  readonly line: (line: number) => string;
  readonly inForce: (from: string | null, to: string | null) => string;
}

const facts = (duty: RegisterDuty, words: FactWords, basis: string): string[] => [
  basis,
  words.inForce(duty.validFrom, duty.validTo),
  words.line(duty.position.line),
];
