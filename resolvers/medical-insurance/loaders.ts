import { latestBy, manyBy, oneBy } from "../../src/department/loader.js";
import { diagnosis, longTermCare, medicalInsurance, spending } from "./tables.js";

export const medicalInsuranceByPerson = oneBy(medicalInsurance, medicalInsurance.person);

export const diagnosesByPerson = manyBy(diagnosis, diagnosis.person, diagnosis.position);

export const latestSpendingByPerson = latestBy(spending, spending.person, spending.year);

export const longTermCareByPerson = oneBy(longTermCare, longTermCare.person);
