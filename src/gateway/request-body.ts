import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";
import { HubError } from "../errors.js";

/**
 * The body of a request as text, as it came: it is never unpacked.
 * @throws HubError OPERATION_TOO_COSTLY (HTTP 413) for more than so many bytes, BAD_USER_INPUT for a
 *   body that is packed (415), or that is text in anything but UTF-8 (415, 400).
 */
export async function readBody(request: IncomingMessage, maximum: number): Promise<string> {
  requirePlainText(request);
  if (Number(request.headers["content-length"] ?? 0) > maximum) throw tooLarge(maximum);
  const body = await bytesOf(request, maximum);
  if (!isUtf8(body)) throw unreadable("body", "the request body is not UTF-8", 400);
  return body.toString("utf8");
}

/** By events: to iterate a stream costs more than to answer a small request. */
function bytesOf(request: IncomingMessage, maximum: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maximum) {
        chunks.push(chunk);
        return;
      }
      request.off("data", take);
      reject(tooLarge(maximum));
    };
    request.on("data", take);
    request.once("end", () => resolve(Buffer.concat(chunks, size)));
    request.once("error", reject);
  });
}

function requirePlainText({ headers }: IncomingMessage): void {
  const encoding = headers["content-encoding"] ?? "identity";
  if (encoding.toLowerCase() !== "identity") {
    throw unreadable("content-encoding", "send the request body as it is, not packed", 415);
  }
  const charset = /;\s*charset\s*=\s*"?([^\s";]*)/i.exec(headers["content-type"] ?? "")?.[1];
  if (charset !== undefined && charset.toLowerCase() !== "utf-8") {
    throw unreadable("content-type", "send the request body in UTF-8", 415);
  }
}

function tooLarge(maximum: number): HubError {
  return new HubError("OPERATION_TOO_COSTLY", `a request body holds at most ${maximum} bytes`, {
    limit: "bytes",
    maximum,
    http: { status: 413 },
  });
}

function unreadable(argument: string, message: string, status: number): HubError {
  return new HubError("BAD_USER_INPUT", message, { argument, http: { status } });
}
