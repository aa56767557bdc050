import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { divideRound } from "../../codes/money.js";
import { scaled } from "../decimal.js";
import { parametersFile, type ParameterEntry } from "./parameter-entry.js";
import { ParametersError } from "./parameters-error.js";
import { PARAMETER_VALUES, type ParameterValues } from "./parameter-values.js";

/** The project's own parameters. */
export const PARAMETERS_FILE = fileURLToPath(
  new URL("../../../schema/verification/parameters.json", import.meta.url),
);

/**
 * Reads the dated parameters of a file.
 * @throws ParametersError with every mistake at once
 */
export function loadParameters(file: string = PARAMETERS_FILE): readonly ParameterEntry[] {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new ParametersError([`${file}: ${(error as Error).message}`]);
  }
  return checkParameters(content);
}

/**
 * Passes the content of a parameters' file: every value of its shape, no two values of a name on
 * one day, the lines consistent with one another.
 * @throws ParametersError with every mistake at once
 */
export function checkParameters(content: unknown): readonly ParameterEntry[] {
  const parsed = parametersFile.safeParse(content);
  if (!parsed.success) {
    throw new ParametersError(
      parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`),
    );
  }
  const problems: string[] = [];
  const entries = parsed.data.parameters.map((entry, place) => {
    const value = PARAMETER_VALUES[entry.name].safeParse(entry.value);
    if (value.success) return { ...entry, value: value.data as unknown };
    problems.push(
      ...value.error.issues.map(({ path, message }) =>
        [`parameters.${place} (${entry.name})`, ...path].join(".").concat(`: ${message}`),
      ),
    );
    return entry;
  });
  problems.push(...timeProblems(entries));
  if (problems.length === 0) problems.push(...entries.flatMap(valueProblems));
  if (problems.length > 0) throw new ParametersError(problems);
  return entries;
}

function timeProblems(entries: readonly ParameterEntry[]): string[] {
  return entries.flatMap((entry, place) => {
    const { name, validFrom, validTo } = entry;
    const reversed = validTo !== null && validTo < validFrom;
    const before = entries.slice(0, place).filter((other) => other.name === name);
    const overlaps = before.some(
      (other) =>
        (validTo === null || other.validFrom <= validTo) &&
        (other.validTo === null || validFrom <= other.validTo),
    );
    return [
      ...(reversed ? [`${name} from ${validFrom} ends before it begins`] : []),
      ...(overlaps ? [`${name} has two values from ${validFrom} on`] : []),
    ];
  });
}

/** What a shape cannot say of a value. */
function valueProblems({ name, value, validFrom }: ParameterEntry): string[] {
  if (name === "minimumLivingStandard") {
    const { monthly, annual } = value as ParameterValues["minimumLivingStandard"];
    if (divideRound(annual, 12) === monthly) return [];
    return [
      `${name} from ${validFrom}: ${annual} a year is ${divideRound(annual, 12)} a month, not ${monthly}`,
    ];
  }
  if (name === "povertyDimensions") {
    return dimensionProblems(value as ParameterValues["povertyDimensions"], validFrom);
  }
  return [];
}

function dimensionProblems(
  dimensions: ParameterValues["povertyDimensions"],
  validFrom: string,
): string[] {
  const weights = dimensions.reduce((sum, { weight }) => sum + scaled(weight), 0n);
  const points = dimensions.flatMap(({ dimension, indicators }) => {
    const sum = indicators.reduce((total, indicator) => total + indicator.points, 0);
    return sum === 100
      ? []
      : [`povertyDimensions from ${validFrom}: the points of ${dimension} make ${sum}, not 100`];
  });
  return weights === scaled("1")
    ? points
    : [`povertyDimensions from ${validFrom}: the weights do not make 1`, ...points];
}
