import { HOUSEHOLD_QUERY, HOUSEHOLDS_QUERY } from "../support/queries.js";

export { HOUSEHOLD_QUERY, HOUSEHOLDS_QUERY };

/** The household query with everything about ID numbers that rests sealed, and with nothing of it. */
export const NUMBERS_QUERY = HOUSEHOLD_QUERY.replace("maskedIdNumber", "maskedIdNumber idNumber");
export const NO_NUMBERS_QUERY = HOUSEHOLD_QUERY.replace(" maskedIdNumber", "");

export const PERSON_QUERY =
  "query Person($idNumber: IdNumber!) { person(idNumber: $idNumber) { name } }";
