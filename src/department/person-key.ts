import type { EntityDefinition } from "./define.js";

/** What a department knows of a person that another department found: the ID number and nothing else. */
export interface PersonKey {
  readonly idNumber: string;
}

/** The Person entity as departments know it that only contribute records to it. */
export const personByKey: EntityDefinition<PersonKey> = {
  key: (person) => person.idNumber,
  find: (idNumber) => ({ idNumber }),
};
