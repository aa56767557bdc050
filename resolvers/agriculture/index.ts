import { defineDepartment } from "../../src/department/define.js";
import { personByKey } from "../../src/department/known-person.js";
import { files } from "./files.js";
import { identity } from "./identity.js";
import { PersonResolver } from "./resolvers/person.js";
import { seed } from "./seed.js";
import * as tables from "./tables.js";
import { Agriculture } from "./types/agriculture.js";
import { Person } from "./types/person.js";

export default defineDepartment({
  identity,
  resolvers: [PersonResolver],
  types: [Person, Agriculture],
  entities: { Person: personByKey },
  records: { Agriculture: tables.agriculture },
  tables,
  files,
  seed,
});
