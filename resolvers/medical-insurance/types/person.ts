import { Entity } from "../../../src/department/governed.js";
import { SealedEntity } from "../../../src/department/provenance.js";

/** A natural person, to whom each department contributes its own records. */
@Entity(
  "Person",
  "自然人：各部门围绕同一人提供各自的记录。",
  "A natural person, to whom each department contributes its own records.",
)
export class Person extends SealedEntity {}
