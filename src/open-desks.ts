import type { OpenDatabases } from "./database/sources.js";
import type { Subgraph } from "./department/subgraph.js";
import type { AskSubgraph } from "./gateway/federated-executor.js";
import type { Blueprint } from "./index.js";
import { Desks, type Staffed } from "./intake/desk/desks.js";
import { localDesk } from "./intake/desk/local-desk.js";
import { remoteDesk } from "./intake/desk/remote-desk.js";

/** The desks of the departments that are served here or asked elsewhere. */
export function openDesks(
  { subgraphs, hub }: Blueprint,
  local: readonly Subgraph[],
  databases: OpenDatabases,
  elsewhere: ReadonlyMap<string, AskSubgraph>,
): Desks {
  const staffed = subgraphs.flatMap((subgraph): Staffed[] => {
    if (subgraph === hub) return [];
    const { identity } = subgraph;
    const database = local.includes(subgraph) ? databases.byName.get(identity.slug) : undefined;
    if (database) return [{ subgraph, desk: localDesk({ subgraph, database }) }];
    const ask = elsewhere.get(identity.slug);
    return ask ? [{ subgraph, desk: remoteDesk(identity, ask) }] : [];
  });
  return new Desks(staffed);
}
