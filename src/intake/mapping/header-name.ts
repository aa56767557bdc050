import { plainText } from "../../codes/plain-text.js";

/** A unit or a remark in brackets at the end of a header: 年收入（元）. */
const REMARK = /^(.+?)[([【［〔{]([^()[\]【】]*)[)\]】］〕}]$/;

/** A header as headers are compared: without blanks, marks of duty and width. */
export function headerName(header: string): string {
  return plainText(header).replace(/^[*※]+|[*※:]+$/g, "");
}

/** A header's name without the brackets at its end, and what stood in them; null where there are none. */
export function withoutRemark(
  header: string,
): { readonly name: string; readonly remark: string } | null {
  const match = REMARK.exec(headerName(header));
  return match && { name: match[1] ?? "", remark: match[2] ?? "" };
}
