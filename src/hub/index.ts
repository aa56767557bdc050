import { defineDepartment } from "../department/define.js";
import { identity } from "./identity.js";
import { seed } from "./seed.js";
import { DataIssueMutations } from "./issues/mutations.js";
import { DataIssueResolver } from "./issues/resolver.js";
import { SourceResolver } from "./sources/resolver.js";
import { AccessRecordResolver } from "./access-record-resolver.js";
import { ConsentResolver } from "./consent-resolver.js";
import { VerificationListResolver } from "./verification/list-resolver.js";
import { VerificationMutations } from "./verification/mutations.js";
import { ListResolver } from "./lists/resolver.js";
import { ReverificationResolver } from "./verification/reverification.js";
import { VerificationResolver } from "./verification/resolver.js";
import { DepartmentResolver, DutyResolver, HubResolver } from "./resolver.js";

/** The hub's own subgraph. */
export const hub = defineDepartment({
  identity,
  resolvers: [
    AccessRecordResolver,
    ConsentResolver,
    VerificationResolver,
    VerificationListResolver,
    VerificationMutations,
    ReverificationResolver,
    ListResolver,
    DataIssueResolver,
    DataIssueMutations,
    SourceResolver,
    HubResolver,
    DutyResolver,
    DepartmentResolver,
  ],
  types: [],
  entities: {},
  records: {},
  tables: {},
  seed,
});
