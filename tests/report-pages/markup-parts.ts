const TAGS =
  "html|head|meta|title|style|body|a|nav|main|div|section|article|header|footer|h1|h2|h3|p|span|ol|li|dl|dt|dd|table|caption|colgroup|col|thead|tbody|tr|th|td|svg|path|form|input|label|button";
const TAG = new RegExp(`^</?(${TAGS})( [a-zA-Z-]+(="[^"<>]*")?)*/?>$`);

/** Fails where a page has any tag that the project does not write, or a bracket outside of a tag. */
export function assertOnlyOurTags(body: string): void {
  const [doctype, rest = ""] = body
    .replace(/<style>[^<]*<\/style>/g, "")
    .split(/(?<=^<!doctype html>)/);
  expect(doctype).toBe("<!doctype html>");
  for (const tag of rest.match(/<[^>]*>?/g) ?? []) {
    if (!TAG.test(tag)) throw new Error(`not a tag of ours: ${tag}`);
  }
  expect(rest.replace(/<[^>]*>/g, "")).not.toMatch(/[<>]/);
}

/** The values of an attribute, in their order. */
export function attributesOf(body: string, name: string): string[] {
  return [...body.matchAll(new RegExp(` ${name}="([^"]*)"`, "g"))].map(([, value = ""]) => value);
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&amp;": "&",
};

/** What a reader reads: the text of the body, blanks as one. */
export function textOf(body: string): string {
  return body
    .replace(/^[^]*<body>/, "")
    .replace(/<\/?(span|a)[^>]*>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&(lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? "")
    .replace(/\s+/g, " ");
}
