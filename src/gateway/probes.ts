import type { ReadinessCheck } from "./readiness.js";
import type { Route } from "./http-server.js";

/**
 * `/livez`: the process answers. `/readyz`: whether requests are to be sent here, with the reasons; as
 * JSON, with everything that was looked at, for who accepts nothing else. A source that is left alone
 * or a newer release beside this one is named, and the hub is ready all the same.
 */
export function probes(look: () => Promise<readonly ReadinessCheck[]>): Record<string, Route> {
  return {
    "/livez": (_request, response) => {
      response.writeHead(200, { "content-type": "text/plain" }).end("ok\n");
    },
    "/readyz": async (_request, response, { headers }) => {
      const checks = await look();
      const isReady = isReadyBy(checks);
      const isJson = headers.accept?.includes("application/json") ?? false;
      response
        .writeHead(isReady ? 200 : 503, {
          "content-type": isJson ? "application/json; charset=utf-8" : "text/plain; charset=utf-8",
          "cache-control": "no-store",
        })
        .end(isJson ? `${JSON.stringify({ ready: isReady, checks })}\n` : textOf(checks));
    },
  };
}

/** Whether requests are to be sent to a process of which this is found. */
export function isReadyBy(checks: readonly ReadinessCheck[]): boolean {
  return checks.every(({ state }) => state !== "failed");
}

/** The verdict, then a line for each reason and notice; nothing of what is as it should be. */
function textOf(checks: readonly ReadinessCheck[]): string {
  const told = checks
    .filter(({ state }) => state !== "ok")
    .map(({ name, reason }) => `${name.replace(/^source /, "")} ${reason}`);
  return `${[isReadyBy(checks) ? "ready" : "not ready", ...told].join("\n")}\n`;
}
