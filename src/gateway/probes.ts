import type { OpenDatabases } from "../database/sources.js";
import type { Route } from "./http-server.js";

/** `/livez`: the process answers. `/readyz`: every database does, or which does not. */
export function probes(databases: OpenDatabases): Record<string, Route> {
  return {
    "/livez": (_request, response) => {
      response.writeHead(200, { "content-type": "text/plain" }).end("ok\n");
    },
    "/readyz": async (_request, response) => {
      const states = await Promise.all(
        [...databases.byName].map(async ([name, database]) => {
          const ready = await database.query("select 1").then(
            () => true,
            () => false,
          );
          return { name, ready };
        }),
      );
      const missing = states.filter(({ ready }) => !ready).map(({ name }) => name);
      response
        .writeHead(missing.length === 0 ? 200 : 503, { "content-type": "text/plain" })
        .end(missing.length === 0 ? "ready\n" : `no database for ${missing.join(", ")}\n`);
    },
  };
}
