import type { PersonKey } from "../sealing/person-keys.js";
import type { EntityDefinition } from "./define.js";

/** What a department knows of a person that another department found: the key and nothing else. */
export interface KnownPerson {
  readonly person: PersonKey;
}

/** The Person entity as departments know it that only contribute records to it. */
export const personByKey: EntityDefinition<KnownPerson> = {
  key: ({ person }) => person,
  find: (person) => ({ person }),
};
