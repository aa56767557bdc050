import { defineDepartment } from "../../src/department/define.js";
import { identity } from "./identity.js";
import { findSubjects } from "./members.js";
import { householdReference, personReference } from "./references.js";
import { HouseholdResolver } from "./resolvers/household.js";
import { MarriageResolver } from "./resolvers/marriage.js";
import { PersonResolver } from "./resolvers/person.js";
import { PovertyIndexResolver } from "./resolvers/poverty-index.js";
import { QueryResolver } from "./resolvers/query.js";
import { SingleHouseholdAdmissionResolver } from "./resolvers/single-household-admission.js";
import { seed } from "./seed.js";
import * as tables from "./tables.js";

export default defineDepartment({
  identity,
  resolvers: [
    QueryResolver,
    HouseholdResolver,
    PersonResolver,
    MarriageResolver,
    PovertyIndexResolver,
    SingleHouseholdAdmissionResolver,
  ],
  types: [],
  entities: { Household: householdReference, Person: personReference },
  subjects: findSubjects,
  tables,
  seed,
});
