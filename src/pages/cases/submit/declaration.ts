/** A declaration as it is typed in. */
export interface TypedDeclaration {
  readonly wageIncome: string;
  readonly businessIncome: string;
  readonly propertyIncome: string;
  readonly transferIncome: string;
  readonly otherIncome: string;
  readonly financialAssets: string;
  readonly vehicleCount: string;
  readonly dwellingCount: string;
  readonly declaredOn: string;
}

/** The amounts of a declaration, in yuan. */
export const AMOUNTS = [
  "wageIncome",
  "businessIncome",
  "propertyIncome",
  "transferIncome",
  "otherIncome",
  "financialAssets",
] as const;

/** The counts of a declaration. */
export const COUNTS = ["vehicleCount", "dwellingCount"] as const;

/** A declaration of nothing. */
export const EMPTY: TypedDeclaration = {
  wageIncome: "0",
  businessIncome: "0",
  propertyIncome: "0",
  transferIncome: "0",
  otherIncome: "0",
  financialAssets: "0",
  vehicleCount: "0",
  dwellingCount: "0",
  declaredOn: "",
};

/** A declaration as the hub takes it: `1,200` is 1200.00; what is no amount stays as it is, to be refused. */
export function declarationFrom(typed: TypedDeclaration): Record<string, unknown> {
  const amounts = AMOUNTS.map((name) => [name, amountFrom(typed[name])]);
  const counts = COUNTS.map((name) => [name, Number(typed[name].trim() || NaN)]);
  return { ...Object.fromEntries([...amounts, ...counts]), declaredOn: typed.declaredOn };
}

function amountFrom(typed: string): string {
  const plain = typed.replace(/[\s,，]/g, "");
  const [, whole, places = ""] = /^0*(\d+)(?:\.(\d{0,2}))?$/.exec(plain) ?? [];
  return whole === undefined ? plain : `${whole}.${places.padEnd(2, "0")}`;
}
