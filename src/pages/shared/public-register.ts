import type { Bilingual } from "./bilingual.js";

/** A duty in force, as anybody may know it. */
export interface PublicDuty {
  /** `1.2`: the second list under the first item. */
  readonly id: string;
  /** Title of the item, in Chinese. */
  readonly title: string;
  /** Null where nobody has stated it. */
  readonly purpose: Bilingual | null;
  /** Whether requests under it need a case, and FINANCIAL and HEALTH fields the person's consent. */
  readonly consentRequired: boolean;
  /** Official names, the leading one first. */
  readonly departments: readonly string[];
}

/** A department with a duty in force. */
export interface PublicDepartment {
  /** Official name. */
  readonly name: string;
  readonly aliases: readonly string[];
  /** Ids of the duties that it answers for, in the register's order. */
  readonly duties: readonly string[];
}

/** What the hub says of its register to anybody, by `GET /register.json`. */
export interface PublicRegister {
  readonly document: { readonly title: string; readonly basisStatus: "draft" | "issued" };
  readonly duties: readonly PublicDuty[];
  readonly departments: readonly PublicDepartment[];
}
