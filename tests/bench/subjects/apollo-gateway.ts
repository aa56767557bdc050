import { ApolloGateway, RemoteGraphQLDataSource } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { callerHeaders, readSupergraph } from "./peers/supergraph.js";
import { serve } from "./serve.js";

interface Context {
  readonly headers: Readonly<Record<string, string>>;
}

/** @apollo/gateway on Apollo Server as its documentation starts it, before the same departments. */
await serve(async () => {
  const gateway = new ApolloGateway({
    supergraphSdl: await readSupergraph(),
    buildService: ({ url }) =>
      new RemoteGraphQLDataSource<Context>({
        ...(url === undefined ? {} : { url }),
        willSendRequest({ request, context }) {
          for (const [name, value] of Object.entries(context.headers ?? {})) {
            request.http?.headers.set(name, String(value));
          }
        },
      }),
  });
  const server = new ApolloServer<Context>({ gateway });
  const { url } = await startStandaloneServer(server, {
    listen: { host: "127.0.0.1", port: 0 },
    context: async ({ req }) => ({ headers: callerHeaders((name) => req.headers[name]) }),
  });
  return url;
});
