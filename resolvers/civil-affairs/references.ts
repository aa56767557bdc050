import type { EntityDefinition } from "../../src/department/define.js";
import { householdById, personByKey } from "./loaders.js";
import type { HouseholdRow, PersonRow } from "./rows.js";

/** Household, at home here: its village decides whose jurisdiction it is in. */
export const householdReference: EntityDefinition<HouseholdRow> = {
  key: (household) => household.id,
  find: (id, context) => context.load(householdById, id),
  division: (household) => household.village,
};

/** Person, at home here: the village of residence decides whose jurisdiction it is in. */
export const personReference: EntityDefinition<PersonRow> = {
  key: (person) => person.person,
  find: (key, context) => context.load(personByKey, key),
  division: (person) => person.division,
};
