import gateway from "@mercuriusjs/gateway";
import fastify from "fastify";
import { parse } from "graphql";
import { federation1 } from "./peers/federation1.js";
import { callerHeaders, departmentUrls, readSubgraph } from "./peers/supergraph.js";
import { serve } from "./serve.js";

/** The department where persons and households are at home; federation 1 wants the others to extend them. */
const HOME = "civil-affairs";

/** Mercurius' gateway, before the same departments. */
await serve(async () => {
  const app = fastify();
  const services = [];
  for (const [slug, url] of departmentUrls()) {
    services.push({
      name: slug,
      url,
      schema: federation1(parse(await readSubgraph(slug)), slug === HOME),
      rewriteHeaders: (headers: Record<string, string> | undefined) =>
        callerHeaders((name) => headers?.[name]),
    });
  }
  await app.register(gateway as never, { gateway: { services } });
  return app.listen({ host: "127.0.0.1", port: 0 });
});
