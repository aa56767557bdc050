import type { Application } from "../../verification/application.js";
import type { SubmitVerificationInput } from "./inputs.js";

/** The application in an input: what was left out is not there. */
export function applicationFrom(
  input: SubmitVerificationInput,
  duty: string,
  reference: string,
): Application {
  const { householdId, programme, persons, declaration, exclusions, newEmployments } = input;
  return {
    householdId,
    programme: programme ?? null,
    duty,
    case: reference,
    ...(persons
      ? {
          persons: persons.map(({ idNumber, name, role, kinship, consent }) => ({
            idNumber,
            name,
            role,
            ...(kinship ? { kinship } : {}),
            ...(consent ? { consent } : {}),
          })),
        }
      : {}),
    ...(declaration ? { declaration: { ...declaration } } : {}),
    ...(exclusions ? { exclusions: exclusions.map((one) => ({ ...one })) } : {}),
    ...(newEmployments ? { newEmployments: newEmployments.map((one) => ({ ...one })) } : {}),
  };
}
