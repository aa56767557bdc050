import type { Ask } from "./casework/ask.js";
import type { Casework } from "./casework/casework.js";
import type { Config } from "./config.js";
import type { OpenDatabases } from "./database/sources.js";
import type { Subgraph } from "./department/subgraph.js";
import type { Blueprint } from "./index.js";
import type { Sealing } from "./sealing/sealing.js";
import { loadParameters } from "./verification/parameters/load-parameters.js";
import { parametersOn, type Parameters } from "./verification/parameters/parameters.js";

/** What a process's casework stands on. */
export interface CaseworkParts {
  readonly blueprint: Blueprint;
  readonly config: Config;
  readonly databases: OpenDatabases;
  readonly sealing: Sealing;
  /** The departments that are served here. */
  readonly local: readonly Subgraph[];
  readonly ask: Ask;
}

/** What this process keeps verifications and works on them with. */
export function openCasework(parts: CaseworkParts): Casework {
  const { blueprint, config, databases, sealing, local, ask } = parts;
  return {
    database: databases.main,
    sealing,
    ask,
    register: blueprint.policy.register,
    parameters: parametersFor(config),
    now: () => new Date(),
    conclude: concluding(local, databases),
  };
}

/** Tells the department that keeps conclusions, where it is served here. */
function concluding(local: readonly Subgraph[], databases: OpenDatabases): Casework["conclude"] {
  return async (conclusions) => {
    for (const { definition, identity } of local) {
      const database = databases.byName.get(identity.slug);
      if (database) await definition.conclude?.(database, conclusions);
    }
  };
}

/** The dated parameters of verifications, each day's worked out once. */
function parametersFor({ verificationParameters }: Config): Casework["parameters"] {
  const entries = loadParameters(verificationParameters);
  const days = new Map<string, Parameters>();
  return (date) => {
    const parameters = days.get(date) ?? parametersOn(entries, date);
    days.set(date, parameters);
    return parameters;
  };
}
