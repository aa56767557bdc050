import type { Log } from "../log.js";
import type { Register } from "../policy/register/register.js";
import { KnownLabels } from "./known-labels.js";
import type { TelemetrySettings } from "./settings.js";
import { Telemetry, type TelemetryParts } from "./telemetry.js";
import { NO_TRACING } from "./tracing.js";

/** What a process's telemetry is opened with. */
export interface TelemetryOptions {
  readonly settings: TelemetrySettings;
  readonly register: Register;
  /** `service.name` unless the environment gives one. */
  readonly service: string;
  readonly version: string;
  /** Whether anybody can ask this process for metrics. */
  readonly listens: boolean;
  readonly accessLog: Log | null;
  /** As {@link TelemetryParts.isContinuing}. */
  readonly isContinuing: TelemetryParts["isContinuing"];
}

/** Telemetry as configuration wants it; what it does not want is not loaded. */
export async function openTelemetry(options: TelemetryOptions): Promise<Telemetry> {
  const { settings, register, service, version, listens, accessLog, isContinuing } = options;
  const labels = new KnownLabels(register);
  const { traces } = settings;
  const tracing = traces
    ? await (
        await import("./open-tracing.js")
      ).openTracing({ ...traces, service: traces.service ?? service, version })
    : NO_TRACING;
  const metrics = listens ? new (await import("./metrics.js")).Metrics(labels) : null;
  return new Telemetry({ labels, tracing, metrics, accessLog, isContinuing });
}
