import { DOMParser } from "@xmldom/xmldom";
import { strFromU8, unzipSync } from "fflate";

/** Where a .docx keeps its text. */
const DOCUMENT = "word/document.xml";

/** The largest text that is unpacked, in bytes: a policy document has a hundredth of it. */
const MAXIMUM_BYTES = 32 * 1024 * 1024;

/**
 * The text of a .docx, a line a paragraph. Numbers that Word adds by itself are not in it.
 * @throws Error where the bytes are no .docx, or unpack to more than a document can be.
 */
export function wordText(bytes: Uint8Array): string {
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (name !== DOCUMENT) return false;
      if (originalSize > MAXIMUM_BYTES) throw new Error("its text is too large");
      return true;
    },
  });
  const document = files[DOCUMENT];
  if (!document) throw new Error(`it has no ${DOCUMENT}`);
  const parsed = new DOMParser().parseFromString(strFromU8(document), "text/xml");
  const paragraphs = Array.from(parsed.getElementsByTagName("w:p"));
  return paragraphs
    .map((paragraph) =>
      Array.from(paragraph.getElementsByTagName("w:t"))
        .map((run) => run.textContent ?? "")
        .join(""),
    )
    .join("\n");
}
