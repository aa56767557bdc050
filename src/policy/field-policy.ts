/** Sharing class of a field under the government data-sharing rules: 无条件 / 有条件 / 不予共享. */
export type Sharing = "UNCONDITIONAL" | "CONDITIONAL" | "NOT_SHARED";

/** How sensitive a value is; FINANCIAL and HEALTH values need consent under duties that say so. */
export type Sensitivity = "NONE" | "PERSONAL" | "FINANCIAL" | "HEALTH";

/** The policy of a data field: which duties need it, who owns it, how it may be shared. */
export interface GovernedField {
  readonly kind: "governed";
  /** GraphQL coordinate, `Person.name`. */
  readonly coordinate: string;
  /** Official name of the department that answers for the field, 县民政局. */
  readonly owner: string;
  /** Official name of the body the value originally comes from; the owner's where it is its own. */
  readonly originalSource: string;
  readonly zh: string;
  readonly en: string;
  /** Unit of the value in Chinese (元/月); null where the value has none. */
  readonly unit: string | null;
  readonly sharing: Sharing;
  readonly sensitivity: Sensitivity;
  /** How the value is masked; null where it is given whole. */
  readonly mask: string | null;
  /** Ids of the duties that need the field; empty where none does. */
  readonly duties: readonly string[];
}

/** A field without data of its own (a look-up, a connection, provenance): readable by whoever may read any governed field of `type`. */
export interface FollowingField {
  readonly kind: "follows";
  readonly coordinate: string;
  readonly type: string;
}

/** A field that carries no department's data (the register, the caller itself): readable under every assigned duty. */
export interface OpenField {
  readonly kind: "open";
  readonly coordinate: string;
}

/** A field that only named duties may call (a mutation). */
export interface DutyField {
  readonly kind: "duties";
  readonly coordinate: string;
  readonly duties: readonly string[];
}

/** What decides on one field coordinate. */
export type FieldPolicy = GovernedField | FollowingField | OpenField | DutyField;

/** An input field that filters or orders: using it counts as reading the coordinates it names. */
export interface InputPolicy {
  /** Coordinate of the input field, `HouseholdFilter.township`. */
  readonly coordinate: string;
  readonly reads: readonly string[];
}
