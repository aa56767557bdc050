import { todayInShanghai } from "./codes/calendar.js";
import { grantRights } from "./database/grant-rights.js";
import type { OpenDatabases } from "./database/sources.js";
import { DatabaseRights } from "./department/database-rights.js";
import type { Subgraph } from "./department/subgraph.js";
import type { Blueprint } from "./index.js";

/** The database roles of a blueprint's policy, named after its departments. */
export function rightsOf({ policy, subgraphs, hub }: Blueprint): DatabaseRights {
  return new DatabaseRights(
    policy,
    subgraphs.filter((subgraph) => subgraph !== hub),
  );
}

/** Brings the roles of every department's database on a server to what the policy says. */
export async function grantAll(
  rights: DatabaseRights,
  departments: readonly Subgraph[],
  databases: OpenDatabases,
): Promise<void> {
  for (const department of departments) {
    const database = databases.byName.get(department.identity.slug);
    const plan = rights.plan(department, todayInShanghai(new Date()));
    if (plan && database?.kind === "postgres") await grantRights(database, plan);
  }
}
