import { Field } from "type-graphql";
import { bilingual } from "../../department/descriptions.js";
import { Duties, Reads } from "../../department/governed.js";
import { VERIFICATION_DUTY } from "../../verification/reading/household-operation.js";

/** Duties whose departments verify, and work on what verifications found. */
export const VERIFYING_DUTIES = VERIFICATION_DUTY;

/** A field of a verification, for the departments that verify. */
export function OfVerification(type: () => unknown, zh: string, en: string, nullable = false) {
  return (target: object, property: string): void => {
    Field(type as never, { description: bilingual(zh, en), nullable, simple: true })(
      target,
      property,
    );
    Duties(VERIFYING_DUTIES)(target, property);
  };
}

/** A field of an input, which filters by no department's data. */
export function Given(type: () => unknown, zh: string, en: string, nullable = false) {
  return (target: object, property: string): void => {
    Field(type as never, { description: bilingual(zh, en), nullable })(target, property);
    Reads()(target, property);
  };
}
