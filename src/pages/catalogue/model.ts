import { cataloguePolicy, type Catalogue, type CatalogueField } from "../../policy/catalogue.js";
import { decideField, type Reason } from "../../policy/decide.js";
import type { Policy } from "../../policy/policy.js";
import {
  assignedDepartments,
  dutiesOf,
  isInForce,
  type DutyPurpose,
  type RegisterDuty,
} from "../../policy/register/register.js";
import type { Language } from "../shared/bilingual.js";

/** The catalogue made ready for questions; every decision is that of the hub's own function. */
export interface Model {
  readonly catalogue: Catalogue;
  readonly policy: Policy;
  readonly fields: readonly CatalogueField[];
  /** In force on the catalogue's day. */
  readonly duties: readonly RegisterDuty[];
  /** Official names that answer for a duty in force, in the register's order. */
  readonly departments: readonly string[];
  readonly purposes: ReadonlyMap<string, DutyPurpose>;
}

/** What one department may do with one field. */
export interface Access {
  /** The first that allows it, or else why not. */
  readonly reason: Reason;
  /** Ids of the duties that allow it; empty where it is refused. */
  readonly duties: readonly string[];
}

/** Makes a catalogue ready. */
export function modelOf(catalogue: Catalogue): Model {
  const { register, date } = catalogue;
  const duties = register.duties.filter((duty) => isInForce(duty, date));
  return {
    catalogue,
    policy: cataloguePolicy(catalogue),
    fields: catalogue.resources.flatMap(({ fields }) => fields),
    duties,
    departments: [...new Set(duties.flatMap((duty) => assignedDepartments(register, duty)))],
    purposes: new Map(register.purposes.map((purpose) => [purpose.id, purpose])),
  };
}

/** What a department may do with a field under one duty, or under any of its own where none is given. */
export function accessOf(
  { policy, catalogue: { register, date } }: Model,
  department: string,
  { coordinate }: Pick<CatalogueField, "coordinate">,
  duty: string,
): Access {
  const asked = duty === "" ? dutiesOf(register, department).map(({ id }) => id) : [duty];
  const verdicts = asked.map((id) => ({
    id,
    ...decideField(policy, { department, duty: id, date }, coordinate),
  }));
  const allowing = verdicts.filter(({ allowed }) => allowed);
  return {
    reason: (allowing[0] ?? verdicts[0])?.reason ?? "DUTY_NOT_ASSIGNED",
    duties: allowing.map(({ id }) => id),
  };
}

/** The departments that may read a field under any of their duties. */
export function readersOf(model: Model, field: Pick<CatalogueField, "coordinate">): string[] {
  return model.departments.filter(
    (department) => accessOf(model, department, field, "").duties.length > 0,
  );
}

/** What a duty is for, in one language, by the project's own words where it has any. */
export function dutyTitle({ purposes, duties }: Model, id: string, language: Language): string {
  const purpose = purposes.get(id);
  const stated = language === "zh" ? purpose?.purposeZh : purpose?.purposeEn;
  return stated ?? duties.find((duty) => duty.id === id)?.title ?? "";
}
