import { Field } from "type-graphql";
import { bilingual } from "../department/descriptions.js";
import { Open } from "../department/governed.js";

/** A field with no department's data, with a description in both languages. */
export function Metadata(type: () => unknown, zh: string, en: string, nullable = false) {
  return (target: object, property: string): void => {
    Field(type as never, { description: bilingual(zh, en), nullable, simple: true })(
      target,
      property,
    );
    Open()(target, property);
  };
}
