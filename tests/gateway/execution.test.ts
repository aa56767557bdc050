import { ApolloServer, HeaderMap } from "@apollo/server";
import { buildSchema, GraphQLError } from "graphql";
import type { OperationContext } from "../../src/department/operation-context.js";
import { HubError } from "../../src/errors.js";
import type { Executor } from "../../src/gateway/executor.js";
import { executing } from "../../src/gateway/execution-plugin.js";
import { maskError } from "../../src/gateway/mask-error.js";
import type { VisibleSchemas } from "../../src/policy/visible-schema.js";

/** What an Apollo Server answers whose operations this executor runs, and what was told beside the answer. */
async function answerOf(executor: Executor, body: object = { query: "{ a }" }) {
  const told: unknown[][] = [];
  const onUnexpected = (...what: unknown[]) => void told.push(what);
  const server = new ApolloServer<OperationContext>({
    schema: buildSchema("type Query { a: Int }"),
    plugins: [executing({ executor, onUnexpected }, {} as VisibleSchemas)],
    formatError: maskError,
    stopOnTerminationSignals: false,
  });
  await server.start();
  const answer = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: "POST",
      search: "",
      headers: new HeaderMap([
        ["content-type", "application/json"],
        ["accept", "application/graphql-response+json"],
      ]),
      body,
    },
    context: async () => ({ audit: "A" }) as OperationContext,
  });
  await server.stop();
  if (answer.body.kind !== "complete") throw new Error("the answer comes in parts");
  const said = JSON.parse(answer.body.string) as {
    data?: unknown;
    errors?: { message: string; extensions: Record<string, unknown> }[];
  };
  return { status: answer.status ?? 200, told, ...said };
}

const failing = (error: unknown) => () => Promise.reject(error as Error);

test("a result -> it, under 200", async () => {
  const { status, told, ...said } = await answerOf(() => ({ data: { a: 1 } }));
  expect([status, said, told]).toEqual([200, { data: { a: 1 } }, []]);
});

test("the execution itself fails -> 500 and INTERNAL, its text told beside the answer alone", async () => {
  const { status, data, errors, told } = await answerOf(failing(new Error("secret")));
  expect([status, data]).toEqual([500, undefined]);
  expect(errors).toEqual([
    expect.objectContaining({ extensions: { code: "INTERNAL" }, message: expect.any(String) }),
  ]);
  expect(JSON.stringify(errors)).not.toContain("secret");
  expect(told).toEqual([[new Error("secret"), "A"]]);
});

test("the execution fails with an error of the hub -> its code under 500, and nobody is told", async () => {
  const { status, errors, told } = await answerOf(failing(new HubError("SOURCE_UNAVAILABLE", "x")));
  expect([status, errors?.[0]?.extensions["code"], told]).toEqual([500, "SOURCE_UNAVAILABLE", []]);
});

test.each([
  ["an error that asks for a status, beside data", { a: null }, "RATE_LIMITED", 429],
  ["an error that asks for none, beside data", { a: null }, "CONSENT_REQUIRED", 200],
  ["an error that asks for none, without data", undefined, "CONSENT_REQUIRED", 400],
] as const)("%s", async (_name, data, code, expected) => {
  const { status, errors } = await answerOf(() => ({ data, errors: [new HubError(code, "x")] }));
  expect([status, errors?.[0]?.extensions]).toEqual([expected, { code }]);
});

test("an error that is not the hub's, beside data -> INTERNAL at its path; it is told of", async () => {
  const error = new GraphQLError("secret", { path: ["a"], originalError: new Error("secret") });
  const { status, errors, told } = await answerOf(() => ({ data: { a: null }, errors: [error] }));
  expect(status).toBe(200);
  expect(errors).toEqual([
    expect.objectContaining({ path: ["a"], extensions: { code: "INTERNAL" } }),
  ]);
  expect(JSON.stringify(errors)).not.toContain("secret");
  expect(told).toEqual([[new Error("secret"), "A"]]);
});

test("a name that is no operation's -> 400, and nothing runs", async () => {
  let runs = 0;
  const body = { query: "query A { a }", operationName: "B" };
  const { status, errors } = await answerOf(() => ({ data: { a: (runs += 1) } }), body);
  expect([status, errors?.[0]?.extensions["code"]]).toEqual([400, "OPERATION_RESOLUTION_FAILURE"]);
  expect(runs).toBe(0);
});
