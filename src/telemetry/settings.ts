import { z } from "zod";

/** Length of the shortest token that `/metrics` may be opened with. */
const SHORTEST_TOKEN = 32;

/** What the environment says of logs, metrics and traces. */
export const telemetryVariables = {
  HUB_LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  HUB_ACCESS_LOG: z.enum(["stderr", "stdout", "none"]).default("stderr"),
  HUB_METRICS_TOKEN: z
    .string()
    .min(SHORTEST_TOKEN, `at least ${SHORTEST_TOKEN} characters`)
    .optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  OTEL_SERVICE_NAME: z.string().optional(),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
};

type Variables = z.infer<z.ZodObject<typeof telemetryVariables>>;

/** How operators are told what the hub does. */
export interface TelemetrySettings {
  readonly logLevel: string;
  /** Where a line for each request goes; null for nowhere. */
  readonly accessLog: "stderr" | "stdout" | null;
  /** What `/metrics` is asked with; undefined where it answers this machine alone. */
  readonly metricsToken: string | undefined;
  /** Where traces go; undefined where there are none. */
  readonly traces:
    | {
        /** Base URL of an OTLP/HTTP receiver, without a slash at its end. */
        readonly endpoint: string;
        /** `service.name`; undefined for the process's own. */
        readonly service: string | undefined;
        /** Share of traces that are recorded, 0 to 1. */
        readonly ratio: number;
      }
    | undefined;
}

/** The settings that the variables make. */
export function telemetrySettings(given: Variables): TelemetrySettings {
  const endpoint = given.OTEL_EXPORTER_OTLP_ENDPOINT?.replace(/\/+$/, "");
  return {
    logLevel: given.HUB_LOG_LEVEL,
    accessLog: given.HUB_ACCESS_LOG === "none" ? null : given.HUB_ACCESS_LOG,
    metricsToken: given.HUB_METRICS_TOKEN,
    traces:
      endpoint === undefined
        ? undefined
        : { endpoint, service: given.OTEL_SERVICE_NAME, ratio: given.OTEL_TRACES_SAMPLER_ARG },
  };
}
