import { AsyncLocalStorage } from "node:async_hooks";
import type { Context } from "@opentelemetry/api";
import { errorCode } from "./error-code.js";
import type { SpanFacts, Tracing } from "./tracing.js";

/** Where spans go, and under which name. */
export interface TracingOptions {
  /** Base URL of an OTLP/HTTP receiver; spans go to `/v1/traces` below it. */
  readonly endpoint: string;
  /** `service.name` of this process. */
  readonly service: string;
  readonly version: string;
  /** Share of the traces begun here that are recorded, 0 to 1. */
  readonly ratio: number;
}

/** Milliseconds that finished spans wait to be sent together. */
const SENT_EVERY = 1000;

/**
 * Tracing by OpenTelemetry, sent as OTLP over HTTP in JSON. Nothing is registered globally, so that
 * several services of one process stay apart; no baggage and no `tracestate` is taken or sent.
 */
export async function openTracing(options: TracingOptions): Promise<Tracing> {
  const [api, sdk, { OTLPTraceExporter }, { resourceFromAttributes }, { parseTraceParent }] =
    await Promise.all([
      import("@opentelemetry/api"),
      import("@opentelemetry/sdk-trace"),
      import("@opentelemetry/exporter-trace-otlp-http"),
      import("@opentelemetry/resources"),
      import("@opentelemetry/core"),
    ]);
  const { endpoint, service, version, ratio } = options;
  const exporter = new OTLPTraceExporter({ url: `${endpoint}/v1/traces` });
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ "service.name": service, "service.version": version }),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(ratio) }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter, scheduledDelayMillis: SENT_EVERY })],
  });
  const tracer = provider.getTracer(service, version);
  const current = new AsyncLocalStorage<Context>();
  const kinds = { server: api.SpanKind.SERVER, client: api.SpanKind.CLIENT };

  function parentOf(parent: string | undefined): Context {
    const continued = parent === undefined ? null : parseTraceParent(parent);
    if (!continued) return current.getStore() ?? api.ROOT_CONTEXT;
    return api.trace.setSpanContext(api.ROOT_CONTEXT, { ...continued, isRemote: true });
  }

  return {
    async within({ name, side, facts, parent }, work) {
      const context = parentOf(parent);
      const kind = side === undefined ? api.SpanKind.INTERNAL : kinds[side];
      const span = tracer.startSpan(name, { kind, attributes: attributesOf(facts) }, context);
      const fail = (code: string) => {
        span.setAttribute("error.type", code);
        span.setStatus({ code: api.SpanStatusCode.ERROR });
      };
      const tell = (more: SpanFacts) => void span.setAttributes(attributesOf(more));
      try {
        return await current.run(api.trace.setSpan(context, span), () => work({ tell, fail }));
      } catch (error) {
        fail(errorCode(error));
        throw error;
      } finally {
        span.end();
      }
    },
    headers() {
      const context = current.getStore();
      const span = context && api.trace.getSpanContext(context);
      if (!span) return NO_HEADERS;
      const flags = span.traceFlags.toString(16).padStart(2, "0");
      return { traceparent: `00-${span.traceId}-${span.spanId}-${flags}` };
    },
    close: () => provider.shutdown(),
  };
}

const NO_HEADERS: Readonly<Record<string, string>> = {};

function attributesOf(facts: SpanFacts = {}): Record<string, string | number | string[]> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      typeof value === "object" ? [...value] : value,
    ]),
  );
}
