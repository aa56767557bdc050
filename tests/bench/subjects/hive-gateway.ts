import { createGatewayRuntime } from "@graphql-hive/gateway-runtime";
import { unifiedGraphHandler } from "@graphql-hive/router-runtime";
import { callerHeaders, readSupergraph } from "./peers/supergraph.js";
import { listenOn, serve } from "./serve.js";

/** Hive Gateway with the query planner of Hive Router, before the same departments. */
await serve(async () => {
  const gateway = createGatewayRuntime({
    supergraph: await readSupergraph(),
    unifiedGraphHandler,
    logging: false,
    propagateHeaders: {
      fromClientToSubgraphs: ({ request }) => callerHeaders((name) => request.headers.get(name)),
    },
  });
  return listenOn(gateway);
});
