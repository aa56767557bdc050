import type { ReadableStream } from "node:stream/web";

/**
 * The body of an answer as text, counted as it arrives, after decompression.
 * @throws what `tooLarge` makes once there are more bytes than the maximum.
 */
export async function limitedText(
  response: Response,
  maximumBytes: number,
  tooLarge: () => Error,
): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (response.body ?? []) as ReadableStream<Uint8Array>) {
    bytes += chunk.byteLength;
    // Leaving the loop cancels the rest.
    if (bytes > maximumBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
