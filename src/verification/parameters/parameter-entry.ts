import { z } from "zod";
import { assertDate } from "../../codes/calendar.js";
import { PARAMETER_VALUES, type ParameterName } from "./parameter-values.js";

const date = z.string().refine(isDate, "not a date YYYY-MM-DD");
const text = z.string().min(1);

/** How firmly a value stands: text of a law, the policy document, a secondary source, or an illustration to be configured. */
export const SOURCE_MARKS = ["LAW", "DOCUMENT", "SECONDARY", "ILLUSTRATIVE"] as const;

/** One value of a parameter for a time: an entry that no longer holds is given its last day, and stays. */
export const parameterEntry = z.strictObject({
  name: z.enum(Object.keys(PARAMETER_VALUES) as [ParameterName, ...ParameterName[]]),
  zh: text,
  en: text,
  /** Unit of the value in Chinese; null where it has none. */
  unit: text.nullable(),
  value: z.unknown(),
  validFrom: date,
  /** Last day; null while it holds. */
  validTo: date.nullable(),
  source: z.strictObject({ mark: z.enum(SOURCE_MARKS), zh: text, en: text }),
});
export type ParameterEntry = z.infer<typeof parameterEntry>;

/** The parameters' file. */
export const parametersFile = z.strictObject({
  notice: text,
  parameters: z.array(parameterEntry),
});

function isDate(value: string): boolean {
  try {
    assertDate(value);
    return true;
  } catch {
    return false;
  }
}
