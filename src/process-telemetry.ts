import type { Config } from "./config.js";
import { HUB_APPLICATION } from "./database/sources.js";
import type { Blueprint } from "./index.js";
import type { Log } from "./log.js";
import { openTelemetry } from "./telemetry/open-telemetry.js";
import type { Telemetry } from "./telemetry/telemetry.js";
import { releaseVersion } from "./version.js";

/** How operators hear of a process. */
export interface ProcessTelemetryOptions {
  readonly config: Config;
  /** True unless given. */
  readonly listens?: boolean;
  /** None unless given. */
  readonly accessLog?: Log | null;
}

/**
 * The telemetry of the hub, or of one department.
 * @param department slug of the department that is served alone; null for the hub
 */
export function processTelemetry(
  { policy }: Pick<Blueprint, "policy">,
  department: string | null,
  { config, listens = true, accessLog = null }: ProcessTelemetryOptions,
): Promise<Telemetry> {
  return openTelemetry({
    settings: config.telemetry,
    register: policy.register,
    service: department === null ? HUB_APPLICATION : `${HUB_APPLICATION}-${department}`,
    version: releaseVersion(),
    listens,
    accessLog,
    isContinuing: department !== null,
  });
}
