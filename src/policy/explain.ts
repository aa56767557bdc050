import { decideField, grantingDuties, type Reason, type Standing, type Verdict } from "./decide.js";
import type { Policy } from "./policy.js";
import { assignedDepartments, findDuty } from "./register/register.js";

/** A decision with everything it was made from. */
export interface Explanation extends Verdict {
  /** The decision as a sentence, in Chinese and in English. */
  readonly zh: string;
  readonly en: string;
  /** The responsibility list of the duty; null for a duty that the register does not have. */
  readonly list: DutyList | null;
  /** The department that owns the field; null where no department does. */
  readonly owner: string | null;
  /** Ids of the duties that need the field. */
  readonly neededBy: readonly string[];
  /** Ids of the department's own duties that would allow it. */
  readonly grantedBy: readonly string[];
}

/** Where the document assigns a duty, and to whom. */
export interface DutyList {
  readonly item: number;
  /** Title of the item. */
  readonly title: string;
  readonly list: number;
  /** Line of the document. */
  readonly line: number;
  /** The departments that answer for it, the first leading, collectives replaced by their members. */
  readonly departments: readonly string[];
}

const SENTENCES: Readonly<Record<Reason, readonly [zh: string, en: string]>> = {
  DUTY_NEEDS_FIELD: [
    "该部门列于任务的责任清单，且任务需要此字段",
    "the duty needs the field and the department is in the duty's list",
  ],
  OWNER: [
    "该部门是此字段的责任部门，且列于任务的责任清单",
    "the department owns the field and is in the duty's list",
  ],
  NO_DEPARTMENT_DATA: ["此字段不含部门数据", "the field carries no department's data"],
  DUTY_UNKNOWN: ["登记册中没有此项在效任务", "the register has no such duty in force"],
  DUTY_NOT_ASSIGNED: ["该部门不在任务的责任清单中", "the department is not in the duty's list"],
  FIELD_NOT_NEEDED: ["此任务不需要此字段", "the duty does not need the field"],
  NOT_SHARED: [
    "此字段不予共享，仅责任部门可读",
    "the field is not shared: only its owner reads it",
  ],
  FIELD_UNKNOWN: ["没有部门声明此字段", "no department declares such a field"],
};

/** Why a department may, or may not, read a field under a duty. */
export function explain(policy: Policy, standing: Standing, coordinate: string): Explanation {
  const { department, duty, date } = standing;
  const verdict = decideField(policy, standing, coordinate);
  const field = policy.fields.get(coordinate);
  const registered = findDuty(policy.register, duty);
  const [zh, en] = SENTENCES[verdict.reason];
  return {
    ...verdict,
    zh,
    en,
    list: registered
      ? {
          item: registered.item,
          title: registered.title,
          list: registered.list,
          line: registered.position.line,
          departments: assignedDepartments(policy.register, registered),
        }
      : null,
    owner: field?.kind === "governed" ? field.owner : null,
    neededBy: field && "duties" in field ? field.duties : [],
    grantedBy: grantingDuties(policy, department, date, coordinate),
  };
}
