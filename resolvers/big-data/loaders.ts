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

export const registrationByPerson = oneBy(householdRegistration, householdRegistration.idNumber);

export const vehiclesByPerson = manyBy(vehicle, vehicle.idNumber, vehicle.plateNumber);

export const realEstateByPerson = manyBy(
  realEstate,
  realEstate.idNumber,
  realEstate.certificateNumber,
);

export const socialInsuranceByPerson = oneBy(socialInsurance, socialInsurance.idNumber);

export const housingFundByPerson = oneBy(housingFund, housingFund.idNumber);

export const incomeTaxByPerson = oneBy(incomeTax, incomeTax.idNumber);

export const businessesByPerson = manyBy(
  business,
  business.idNumber,
  business.unifiedSocialCreditCode,
  business.role,
);

export const financialAssetsByPerson = oneBy(financialAssets, financialAssets.idNumber);

export const studentByPerson = oneBy(student, student.idNumber);
