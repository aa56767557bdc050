import { Resolver, Root } from "type-graphql";
import { defineDepartment } from "../../src/department/define.js";
import { Entity, governedBy } from "../../src/department/governed.js";
import { personByKey, type KnownPerson } from "../../src/department/known-person.js";
import { SealedEntity } from "../../src/department/provenance.js";

/*
 * A department whose resolver fails with a person in the text of its error, as code does that quotes
 * what it cannot read. It keeps nothing, and is no body of the register.
 */
const identity = { slug: "careless", name: "县粗心中心", english: "Careless Centre" };
const Governed = governedBy(identity);

/** Whom its errors speak of. */
export const SPOKEN_OF = { name: "欧阳慧敏", idNumber: "330726198802290017" };

@Entity(
  "Person",
  "自然人：各部门围绕同一人提供各自的记录。",
  "A natural person, to whom each department contributes its own records.",
)
class Person extends SealedEntity {}

@Resolver(() => Person)
class PersonResolver {
  @Governed(() => String, {
    zh: "粗心记录",
    en: "A careless record",
    sensitivity: "PERSONAL",
    duties: "1.2",
  })
  carelessRecord(@Root() _person: KnownPerson): string {
    const { name, idNumber } = SPOKEN_OF;
    const error = new TypeError(`cannot read\n    at ${idNumber}:1:1\n${name} (${idNumber})`);
    throw Object.assign(error, { code: idNumber, detail: name, table: idNumber });
  }
}

export default defineDepartment({
  identity,
  resolvers: [PersonResolver],
  types: [Person],
  entities: { Person: personByKey },
  records: {},
  tables: {},
  seed: [],
});
