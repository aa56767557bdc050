import {
  assignedDepartments,
  consentRequired,
  type RegisterDuty,
} from "../../policy/register/register.js";
import { useLanguage, useWords } from "../shared/language.js";
import { Actions } from "./actions.js";
import type { ViewProps } from "./catalogue-page.js";
import { DutyLinks } from "./duty-links.js";
import { dutyTitle, type Model } from "./model.js";
import { BASIS } from "./terms.js";
import { ColumnHeadings } from "./column-headings.js";

const TEXT = {
  intro: {
    zh: (duties: number, departments: number) =>
      `文件的责任清单：${duties} 项在效职责，${departments} 个部门。清单中的第一个部门为牵头部门。`,
    en: (duties: number, departments: number) =>
      `The document's responsibility lists: ${duties} duties in force, ${departments} departments. The first of a list leads.`,
  },
  duty: { zh: "职责", en: "Duty" },
  purpose: { zh: "任务", en: "Task" },
  departments: { zh: "责任部门", en: "Departments" },
  basis: { zh: "依据", en: "Basis" },
  consent: { zh: "当事人授权", en: "Consent" },
  needed: { zh: "需要", en: "needed" },
  notNeeded: { zh: "不需要", en: "not needed" },
  fields: { zh: "所需信息项", en: "Fields needed" },
  byDepartment: { zh: "各部门的职责", en: "Duties of each department" },
  department: { zh: "部门", en: "Department" },
  nobody: { zh: "未列明成员单位", en: "members not named" },
} as const;

/** Every duty in force with its departments, and every department with its duties. */
export function Duties({ model }: ViewProps) {
  const words = useWords(TEXT);
  const { duties, departments } = model;
  const { register, date } = model.catalogue;
  const dutiesOf = (name: string) =>
    duties.filter((duty) => assignedDepartments(register, duty).includes(name)).map(({ id }) => id);
  const rows = () => [
    ["职责 duty", "标题 title", "任务 task", "部门 departments"],
    ...duties.map((duty) => [
      duty.id,
      duty.title,
      dutyTitle(model, duty.id, "zh"),
      assignedDepartments(register, duty).join(" "),
    ]),
  ];
  return (
    <>
      <div class="above">
        <p>{words.intro(duties.length, departments.length)}</p>
        <Actions name={`duties-${date}.csv`} rows={rows} />
      </div>
      <div class="scroll" tabIndex={0} role="group" aria-labelledby="view-title">
        <table class="duties">
          <ColumnHeadings
            headings={[
              words.duty,
              words.purpose,
              words.departments,
              words.basis,
              words.consent,
              words.fields,
            ]}
          />
          <tbody>
            {duties.map((duty) => (
              <DutyRow key={duty.id} model={model} duty={duty} />
            ))}
          </tbody>
        </table>
      </div>
      <h3>{words.byDepartment}</h3>
      <table class="by-department">
        <thead>
          <tr>
            <th scope="col">{words.department}</th>
            <th scope="col">{words.duty}</th>
          </tr>
        </thead>
        <tbody>
          {departments.map((name) => (
            <tr key={name}>
              <th scope="row" lang="zh-CN">
                {[name, ...aliasesOf(model, name)].join(" / ")}
              </th>
              <td>
                <DutyLinks model={model} ids={dutiesOf(name)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function aliasesOf({ catalogue: { register } }: Model, name: string): readonly string[] {
  return register.departments.find((known) => known.name === name)?.aliases ?? [];
}

function DutyRow({ model, duty }: { readonly model: Model; readonly duty: RegisterDuty }) {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  const { register } = model.catalogue;
  const names = assignedDepartments(register, duty);
  const needed = model.fields.filter(({ duties }) => duties.includes(duty.id)).length;
  return (
    <tr>
      <th scope="row">{duty.id}</th>
      <td>
        {dutyTitle(model, duty.id, language)}
        <div class="soft" lang="zh-CN">
          {duty.title}
        </div>
      </td>
      <td>
        <span lang="zh-CN">{(names.length > 0 ? names : duty.departments).join("、")}</span>
        {names.length === 0 && <span class="soft"> ({words.nobody})</span>}
      </td>
      <td>{BASIS[duty.basisStatus][language]}</td>
      <td>{consentRequired(register, duty.id) ? words.needed : words.notNeeded}</td>
      <td class="number">{needed > 0 ? <DutyCount id={duty.id} count={needed} /> : 0}</td>
    </tr>
  );
}

function DutyCount({ id, count }: { readonly id: string; readonly count: number }) {
  return <a href={`#view=directory&duty=${id}`}>{count}</a>;
}
