// Hive Gateway before the hub's departments, without the hub's own gateway:
//   hub supergraph > supergraph.graphql        with <DEPARTMENT>_URL for where the departments are
//   npx -p @graphql-hive/gateway hive-gateway supergraph supergraph.graphql --config-path gateway.config.ts
// docs/deploy.md, "Another router", says what is then different.
import { defineConfig } from "@graphql-hive/gateway";

/** What tells a department who asks; it decides by them, and by nothing that a router says. */
const CALLER = ["authorization", "hub-duty", "hub-case"];

export const gatewayConfig = defineConfig({
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) =>
      Object.fromEntries(
        CALLER.flatMap((name) => {
          const value = request.headers.get(name);
          return value === null ? [] : [[name, value]];
        }),
      ),
  },
  // Everybody would see everything there is, whatever its duty.
  disableIntrospection: { disableIf: () => true },
  // What a department refuses with several reasons comes as one error without a code; unmasked, it
  // would also show where departments are.
  maskedErrors: true,
  graphiql: false,
  landingPage: false,
});
