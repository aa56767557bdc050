import { addMonths } from "../codes/calendar.js";
import { compareMoney } from "../codes/money.js";
import { HubError } from "../errors.js";
import type { Application, DeclaredEconomy } from "../verification/application.js";
import type { Parameters } from "../verification/parameters/parameters.js";

/** Declared amounts, and declared numbers of things, none of which is below nought. */
const AMOUNTS = [
  "wageIncome",
  "businessIncome",
  "propertyIncome",
  "transferIncome",
  "otherIncome",
  "financialAssets",
] as const satisfies readonly (keyof DeclaredEconomy)[];
const COUNTS = ["vehicleCount", "dwellingCount"] as const;

/**
 * Refuses what cannot be an application, before any department is asked.
 * @throws HubError BAD_USER_INPUT naming the argument and, as `reason`, what is wrong
 */
export function checkSubmission(
  application: Application,
  parameters: Parameters,
  date: string,
): void {
  checkPersons(application);
  const { declaration, exclusions = [], newEmployments = [] } = application;
  if (declaration) checkDeclaration(declaration, parameters, date);
  exclusions.forEach(({ amount }, place) => {
    if (isNegative(amount)) throw negative(`exclusions.${place}.amount`);
  });
  newEmployments.forEach(({ monthlyWage, since }, place) => {
    if (isNegative(monthlyWage)) throw negative(`newEmployments.${place}.monthlyWage`);
    if (since > date.slice(0, 7)) {
      throw bad(`newEmployments.${place}.since`, "IN_FUTURE", "the first month of work lies ahead");
    }
  });
}

function checkPersons({ persons }: Application): void {
  if (!persons) return;
  const named = new Set<string>();
  persons.forEach(({ idNumber }, place) => {
    if (named.has(idNumber)) {
      throw bad(`persons.${place}.idNumber`, "NAMED_TWICE", "the person is named twice");
    }
    named.add(idNumber);
  });
  if (!persons.some(({ role }) => role === "MEMBER")) {
    throw bad("persons", "NO_MEMBER", "a household has at least one member");
  }
}

function checkDeclaration(
  declaration: DeclaredEconomy,
  { declarationMaximumMonths }: Parameters,
  date: string,
): void {
  for (const name of AMOUNTS) {
    if (isNegative(declaration[name])) throw negative(`declaration.${name}`);
  }
  for (const name of COUNTS) {
    if (declaration[name] < 0) throw negative(`declaration.${name}`);
  }
  const { declaredOn } = declaration;
  if (declaredOn > date) {
    throw bad("declaration.declaredOn", "IN_FUTURE", "the declaration is dated ahead");
  }
  const month = addMonths(date.slice(0, 7), -declarationMaximumMonths);
  if (declaredOn < `${month}${date.slice(7)}`) {
    throw bad(
      "declaration.declaredOn",
      "TOO_OLD",
      `a declaration counts for ${declarationMaximumMonths} months: get a new one`,
    );
  }
}

const isNegative = (amount: string) => compareMoney(amount, "0.00") < 0;

const negative = (argument: string) =>
  bad(argument, "NEGATIVE", "what a family has or earns is not below nought");

/** What is wrong with an argument of the input. */
export function bad(argument: string, reason: string, message: string): HubError {
  return new HubError("BAD_USER_INPUT", message, { argument: `input.${argument}`, reason });
}
