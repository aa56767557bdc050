import { latestBy, manyBy, oneBy } from "../../src/department/loader.js";
import { diagnosis, longTermCare, medicalInsurance, spending } from "./tables.js";

export const medicalInsuranceByPerson = oneBy(medicalInsurance, medicalInsurance.idNumber);

export const diagnosesByPerson = manyBy(diagnosis, diagnosis.idNumber, diagnosis.position);

export const latestSpendingByPerson = latestBy(spending, spending.idNumber, spending.year);

export const longTermCareByPerson = oneBy(longTermCare, longTermCare.idNumber);
