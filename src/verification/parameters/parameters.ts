import type { ParameterEntry } from "./parameter-entry.js";
import { ParametersError } from "./parameters-error.js";
import { PARAMETER_VALUES, type ParameterName, type ParameterValues } from "./parameter-values.js";

/** A value in force, as a report keeps it: name and first day lead to the rest in the file. */
export interface ParameterUsed {
  readonly name: ParameterName;
  readonly value: unknown;
  readonly validFrom: string;
  /** How firmly it stands. */
  readonly mark: ParameterEntry["source"]["mark"];
}

/** The parameters in force on a day. */
export interface Parameters extends ParameterValues {
  /** The same, one by one: what a report keeps, and can be computed from again. */
  readonly used: readonly ParameterUsed[];
}

const NAMES = Object.keys(PARAMETER_VALUES) as ParameterName[];

/**
 * The entries in force on a day (`YYYY-MM-DD`, Asia/Shanghai) as values.
 * @throws ParametersError naming every parameter that has no value on that day
 */
export function parametersOn(entries: readonly ParameterEntry[], date: string): Parameters {
  const inForce = NAMES.flatMap(
    (name) =>
      entries.find(
        (entry) =>
          entry.name === name &&
          entry.validFrom <= date &&
          (entry.validTo === null || date <= entry.validTo),
      ) ?? [],
  );
  const missing = NAMES.filter((name) => inForce.every((entry) => entry.name !== name));
  if (missing.length > 0) {
    throw new ParametersError(missing.map((name) => `${name} has no value on ${date}`));
  }
  return parametersFrom(
    inForce.map(({ name, value, validFrom, source }) => ({
      name,
      value,
      validFrom,
      mark: source.mark,
    })),
  );
}

/** The parameters that a report was computed with, from what it keeps of them. */
export function parametersFrom(used: readonly ParameterUsed[]): Parameters {
  const values = Object.fromEntries(used.map(({ name, value }) => [name, value]));
  return { ...(values as ParameterValues), used };
}
