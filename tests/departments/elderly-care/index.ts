import { fileURLToPath } from "node:url";
import { defineDepartment } from "../../../src/department/define.js";
import { personByKey } from "../../../src/department/known-person.js";
import { identity } from "./identity.js";
import { PersonResolver } from "./resolver.js";
import * as tables from "./tables.js";
import { Person } from "./types.js";
import { careAllowance, careBed } from "./views.js";

export default defineDepartment({
  identity,
  resolvers: [PersonResolver],
  types: [Person],
  entities: { Person: personByKey },
  records: {
    CareAssessment: tables.careAssessment,
    CareAllowance: careAllowance,
    CareBed: careBed,
  },
  tables,
  migrations: fileURLToPath(new URL("./migrations/", import.meta.url)),
  seed: [
    {
      table: tables.careAssessment,
      rows: (household) =>
        household.members.slice(0, 1).map(({ idNumber }) => ({
          person: idNumber,
          grade: "SELF_CARE",
          originalSource: identity.name,
          asOf: "2026-10-31",
          fetchedAt: "2026-10-31T02:00:00+08:00",
          inDispute: false,
        })),
    },
  ],
});
