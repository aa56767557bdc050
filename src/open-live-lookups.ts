import { ConfigError, type Config } from "./config.js";
import type { OpenDatabases } from "./database/sources.js";
import { LiveLookups } from "./department/live/live-lookups.js";
import type { Patience } from "./department/patience.js";
import { serviceRecords } from "./department/record-origin.js";
import type { Subgraph } from "./department/subgraph.js";
import { sourceStateTo, type Log } from "./log.js";
import type { Sealing } from "./sealing/sealing.js";

/** What live look-ups are opened with. */
export interface LiveParts {
  readonly config: Config;
  readonly local: readonly Subgraph[];
  readonly databases: OpenDatabases;
  readonly sealing: Sealing;
  readonly patience: Patience;
  readonly log: Log;
}

/**
 * Live look-ups of the departments that this process serves.
 * @throws ConfigError naming the address of every department that has services and was given none.
 */
export function openLiveLookups(parts: LiveParts): LiveLookups {
  const { config, local, databases, sealing, patience, log } = parts;
  const missing = local
    .filter(({ definition }) => serviceRecords(definition.records).length > 0)
    .map(({ identity }) => identity.slug)
    .filter((slug) => !config.sourceConnections.has(slug))
    .map((slug) => `${slug.replaceAll("-", "_").toUpperCase()}_SOURCE_URL: required, `)
    .map((problem) => `${problem}as records of the department are with a service of its own`);
  if (missing.length > 0) throw new ConfigError(missing);
  return new LiveLookups({
    ...patience,
    main: databases.main,
    sealing,
    connections: config.sourceConnections,
    onSourceState: sourceStateTo(log),
  });
}
