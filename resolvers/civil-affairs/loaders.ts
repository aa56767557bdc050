import { manyBy, oneBy } from "../../src/department/loader.js";
import {
  assistance,
  childWelfare,
  declaration,
  elderCare,
  household,
  leftBehind,
  marriage,
  membership,
  person,
  povertyDimension,
  povertyIndex,
  reservoirMigrant,
  singleHouseholdAdmission,
  verificationSummary,
} from "./tables.js";

export const householdById = oneBy(household, household.id);

export const personByKey = oneBy(person, person.person);

export const membershipsByHousehold = manyBy(
  membership,
  membership.householdId,
  membership.position,
  membership.person,
);

export const membershipsByPerson = manyBy(
  membership,
  membership.person,
  membership.role,
  membership.householdId,
);

export const assistanceByHousehold = manyBy(
  assistance,
  assistance.householdId,
  assistance.startMonth,
  assistance.id,
);

export const declarationByHousehold = oneBy(declaration, declaration.householdId);

export const povertyIndexByHousehold = oneBy(povertyIndex, povertyIndex.householdId);

export const dimensionsByHousehold = manyBy(
  povertyDimension,
  povertyDimension.householdId,
  povertyDimension.position,
);

export const admissionsByHousehold = manyBy(
  singleHouseholdAdmission,
  singleHouseholdAdmission.householdId,
  singleHouseholdAdmission.person,
);

export const verificationByHousehold = oneBy(verificationSummary, verificationSummary.householdId);

export const marriageByPerson = oneBy(marriage, marriage.person);

export const childWelfareByPerson = oneBy(childWelfare, childWelfare.person);

export const leftBehindByPerson = oneBy(leftBehind, leftBehind.person);

export const elderCareByPerson = oneBy(elderCare, elderCare.person);

export const reservoirMigrantByPerson = oneBy(reservoirMigrant, reservoirMigrant.person);
