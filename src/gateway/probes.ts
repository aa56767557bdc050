import type { OpenDatabases } from "../database/sources.js";
import type { RestingSource } from "../department/live/live-lookups.js";
import type { Route } from "./http-server.js";

/**
 * `/livez`: the process answers. `/readyz`: every database does, or which does not; beside that it
 * names sources that are left alone at present, without which the hub is ready all the same.
 */
export function probes(
  databases: OpenDatabases,
  restingSources: () => readonly RestingSource[],
): Record<string, Route> {
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
      const verdict = missing.length === 0 ? "ready" : `no database for ${missing.join(", ")}`;
      const resting = restingSources().map(
        ({ name, restsFor }) =>
          `${name} keeps failing and is left alone for ${Math.ceil(restsFor / 1000)} s`,
      );
      response
        .writeHead(missing.length === 0 ? 200 : 503, { "content-type": "text/plain" })
        .end(`${[verdict, ...resting].join("\n")}\n`);
    },
  };
}
