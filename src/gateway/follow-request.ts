import type { IncomingMessage, ServerResponse } from "node:http";
import { RequestAccount } from "../telemetry/request-account.js";
import type { Telemetry } from "../telemetry/telemetry.js";

/** What machines ask every few seconds, and nobody needs to be told of. */
const UNTOLD: ReadonlySet<string | undefined> = new Set(["/livez", "/readyz", "/metrics"]);

/** Answers a request, and tells of it once the answer is over or the client has gone. */
export async function followRequest(
  telemetry: Telemetry,
  request: IncomingMessage,
  response: ServerResponse,
  answer: (account: RequestAccount) => Promise<void>,
): Promise<void> {
  const account = new RequestAccount();
  if (UNTOLD.has(request.url)) return answer(account);
  const arrived = performance.now();
  response.once("close", () => {
    telemetry.answered(account, response.statusCode, performance.now() - arrived);
  });
  const parent = telemetry.isContinuing ? request.headers["traceparent"] : undefined;
  const description = { name: "request", side: "server" as const, parent: parent?.toString() };
  return telemetry.tracing.within(description, async (span) => {
    await answer(account);
    span.tell(telemetry.factsOf(account, response.statusCode));
    if (account.outcome(response.statusCode) === "failed")
      span.fail(account.codes[0] ?? "INTERNAL");
  });
}
