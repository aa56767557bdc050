import type { AuditLog } from "./audit/audit-log.js";
import type { Executor } from "./gateway/executor.js";
import { NO_TRACING, type Tracing } from "./telemetry/tracing.js";

/** The audit log, with a span for how long a record takes to be durable. */
export function traced(log: AuditLog, tracing: Tracing): Pick<AuditLog, "append"> {
  return { append: (entry) => tracing.within({ name: "record access" }, () => log.append(entry)) };
}

/** An executor, with a span for planning and running an operation. */
export function tracedExecutor(execute: Executor, tracing: Tracing): Executor {
  if (tracing === NO_TRACING) return execute;
  return (operation) => tracing.within({ name: "execute" }, async () => execute(operation));
}
