import { HOUSEHOLD_QUERY, HOUSEHOLDS_QUERY } from "../support/queries.js";

export { HOUSEHOLD_QUERY, HOUSEHOLDS_QUERY };

export const PERSON_QUERY =
  "query Person($idNumber: IdNumber!) { person(idNumber: $idNumber) { name } }";
