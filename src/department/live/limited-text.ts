import { answerTooLarge } from "./source-failures.js";

/**
 * The body of an answer as text, counted as it arrives, after decompression.
 * @throws SourceFailure ANSWER_TOO_LARGE once there are more bytes than the maximum.
 */
export async function limitedText(
  body: AsyncIterable<Uint8Array>,
  { name, maximumBytes }: { readonly name: string; readonly maximumBytes: number },
): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    // Leaving the loop cancels the rest.
    if (bytes > maximumBytes) throw answerTooLarge(name, maximumBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
