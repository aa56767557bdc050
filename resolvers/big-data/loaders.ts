import { manyBy, oneBy } from "../../src/department/loader.js";
import {
  business,
  financialAssets,
  householdRegistration,
  housingFund,
  incomeTax,
  realEstate,
  socialInsurance,
  student,
  vehicle,
} from "./tables.js";

export const registrationByPerson = oneBy(householdRegistration, householdRegistration.person);

export const vehiclesByPerson = manyBy(vehicle, vehicle.person, vehicle.plateNumber);

export const realEstateByPerson = manyBy(
  realEstate,
  realEstate.person,
  realEstate.certificateNumber,
);

export const socialInsuranceByPerson = oneBy(socialInsurance, socialInsurance.person);

export const housingFundByPerson = oneBy(housingFund, housingFund.person);

export const incomeTaxByPerson = oneBy(incomeTax, incomeTax.person);

export const businessesByPerson = manyBy(
  business,
  business.person,
  business.unifiedSocialCreditCode,
  business.role,
);

export const financialAssetsByPerson = oneBy(financialAssets, financialAssets.person);

export const studentByPerson = oneBy(student, student.person);
