import { defineDepartment } from "../../src/department/define.js";
import { personByKey } from "../../src/department/known-person.js";
import { files } from "./files.js";
import { identity } from "./identity.js";
import { PersonResolver } from "./resolvers/person.js";
import { seed } from "./seed.js";
import * as tables from "./tables.js";
import { Person } from "./types/person.js";

export default defineDepartment({
  identity,
  resolvers: [PersonResolver],
  types: [Person],
  entities: { Person: personByKey },
  records: {
    HouseholdRegistration: tables.householdRegistration,
    Vehicle: tables.vehicle,
    RealEstate: tables.realEstate,
    SocialInsurance: tables.socialInsurance,
    HousingFund: tables.housingFund,
    IncomeTax: tables.incomeTax,
    Business: tables.business,
    FinancialAssets: tables.financialAssets,
    Student: tables.student,
  },
  tables,
  files,
  seed,
});
