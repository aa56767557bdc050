import type { ReadableStream } from "node:stream/web";
import type { Deadline } from "./deadline.js";
import type { HttpService } from "./http-service.js";
import { limitedText } from "./limited-text.js";
import type { SourceConnection } from "./source-connection.js";
import { SourceFailure } from "./source-failure.js";
import { sourceLate, sourceUnreachable } from "./source-failures.js";

/** Statuses after which the same question may be answered: too many requests, and failures of the server. */
const isRetriable = (status: number) => status === 429 || status >= 500;

/**
 * Asks a service about a batch of persons, once, and answers the JSON it gives. Goes to the
 * configured address and nowhere else: redirects are not followed.
 * @throws SourceFailure; no ID number and nothing of the answer is in its text.
 */
export async function postBatch(
  service: HttpService,
  { url, token }: SourceConnection,
  idNumbers: readonly string[],
  deadline: Deadline,
): Promise<unknown> {
  const signal = AbortSignal.any([deadline.signal, AbortSignal.timeout(service.timeout)]);
  try {
    const response = await fetch(`${url}/${service.path}`, {
      method: "POST",
      redirect: "manual",
      headers: {
        "content-type": "application/json",
        accept: "application/json",
        "user-agent": "pujiang-data-hub",
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ idNumbers }),
      signal,
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      throw refused(service, response, deadline);
    }
    const text = await limitedText(response.body as ReadableStream<Uint8Array>, service);
    return parsed(service, text);
  } catch (error) {
    if (error instanceof SourceFailure) throw error;
    const { name, timeout } = service;
    throw signal.aborted
      ? sourceLate(name, timeout, { isRetriable: !deadline.signal.aborted })
      : sourceUnreachable(name, error, { isRetriable: true });
  }
}

function refused(
  { name }: HttpService,
  { status, headers }: Response,
  deadline: Deadline,
): SourceFailure {
  if (status >= 300 && status < 400) {
    return new SourceFailure("SOURCE_REDIRECTS", `${name} points elsewhere (${status})`);
  }
  const retryAfter = millisecondsIn(headers.get("retry-after"));
  const isInTime = (retryAfter ?? 0) < deadline.remaining();
  return new SourceFailure("SOURCE_REFUSED", `${name} answered with status ${status}`, {
    isRetriable: isRetriable(status) && isInTime,
    retryAfter,
  });
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function millisecondsIn(retryAfter: string | null): number | null {
  if (retryAfter === null) return null;
  const milliseconds = /^\d{1,9}$/.test(retryAfter.trim())
    ? Number(retryAfter) * 1000
    : Date.parse(retryAfter) - Date.now();
  return Number.isNaN(milliseconds) ? null : Math.max(0, milliseconds);
}

function parsed({ name }: HttpService, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text.
    throw new SourceFailure("ANSWER_NOT_JSON", `${name} did not answer with JSON`);
  }
}
