import { defineDepartment } from "../../src/department/define.js";
import { personByKey } from "../../src/department/known-person.js";
import { files } from "./files.js";
import { identity } from "./identity.js";
import { DisabilityResolver } from "./resolvers/disability.js";
import { PersonResolver } from "./resolvers/person.js";
import { seed } from "./seed.js";
import * as tables from "./tables.js";
import { Disability } from "./types/disability.js";
import { Person } from "./types/person.js";

export default defineDepartment({
  identity,
  resolvers: [PersonResolver, DisabilityResolver],
  types: [Person, Disability],
  entities: { Person: personByKey },
  records: { Disability: tables.disability },
  tables,
  files,
  seed,
});
