import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import {
  concatAST,
  buildASTSchema,
  graphql,
  isObjectType,
  Kind,
  parse,
  type DocumentNode,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from "graphql";

type Resolver = GraphQLFieldResolver<unknown, unknown>;

/** Resolvers by type and field; `__resolveReference` finds an entity by a representation. */
export type Resolvers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** An HTTP server of a test, on a free port. */
export interface TestServer {
  readonly url: string;
  /** Bodies of the requests it was sent. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** Answers every request with what `answer` makes of its body. */
export function serveAnswers(
  answer: (body: string) => Promise<string> | string,
  headers: Readonly<Record<string, string>> = {},
  status = 200,
): Promise<TestServer> {
  const asked: string[] = [];
  return listenOn(asked, (request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (text: string) => (body += text));
    request.on("end", () => {
      asked.push(body);
      void Promise.resolve(answer(body)).then((text) =>
        response.writeHead(status, { "content-type": "application/json", ...headers }).end(text),
      );
    });
  });
}

/** Serves a schema as a Federation 2 subgraph by graphql-js alone: none of the hub's code is in it. */
export function serveSubgraph(sdl: string, resolvers: Resolvers): Promise<TestServer> {
  const schema = executable(sdl, resolvers);
  return serveAnswers(async (body) => {
    const { query, variables } = JSON.parse(body) as { query: string; variables?: object };
    const variableValues = { ...variables } as Record<string, unknown>;
    return JSON.stringify(await graphql({ schema, source: query, variableValues }));
  });
}

async function listenOn(asked: string[], listener: RequestListener): Promise<TestServer> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function executable(sdl: string, resolvers: Resolvers): GraphQLSchema {
  const entities = Object.keys(resolvers).filter((type) => resolvers[type]?.["__resolveReference"]);
  const federation = entities.length
    ? `scalar _Any union _Entity = ${entities.join(" | ")}
       extend type Query { _entities(representations: [_Any!]!): [_Entity]! }`
    : "";
  const document = concatAST([parse(sdl), parse(federation || "scalar _Any")]);
  const schema = buildASTSchema(executableParts(document), { assumeValidSDL: true });
  for (const [name, fields] of Object.entries(resolvers)) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    for (const [field, resolve] of Object.entries(fields)) {
      const declared = type.getFields()[field];
      if (declared) declared.resolve = resolve as Resolver;
    }
  }
  const lookUp = schema.getQueryType()?.getFields()["_entities"];
  if (lookUp) {
    lookUp.resolve = (_source, { representations }) =>
      (representations as { __typename: string }[]).map(async (representation) => {
        const find = resolvers[representation.__typename]?.["__resolveReference"] as (
          keys: object,
        ) => unknown;
        const found = await find(representation);
        return found && { ...found, __typename: representation.__typename };
      });
  }
  return schema;
}

/** Without links; the extension of a type that is defined elsewhere is its definition here. */
function executableParts(document: DocumentNode): DocumentNode {
  const defined = document.definitions.flatMap((node) =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION ? [node.name.value] : [],
  );
  const definitions = document.definitions.flatMap((node) => {
    if (node.kind === Kind.SCHEMA_EXTENSION) return [];
    if (node.kind !== Kind.OBJECT_TYPE_EXTENSION || defined.includes(node.name.value))
      return [node];
    return [{ ...node, kind: Kind.OBJECT_TYPE_DEFINITION } as const];
  });
  return { ...document, definitions };
}
