import "reflect-metadata";
import { readFile } from "node:fs/promises";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from "jose";
import { buildSchema } from "type-graphql";
import { openPool } from "./hand-written/pool.js";
import * as resolvers from "./monolith/resolvers.js";
import { Tables } from "./monolith/tables.js";
import { serve } from "./serve.js";

const TOKENS = { issuer: "pujiang-data-hub", audience: "pujiang-data-hub", algorithms: ["ES256"] };

/** What most teams write: one type-graphql schema on Apollo Server, a token check and nothing else. */
await serve(async () => {
  const keySet = JSON.parse(await readFile(process.env["HUB_JWKS"] ?? "", "utf8"));
  const keys = createLocalJWKSet(keySet as JSONWebKeySet);
  const pool = openPool();
  const schema = await buildSchema({
    resolvers: Object.values(resolvers) as never,
    validate: false,
  });
  const { url } = await startStandaloneServer(new ApolloServer<Tables>({ schema }), {
    listen: { host: "127.0.0.1", port: 0 },
    context: async ({ req }) => {
      const token = req.headers.authorization?.slice("Bearer ".length) ?? "";
      await jwtVerify(token, keys, TOKENS);
      return new Tables(pool);
    },
  });
  return url;
});
