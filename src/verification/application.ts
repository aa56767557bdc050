import type { AssistanceProgramme, Kinship } from "../codes/code-tables.js";
import type { Money } from "../codes/money.js";
import type { ExcludedIncome } from "./parameters/parameter-values.js";

/** A person as the application names it. */
export interface ApplicationPerson {
  readonly idNumber: string;
  readonly name: string;
  readonly role: "MEMBER" | "OBLIGOR";
  readonly kinship?: Kinship;
  /** Reference of the consent (授权书) signed; absent where none was. */
  readonly consent?: string;
}

/** The economic situation as declared: income of all members in 元 a year, assets in 元. */
export interface DeclaredEconomy {
  readonly wageIncome: Money;
  readonly businessIncome: Money;
  readonly propertyIncome: Money;
  readonly transferIncome: Money;
  readonly otherIncome: Money;
  readonly financialAssets: Money;
  readonly vehicleCount: number;
  readonly dwellingCount: number;
  readonly declaredOn: string;
}

/** Income within the declared one that is not counted, in 元 a year. */
export interface DeclaredExclusion {
  readonly kind: ExcludedIncome;
  readonly amount: Money;
}

/** A member's new job, for the disregard of employment income (浙江省社会救助条例, article 50). */
export interface NewEmployment {
  readonly idNumber: string;
  /** First month of work, `YYYY-MM`. */
  readonly since: string;
  /** Declared wage of this job in 元 a month, part of the declared wage income. */
  readonly monthlyWage: Money;
}

/** What is to be verified. */
export interface Application {
  readonly householdId: string;
  /** The programme applied for; null on a re-verification, which looks at the programmes drawn. */
  readonly programme: AssistanceProgramme | null;
  readonly duty: string;
  readonly case: string;
  /** Members and obligors as named by the family; the registered ones are not compared where absent. */
  readonly persons?: readonly ApplicationPerson[];
  /** Absent where the declaration on file holds. */
  readonly declaration?: DeclaredEconomy;
  readonly exclusions?: readonly DeclaredExclusion[];
  readonly newEmployments?: readonly NewEmployment[];
}
