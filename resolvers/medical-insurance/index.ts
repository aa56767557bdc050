import { defineDepartment } from "../../src/department/define.js";
import { personByKey } from "../../src/department/known-person.js";
import { files } from "./files.js";
import { identity } from "./identity.js";
import { MedicalInsuranceResolver } from "./resolvers/medical-insurance.js";
import { PersonResolver } from "./resolvers/person.js";
import { seed } from "./seed.js";
import * as tables from "./tables.js";
import { Person } from "./types/person.js";

export default defineDepartment({
  identity,
  resolvers: [PersonResolver, MedicalInsuranceResolver],
  types: [Person],
  entities: { Person: personByKey },
  records: {
    MedicalInsurance: tables.medicalInsurance,
    Diagnosis: tables.diagnosis,
    MedicalSpending: tables.spending,
    LongTermCare: tables.longTermCare,
  },
  tables,
  files,
  seed,
});
