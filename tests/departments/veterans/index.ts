import { fileURLToPath } from "node:url";
import { defineDepartment } from "../../../src/department/define.js";
import { personByKey } from "../../../src/department/known-person.js";
import { identity } from "./identity.js";
import { PersonResolver } from "./resolver.js";
import { veteran } from "./tables.js";
import { Person } from "./types.js";

export default defineDepartment({
  identity,
  resolvers: [PersonResolver],
  types: [Person],
  entities: { Person: personByKey },
  records: { Veteran: veteran },
  tables: { veteran },
  migrations: fileURLToPath(new URL("./migrations/", import.meta.url)),
  seed: [
    {
      table: veteran,
      rows: (household) =>
        household.members.slice(0, 1).map(({ idNumber }) => ({
          person: idNumber,
          disabledInService: false,
          monthlyPension: "812.50",
          originalSource: identity.name,
          asOf: "2026-10-31",
          fetchedAt: "2026-10-31T02:00:00+08:00",
        })),
    },
  ],
});
