import type { ApolloServerPlugin, GraphQLResponse } from "@apollo/server";
import { createHash } from "node:crypto";
import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { RequestContext } from "../department/context.js";
import { HubError, httpStatusOf } from "../errors.js";
import { idempotentAnswer } from "../hub/tables.js";
import { answeredErrors } from "./refusal-errors.js";
import { singleResponse, type SingleResult } from "./single-response.js";

/** Seconds after which a first request without an answer counts as dead, and the key may be used again. */
const ABANDONED_AFTER = 60;

/** Hours for which an answer is kept. */
const KEPT = 24;

const LONGEST_KEY = 255;

/**
 * Gives a mutation's answer once more to whoever sends the same `Idempotency-Key` and the same
 * request again, without running it again.
 * @throws HubError IDEMPOTENCY_CONFLICT for the same key with another request, or while the first
 * one still runs; BAD_USER_INPUT for a key that is too long.
 */
export function idempotency(): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart({ request }) {
      const key = request.http?.headers.get("idempotency-key");
      if (!key) return;
      let running = false;
      return {
        async responseForOperation({ operation, contextValue }) {
          // There is none, whatever its type says, where the request names one that is not there.
          if (operation?.operation !== "mutation") return null;
          if (key.length > LONGEST_KEY) return refusal(tooLong());
          const { duty, case: reference } = contextValue.caller;
          const { query, variables, operationName } = request;
          const asked = digest([query, variables, operationName, duty, reference]);
          try {
            const answer = await claim(contextValue, key, asked);
            running = answer === null;
            return answer && singleResponse(answer);
          } catch (error) {
            if (error instanceof HubError) return refusal(error);
            throw error;
          }
        },
        async willSendResponse({ contextValue, response: { body } }) {
          if (!running || body.kind !== "single") return;
          const { data, errors } = body.singleResult;
          // What was done is told even where it cannot be kept: whoever has the answer does not ask again.
          await keep(contextValue, key, { data, errors } as SingleResult).catch(unlessHeard);
        },
      };
    },
  };
}

/** Null where this request is the first; otherwise the first one's answer. */
function claim(
  context: RequestContext,
  key: string,
  request: string,
): Promise<SingleResult | null> {
  const { client } = context.caller;
  const mine = { client, key, request };
  return context.askHub(async ({ drizzle }) => {
    await drizzle
      .delete(idempotentAnswer)
      .where(
        or(
          olderThan(KEPT * 3600),
          and(named(client, key), isNull(idempotentAnswer.answer), olderThan(ABANDONED_AFTER)),
        ),
      );
    const claimed = await drizzle
      .insert(idempotentAnswer)
      .values(mine)
      .onConflictDoNothing()
      .returning({ key: idempotentAnswer.key });
    if (claimed.length > 0) return null;
    const [first] = await drizzle.select().from(idempotentAnswer).where(named(client, key));
    if (first?.request !== request) throw conflict("the key was used with another request");
    if (first.answer === null) throw conflict("the first request with this key still runs");
    return JSON.parse(
      context.resources.sealing.open(first.answer, answerTo(client, key)),
    ) as SingleResult;
  });
}

/** An answer without data changed nothing: the key is free again. */
async function keep(context: RequestContext, key: string, answer: SingleResult): Promise<void> {
  const { client } = context.caller;
  const { sealing } = context.resources;
  await context.askHub(({ drizzle }) =>
    answer.data
      ? drizzle
          .update(idempotentAnswer)
          .set({ answer: sealing.seal(JSON.stringify(answer), answerTo(client, key)) })
          .where(named(client, key))
      : drizzle.delete(idempotentAnswer).where(named(client, key)),
  );
}

const answerTo = (client: string, key: string) => `answer to ${client} for ${key}`;

const named = (client: string, key: string) =>
  and(eq(idempotentAnswer.client, client), eq(idempotentAnswer.key, key));

const olderThan = (seconds: number) =>
  lt(idempotentAnswer.startedAt, sql`now() - make_interval(secs => ${seconds})`);

function refusal(error: HubError): GraphQLResponse {
  return singleResponse({ errors: answeredErrors([error]) }, httpStatusOf(error) ?? 400);
}

/** A source's failure is in the log already. */
function unlessHeard(error: unknown): void {
  if (!(error instanceof HubError)) throw error;
}

const digest = (parts: readonly unknown[]) =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex");

const conflict = (message: string) => new HubError("IDEMPOTENCY_CONFLICT", message);

const tooLong = () =>
  new HubError("BAD_USER_INPUT", `a key has at most ${LONGEST_KEY} characters`, {
    argument: "Idempotency-Key",
  });
