import { defineDepartment } from "../../src/department/define.js";
import { keepConclusions } from "./conclude.js";
import { files } from "./files.js";
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
  records: {
    Household: {
      table: tables.household,
      always: [tables.household.id],
      division: tables.household.village,
    },
    Person: {
      table: tables.person,
      always: [tables.person.person],
      division: tables.person.division,
    },
    Assistance: tables.assistance,
    Declaration: tables.declaration,
    PovertyIndex: tables.povertyIndex,
    PovertyDimension: tables.povertyDimension,
    SingleHouseholdAdmission: tables.singleHouseholdAdmission,
    VerificationSummary: tables.verificationSummary,
    Marriage: tables.marriage,
    ChildWelfare: tables.childWelfare,
    LeftBehind: tables.leftBehind,
    ElderCare: tables.elderCare,
    ReservoirMigrant: tables.reservoirMigrant,
  },
  tables,
  files,
  conclude: keepConclusions,
  seed,
});
