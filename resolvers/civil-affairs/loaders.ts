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

export const personByIdNumber = oneBy(person, person.idNumber);

export const membershipsByHousehold = manyBy(
  membership,
  membership.householdId,
  membership.position,
  membership.idNumber,
);

export const membershipsByPerson = manyBy(
  membership,
  membership.idNumber,
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
  singleHouseholdAdmission.idNumber,
);

export const verificationByHousehold = oneBy(verificationSummary, verificationSummary.householdId);

export const marriageByPerson = oneBy(marriage, marriage.idNumber);

export const childWelfareByPerson = oneBy(childWelfare, childWelfare.idNumber);

export const leftBehindByPerson = oneBy(leftBehind, leftBehind.idNumber);

export const elderCareByPerson = oneBy(elderCare, elderCare.idNumber);

export const reservoirMigrantByPerson = oneBy(reservoirMigrant, reservoirMigrant.idNumber);
