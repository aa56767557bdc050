import type { IncomingMessage } from "node:http";

/** The body of a request as text; null where it is larger than so many bytes. */
export async function readBody(request: IncomingMessage, maximum: number): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > maximum) {
      request.resume();
      return null;
    }
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString("utf8");
}
